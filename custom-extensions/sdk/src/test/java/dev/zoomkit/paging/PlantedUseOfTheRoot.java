package dev.zoomkit.paging;

import dev.zoomkit.ZoomClient;

/** Breaks the direction of the packages, to show that the rule bites. */
public record PlantedUseOfTheRoot(ZoomClient what) {}
