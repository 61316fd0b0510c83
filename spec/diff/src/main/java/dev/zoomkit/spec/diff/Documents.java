package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.JsonOrYaml;
import dev.zoomkit.spec.reader.OpenApiDocument;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads descriptions, and refuses what is none with one line. */
final class Documents {
  private static final String IN_JAR = "dev/zoomkit/spec/zoom.json";

  private Documents() {}

  /**
   * The description of a file: a bundle in JSON or YAML, or a jar of zoomkit-spec.
   *
   * @param name what a person calls it
   * @throws UnusableException if it is not there, or is no whole description
   */
  static ApiDescription read(String name, Path file) {
    try {
      byte[] bytes = file.toString().endsWith(".jar") ? inJar(file) : Files.readAllBytes(file);
      return of(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UnusableException(name + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static byte[] inJar(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return Files.readAllBytes(files.getPath(IN_JAR));
    }
  }

  /** The description of a text. */
  static ApiDescription of(String name, String text) {
    JsonNode document = parse(name, text);
    if (!document.isObject() || !document.path("openapi").asText().startsWith("3.0")) {
      throw new UnusableException(name + " is no OpenAPI 3.0 document.");
    } else if (document.path("paths").isEmpty() || !document.has("components")) {
      throw new UnusableException(name + " has no paths or no components; it may be truncated.");
    }
    OpenApiDocument tree = new OpenApiDocument(document);
    requireReferences(name, tree);
    requireOperations(name, tree);
    try {
      return new ApiDescription(document);
    } catch (IllegalArgumentException gap) {
      throw new UnusableException(name + " is no whole description: " + gap.getMessage());
    }
  }

  /** Makes sure that each reference leads somewhere, and no schema into itself. */
  private static void requireReferences(String name, OpenApiDocument tree) {
    for (JsonNode referrer : tree.root().node().findParents("$ref")) {
      Found reference = new Found("", referrer);
      String target = referrer.path("$ref").asText();
      if (tree.target(reference).node().isMissingNode()) {
        throw new UnusableException(
            name + " refers to " + target + ", which it does not have; it may be truncated.");
      } else if (tree.follow(reference).node().isMissingNode()) {
        throw new UnusableException(name + " refers to " + target + ", which leads in a circle.");
      }
    }
    for (Found schema : tree.root().to("components").to("schemas").children()) {
      if (tree.isMadeOfItself(schema)) {
        throw new UnusableException(
            name + ": the schema " + schema.name() + " is made of itself; no value is like that.");
      }
    }
  }

  /** Makes sure that each path has operations, and each operation an id of its own. */
  private static void requireOperations(String name, OpenApiDocument tree) {
    for (Found path : tree.root().to("paths").children()) {
      if (!path.node().isObject()) {
        throw new UnusableException(
            name + ": the path " + path.name() + " has " + path.node() + " and no operations.");
      }
    }
    Map<String, String> addresses = new HashMap<>();
    for (OpenApiDocument.Place place : tree.operations()) {
      if (OpenApiDocument.METHODS.contains(place.method())) {
        String address = place.method().toUpperCase(Locale.ROOT) + " " + place.path();
        String id = tree.follow(place.at()).node().path("operationId").asText();
        String other = addresses.put(id, address);
        if (id.isBlank()) {
          throw new UnusableException(name + ": " + address + " has no operationId.");
        } else if (other != null) {
          throw new UnusableException(
              name + ": " + other + " and " + address + " have the same operationId " + id + ".");
        }
      }
    }
  }

  private static JsonNode parse(String name, String text) {
    try {
      return JsonOrYaml.read(text);
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      throw new UnusableException(
          name
              + " is no "
              + (JsonOrYaml.isJson(text) ? "JSON" : "YAML")
              + (at == null ? ": " : " in line " + at.getLineNr() + ": ")
              + JsonOrYaml.reason(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Makes sure that two descriptions are of one API.
   *
   * @throws UnusableException if they are not
   */
  static void requireSameApi(String name, ApiDescription base, ApiDescription now) {
    String title = base.document().at("/info/title").asText();
    String ours = now.document().at("/info/title").asText();
    if (!title.equals(ours)) {
      throw new UnusableException(name + " describes \"" + title + "\" and not \"" + ours + "\".");
    }
    boolean common =
        base.operations().stream()
            .map(Comparison::address)
            .anyMatch(now.operations().stream().map(Comparison::address).toList()::contains);
    if (!common) {
      throw new UnusableException(name + " has not one operation of \"" + ours + "\".");
    }
    Version.of(version(base));
  }

  static String version(ApiDescription description) {
    return description.document().at("/info/version").asText();
  }
}
