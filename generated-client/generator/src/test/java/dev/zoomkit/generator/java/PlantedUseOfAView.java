package dev.zoomkit.generator.java;

import dev.zoomkit.generator.print.ApiView;

/** Goes where its room must not go, so that a test sees the rule bite. */
public class PlantedUseOfAView {
  ApiView outside;
}
