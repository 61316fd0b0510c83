package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.JsonOrYaml;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's files, read. Swagger 2.0, OpenAPI 3.0 and 3.1, in JSON or YAML. They are read as trees:
 * swagger-parser keeps the same keys of Zoom's seven files of 2025 and 2026, takes seven times as
 * long, knows no pointers, and needs a converter for Swagger 2.0.
 *
 * @param operations the operations of all files, in the order of the files
 */
record Upstream(List<UpstreamOperation> operations) {
  /**
   * Reads files, or folders with all the files below them.
   *
   * @param names paths with commas between them; null, as Maven passes an empty one on, for none
   * @throws UnusableException if one is missing, is no OpenAPI, or is not Zoom's API
   */
  static Upstream read(@Nullable String names) {
    List<UpstreamOperation> operations = new ArrayList<>();
    for (String name : names == null ? new String[0] : names.split(",")) {
      if (!name.isBlank() && !name.startsWith("${")) {
        Path path = Path.of(name.strip());
        for (Path file : files(path)) {
          operations.addAll(operations(file, named(file)));
        }
      }
    }
    if (operations.isEmpty()) {
      throw new UnusableException("-Dupstream: say which file or folder, such as meetings.json");
    }
    return new Upstream(List.copyOf(operations));
  }

  /** A file is known by its name, and by its folder where that says of which edition it is. */
  private static String named(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean master = folder != null && folder.endsWith("master");
    return (master ? "master/" : "") + file.getFileName();
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      if (!Files.isRegularFile(path)) {
        throw new UnusableException(path + ": there is no such file");
      }
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> files =
          below
              .filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new UnusableException(path + ": has no .json or .yaml file");
      }
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<UpstreamOperation> operations(Path file, String title) {
    JsonNode document = tree(file, title);
    boolean swagger = document.path("swagger").asText().startsWith("2.");
    boolean openApi = document.path("openapi").asText().matches("3\\.[01]\\..*");
    if (!swagger && !openApi || !document.path("paths").isObject()) {
      throw new UnusableException(
          title + ": is no Swagger 2.0, OpenAPI 3.0 or OpenAPI 3.1 document with paths");
    }
    if (!isZoom(document)) {
      throw new UnusableException(title + ": is not Zoom's API: no server is of zoom.us");
    }
    List<UpstreamOperation> operations = new UpstreamReader(document, title).operations();
    if (operations.isEmpty()) {
      throw new UnusableException(title + ": has no operations");
    }
    return operations;
  }

  private static JsonNode tree(Path file, String title) {
    try {
      return JsonOrYaml.read(JsonOrYaml.text(file));
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      throw new UnusableException(
          title + ": is neither JSON nor YAML, or ends too early, at line " + line);
    } catch (IOException unreadable) {
      throw new UnusableException(title + ": cannot be read: " + unreadable.getMessage());
    }
  }

  private static boolean isZoom(JsonNode document) {
    List<String> hosts = new ArrayList<>();
    hosts.add("https://" + document.path("host").asText());
    document.path("servers").forEach(server -> hosts.add(server.path("url").asText()));
    return hosts.stream().anyMatch(host -> host.matches("https?://([^/]+\\.)?zoom\\.us(/.*)?"));
  }
}
