package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.OpenAPI;

/** What all readers share: the document, its types, its prose, and the problems found. */
record ReaderContext(OpenAPI openApi, TypeReader types, Prose prose, Problems problems) {

  void problem(String where, String what, String remedy) {
    problems.add(where, what, remedy);
  }
}
