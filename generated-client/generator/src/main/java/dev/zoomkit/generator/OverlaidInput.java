package dev.zoomkit.generator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.JsonOrYaml;
import dev.zoomkit.spec.reader.OverlaidDescription;
import dev.zoomkit.spec.reader.Overlay;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The description that a build names, with its overlay over it. */
final class OverlaidInput {
  private OverlaidInput() {}

  /**
   * Makes of the description as it was read the one with the overlay, and leaves in it only the
   * operations that the overlay adds or changes.
   *
   * @param inputSpec the bundle, a file or a resource of the class path
   * @return the schemas that are as they were
   */
  static Set<String> read(Path overlay, String inputSpec, OpenAPI openApi) {
    OverlaidDescription overlaid = Overlay.read(overlay).apply(document(inputSpec), inputSpec);
    OpenAPI whole = new OpenAPIV3Parser().readContents(overlaid.document().toString()).getOpenAPI();
    openApi.setTags(whole.getTags());
    openApi.setComponents(whole.getComponents());
    openApi.setPaths(whole.getPaths());
    for (PathItem path : openApi.getPaths().values()) {
      for (var entry : path.readOperationsMap().entrySet()) {
        Operation operation = entry.getValue();
        if (!overlaid.operations().contains(operation.getOperationId())) {
          path.operation(entry.getKey(), null);
        }
      }
    }
    openApi.getPaths().values().removeIf(path -> path.readOperations().isEmpty());
    Set<String> published = new TreeSet<>(openApi.getComponents().getSchemas().keySet());
    published.removeAll(overlaid.schemas());
    return published;
  }

  private static JsonNode document(String inputSpec) {
    try (InputStream json = open(inputSpec)) {
      return JsonOrYaml.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "An overlay goes over the description's bundle, a file or a resource, not " + inputSpec,
          unreadable);
    }
  }

  private static InputStream open(String inputSpec) throws IOException {
    if (Files.isRegularFile(Path.of(inputSpec))) {
      return Files.newInputStream(Path.of(inputSpec));
    }
    for (ClassLoader loader :
        new ClassLoader[] {
          Thread.currentThread().getContextClassLoader(), OverlaidInput.class.getClassLoader()
        }) {
      InputStream resource = loader == null ? null : loader.getResourceAsStream(inputSpec);
      if (resource != null) {
        return resource;
      }
    }
    throw new FileNotFoundException(inputSpec);
  }
}
