package dev.zoomkit.generator.read;

import dev.zoomkit.generator.print.ApiView;

/** Goes where its room must not go, so that a test sees the rule bite. */
public class PlantedUseOfAPrinter {
  ApiView outside;
}
