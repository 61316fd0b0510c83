package dev.zoomkit.generator.print;

import dev.zoomkit.generator.read.DescriptionReader;
import io.swagger.v3.oas.models.OpenAPI;

/** Goes where its room must not go, so that a test sees the rule bite. */
public class PlantedUseOfAReader {
  DescriptionReader reader;
  OpenAPI document;
}
