package dev.zoomkit.internal.http;

import dev.zoomkit.error.FieldError;

/** Breaks the direction of the packages, to show that the rule bites. */
public record PlantedUseOfAFeature(FieldError what) {}
