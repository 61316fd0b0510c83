package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;

/** Records sessions that are held: with files like the examples', and of the same sizes. */
final class HeldRecordings {
  /** The files of a recording, in every response that has them. */
  static final String FILES = "recording_files";

  /** The recordings of an account, of a user, and of a session, which are single files. */
  static final String RECORDINGS = "recordings";

  private final ResourceStore store;
  private final HeldFiles heldFiles;
  private final RepresentationBuilder representations;

  HeldRecordings(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.heldFiles = new HeldFiles(store.files(), generator);
    this.representations = new RepresentationBuilder(generator);
  }

  /** Adds the recording of an instance wherever recordings are. */
  void add(Resource account, Resource session, ObjectNode facts) {
    ResourceType lists = store.model().type(RECORDINGS);
    if (lists == null) {
      return;
    }
    ObjectNode recording = like(lists, lists.views().get(0).examples().get(0));
    ArrayNode files = heldFiles.like(recording.path(FILES));
    for (JsonNode file : files) {
      ((ObjectNode) file).set("meeting_id", facts.get("uuid"));
      ((ObjectNode) file).set("recording_start", facts.get("start_time"));
      ((ObjectNode) file).set("recording_end", facts.get("end_time"));
    }
    recording.set(FILES, files);
    facts.properties().stream()
        .filter(field -> lists.properties().containsKey(field.getKey()))
        .forEach(field -> recording.set(field.getKey(), field.getValue()));
    recording.set(SessionFacts.SESSION_UUID, facts.get("uuid"));
    HeldFiles.count(recording, FILES);
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
}
