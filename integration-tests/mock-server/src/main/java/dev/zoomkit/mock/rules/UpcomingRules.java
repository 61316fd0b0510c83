package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.time.Instant;
import java.util.List;

/** What a user attends next: the meetings to come that the user hosts; nobody is invited here. */
final class UpcomingRules implements Rule {
  private static final String UPCOMING = "upcoming_meetings";

  private final ValueGenerator generator;

  UpcomingRules(ValueGenerator generator) {
    this.generator = generator;
  }

  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    ResourceType type = call.location().type();
    if (type == null || !type.word().equals(UPCOMING)) {
      return kept;
    }
    return call.account().collection("meetings", call.subject()).stream()
        .filter(this::isToCome)
        .map(meeting -> new Resource(type, null, null, meeting.key(), row(meeting.data())))
        .toList();
  }

  private boolean isToCome(Resource meeting) {
    Instant start = TimeZones.instant(meeting.data().path("start_time").asText());
    return start != null && !start.isBefore(generator.instant());
  }

  private static ObjectNode row(JsonNode meeting) {
    ObjectNode row = meeting.deepCopy();
    if (meeting.has("password")) {
      row.set("passcode", meeting.get("password"));
    }
    return row.put("use_pmi", meeting.path("settings").path("use_pmi").asBoolean())
        .put("is_host", true);
  }
}
