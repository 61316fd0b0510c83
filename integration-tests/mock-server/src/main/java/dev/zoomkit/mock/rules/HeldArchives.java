package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Archives sessions that are held, at once and as a whole, with files like the examples'. */
final class HeldArchives {
  /** The archived meetings of an account, and the files of each. */
  static final String ARCHIVES = "archive_files";

  private static final List<String> OF_THE_SESSION =
      List.of("id", "uuid", "topic", "type", "host_id", "start_time", "timezone", "duration");

  private final ResourceStore store;
  private final HeldFiles files;
  private final RepresentationBuilder representations;

  HeldArchives(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.files = new HeldFiles(store.files(), generator);
    this.representations = new RepresentationBuilder(generator);
  }

  /** Adds the archive of an instance to the account's. */
  void add(Resource account, Resource session, ObjectNode facts) {
    ResourceType type = store.model().type(ARCHIVES);
    if (type == null) {
      return;
    }
    JsonNode example = type.views().get(0).examples().get(0);
    ObjectNode archive =
        representations.object(
            type.properties(), Input.NOTHING, example, new Substitutions(), true);
    OF_THE_SESSION.forEach(name -> Json.setOrRemove(archive, name, facts.get(name)));
    Resource host = session.owner();
    Json.setOrRemove(
        archive, "group_id", host == null ? null : host.data().path("group_ids").get(0));
    Json.setOrRemove(archive, "account_name", account.data().get("account_name"));
    Json.setOrRemove(archive, "complete_time", facts.get("end_time"));
    Json.setOrRemove(archive, "end_time", facts.get("end_time"));
    Instant start = Instant.parse(facts.path("start_time").asText());
    Instant end = Instant.parse(facts.path("end_time").asText());
    archive.put("duration_in_second", (int) Duration.between(start, end).toSeconds());
    archive.set("physical_files", files.like(archive.path("physical_files")));
    archive.set(ARCHIVES, files.like(archive.path(ARCHIVES)));
    for (JsonNode file : archive.path(ARCHIVES)) {
      Json.setOrRemove((ObjectNode) file, "participant_join_time", facts.get("start_time"));
      Json.setOrRemove((ObjectNode) file, "participant_leave_time", facts.get("end_time"));
      if (file.has("participant_email")) {
        Json.setOrRemove((ObjectNode) file, "participant_email", facts.get("host_email"));
      }
    }
    HeldFiles.count(archive, ARCHIVES);
    String uuid = facts.path("uuid").asText();
    archive.put(SessionFacts.SESSION_UUID, uuid);
    Resource archived = new Resource(type, account, null, uuid, archive);
    archive.path(ARCHIVES).findValuesAsText("id").forEach(archived::alsoKnownAs);
    archived.addTo();
  }
}
