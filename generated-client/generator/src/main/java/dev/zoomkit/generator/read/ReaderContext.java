package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.OpenAPI;

/** What every reader reads from and writes its problems to. */
record ReaderContext(OpenAPI openApi, TypeReader types, Prose prose, Problems problems) {

  void problem(String where, String what, String remedy) {
    problems.add(where, what, remedy);
  }
}
