package dev.zoomkit.annotation;

import dev.zoomkit.paging.Page;

/** Breaks the direction of the packages, to show that the rule bites. */
public record PlantedUseOfTheSdk(Page<String> what) {}
