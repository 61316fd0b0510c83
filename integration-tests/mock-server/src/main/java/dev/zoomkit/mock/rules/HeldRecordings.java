package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.Set;

/** Records sessions that are held: with files like the examples', and of the same sizes. */
final class HeldRecordings {
  /** The files of a recording, in every response that has them. */
  static final String FILES = "recording_files";

  /** The recordings of an account, of a user, and of a session, which are single files. */
  static final String RECORDINGS = "recordings";

  private static final Set<String> ENDS = Set.of("recording_start", "recording_end");

  private final ResourceStore store;
  private final ValueGenerator generator;
  private final RepresentationBuilder representations;

  HeldRecordings(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
    this.representations = new RepresentationBuilder(generator);
  }

  /** Adds the recording of an instance wherever recordings are. */
  void add(Resource account, Resource session, ObjectNode facts) {
    ResourceType lists = store.model().type(RECORDINGS);
    if (lists == null) {
      return;
    }
    ObjectNode recording = like(lists, lists.views().get(0).examples().get(0));
    ArrayNode files = (ArrayNode) recording.path(FILES);
    for (int i = 0; i < files.size(); i++) {
      ObjectNode file = like((ObjectNode) files.get(i));
      file.set("meeting_id", facts.get("uuid"));
      file.set("recording_start", facts.get("start_time"));
      file.set("recording_end", facts.get("end_time"));
      files.set(i, store.files().local(file));
    }
    facts.properties().stream()
        .filter(field -> lists.properties().containsKey(field.getKey()))
        .forEach(field -> recording.set(field.getKey(), field.getValue()));
    recording.set(SessionFacts.SESSION_UUID, facts.get("uuid"));
    count(recording);
    String uuid = facts.path("uuid").asText();
    for (ResourceType type : store.model().types()) {
      ResourceType parent = type.parent();
      if (!type.name().equals(RECORDINGS)) {
        continue;
      }
      if (parent == null) {
        new Resource(type, account, null, uuid, recording.deepCopy()).addTo();
      } else if (parent.name().equals("users") && session.owner() != null) {
        new Resource(type, session.owner(), null, uuid, recording.deepCopy()).addTo();
      } else if (!parent.name().equals("users")) {
        for (JsonNode file : files) {
          String key = file.path("id").asText(file.path("download_url").asText());
          new Resource(type, session, null, key, file.deepCopy()).addTo();
        }
      }
    }
  }

  private ObjectNode like(ResourceType type, JsonNode example) {
    return representations.object(
        type.properties(), Input.NOTHING, example, new Substitutions(), true);
  }

  /** A file like that of the examples, with an id and links of its own. */
  private ObjectNode like(ObjectNode example) {
    ObjectNode file = Json.object();
    example.properties().stream()
        .filter(field -> !ENDS.contains(field.getKey()))
        .forEach(
            field -> {
              String text = field.getValue().asText();
              JsonNode value = field.getValue();
              int name = text.startsWith("http") ? text.lastIndexOf('/') + 1 : 0;
              if (field.getKey().equals("id") || name > 0) {
                String other = generator.id(TextNode.valueOf(text.substring(name))).asText();
                value = TextNode.valueOf(text.substring(0, name) + other);
              }
              file.set(field.getKey(), value);
            });
    return file;
  }

  /** Counts the files of a recording and their size. */
  static void count(ObjectNode recording) {
    long size = 0;
    for (JsonNode file : recording.path(FILES)) {
      size += file.path("file_size").asLong();
    }
    recording.put("total_size", size).put("recording_count", recording.path(FILES).size());
  }
}
