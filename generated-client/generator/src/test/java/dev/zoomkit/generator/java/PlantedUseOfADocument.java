package dev.zoomkit.generator.java;

import io.swagger.v3.oas.models.OpenAPI;

/** Goes where its room must not go, so that a test sees the rule bite. */
public class PlantedUseOfADocument {
  OpenAPI outside;
}
