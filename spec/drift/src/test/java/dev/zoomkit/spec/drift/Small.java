package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.SourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small description of ours, and a file of Zoom's that agrees with it. */
final class Small {
  static final Path RESOURCES = Path.of("src/test/resources");
  static final Path FOLDER = RESOURCES.resolve("ours");
  private static final YAMLMapper YAML = new YAMLMapper();

  private Small() {}

  static JsonNode read(String name) throws IOException {
    return YAML.readTree(Files.readString(RESOURCES.resolve(name)));
  }

  static Path write(Path folder, String name, JsonNode tree) throws IOException {
    return Files.writeString(folder.resolve(name), tree.toString());
  }

  static List<Difference> differences(Path upstream) throws IOException {
    OurFiles ours = OurFiles.read(FOLDER);
    OurOperations operations = new OurOperations(new ApiDescription(read("bundle.yaml")));
    return new Comparison(operations, new SourceLines(ours.folder()))
        .of(Upstream.read(upstream.toString()));
  }

  /** Puts a value at a pointer, or removes what is there where it is null. */
  static void put(JsonNode tree, String pointer, JsonNode value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode holder = tree.at(at.head());
    String name = at.last().getMatchingProperty();
    if (holder instanceof ArrayNode list) {
      int index = Integer.parseInt(name);
      if (value.isNull()) {
        list.remove(index);
      } else if (index < list.size()) {
        list.set(index, value);
      } else {
        list.add(value);
      }
    } else if (value.isNull()) {
      ((ObjectNode) holder).remove(name);
    } else {
      ((ObjectNode) holder).set(name, value);
    }
  }
}
