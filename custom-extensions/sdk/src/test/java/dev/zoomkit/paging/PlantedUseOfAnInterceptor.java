package dev.zoomkit.paging;

import dev.zoomkit.internal.retry.RetryInterceptor;

/** Breaks the direction of the packages, to show that the rule bites. */
public record PlantedUseOfAnInterceptor(RetryInterceptor what) {}
