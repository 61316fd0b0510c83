package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.spec.diff.ApiChanges.JavaComparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A checkout whose description is an edit of {@code widgets.yaml}, and bases beside it. */
final class Checkout {
  /** For descriptions of which no classes are built. */
  static final JavaComparison NO_JAVA = (base, work, classPath) -> List.of();

  private final Path root;

  Checkout(Path root) {
    this.root = root;
  }

  /** What a run says and how it ends. */
  record Run(int exit, List<String> lines) {}

  /** Makes the description of the checkout; the file of one operation is its only source. */
  void describe(JsonNode description) throws IOException {
    Path sources = root.resolve("spec/src/main/openapi");
    Files.createDirectories(sources.resolve("widgets"));
    write(root.resolve("spec/target/classes/dev/zoomkit/spec/zoom.json"), description.toString());
    write(
        sources.resolve("zoom.yaml"),
        """
        info: {title: Widgets, version: 0.3.0}
        paths:
          /widgets/{widgetId}:
            delete: {$ref: widgets/deleteWidget.yaml}
        """);
    write(
        sources.resolve("widgets/deleteWidget.yaml"),
        """
        operationId: deleteWidget
        description: Deletes a widget.
        parameters:
          - {name: widgetId, in: path, required: true, schema: {type: integer, format: int64}}
          - name: remind
            in: query
            schema: {type: boolean}
        """);
  }

  Path write(Path file, String text) throws IOException {
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    return Files.writeString(target, text);
  }

  Run compare(String base) throws IOException, InterruptedException {
    return compare(base, NO_JAVA);
  }

  Run compare(String base, JavaComparison java) throws IOException, InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = ApiChanges.run(base, root, java, new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(exit, err.toString(StandardCharsets.UTF_8).lines().toList());
  }

  boolean hasReport() {
    return Files.exists(root.resolve("spec/diff/target"));
  }

  String markdown() throws IOException {
    return Files.readString(root.resolve("spec/diff/target/api-changes.md"));
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(root.resolve("spec/diff/target/api-changes.json").toFile());
  }
}
