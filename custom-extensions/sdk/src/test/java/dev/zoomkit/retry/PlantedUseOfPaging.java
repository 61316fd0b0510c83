package dev.zoomkit.retry;

import dev.zoomkit.paging.PagingException;

/** Breaks the direction of the packages, to show that the rule bites. */
public record PlantedUseOfPaging(PagingException what) {}
