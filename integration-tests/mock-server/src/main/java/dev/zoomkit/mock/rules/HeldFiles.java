package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.spec.reader.Json;
import java.util.Set;

/** Files of sessions that are held: like the examples', and of the same sizes. */
final class HeldFiles {
  private static final Set<String> IDS = Set.of("id", "file_id");

  private final DownloadFiles files;
  private final ValueGenerator generator;

  HeldFiles(DownloadFiles files, ValueGenerator generator) {
    this.files = files;
    this.generator = generator;
  }

  /** As many files as the examples have, with ids and links of their own. */
  ArrayNode like(JsonNode examples) {
    ArrayNode like = Json.array();
    examples.forEach(example -> like.add(files.local(one((ObjectNode) example))));
    return like;
  }

  private ObjectNode one(ObjectNode example) {
    ObjectNode file = Json.object();
    example
        .properties()
        .forEach(
            field -> {
              String text = field.getValue().asText();
              JsonNode value = field.getValue();
              int name = text.startsWith("http") ? text.lastIndexOf('/') + 1 : 0;
              if (IDS.contains(field.getKey()) || name > 0) {
                String other = generator.id(TextNode.valueOf(text.substring(name))).asText();
                value = TextNode.valueOf(text.substring(0, name) + other);
              }
              file.set(field.getKey(), value);
            });
    return file;
  }

  /** Counts the files of a recording or an archive, and their size. */
  static void count(ObjectNode whole, String property) {
    long size = 0;
    for (JsonNode file : whole.path(property)) {
      size += file.path("file_size").asLong();
    }
    whole.put("total_size", size).put("recording_count", whole.path(property).size());
  }
}
