package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to come: the meetings that a user hosts, as nobody is invited here, and in the report all
 * that takes place, each time of a series by itself.
 */
final class UpcomingRules implements Rule {
  private static final String UPCOMING = "upcoming_meetings";
  private static final String EVENTS = "upcoming_events";
  private static final String START = "start_time";

  private final ValueGenerator generator;

  UpcomingRules(ValueGenerator generator) {
    this.generator = generator;
  }

  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    ResourceType type = call.location().type();
    if (type != null && type.word().equals(EVENTS)) {
      return events(call, type, kept);
    }
    if (type == null || !type.word().equals(UPCOMING)) {
      return kept;
    }
    return call.account().collection("meetings", call.subject()).stream()
        .filter(meeting -> isToCome(meeting.data()))
        .map(meeting -> new Resource(type, null, null, meeting.key(), row(meeting.data())))
        .toList();
  }

  private boolean isToCome(JsonNode session) {
    Instant start = TimeZones.instant(session.path(START).asText());
    return start != null && !start.isBefore(generator.instant());
  }

  /** The events of the kind and the group that a call asks for, the rows of a test before them. */
  private List<Resource> events(ResolvedCall call, ResourceType type, List<Resource> kept) {
    String kind = call.query("type").asText("all");
    String group = call.query("group_id").asText();
    List<Resource> events = new ArrayList<>();
    for (String sessions : List.of("meetings", "webinars")) {
      for (Resource session : call.account().collection(sessions)) {
        Resource host = session.owner();
        boolean ofKind = kind.equals("all") || sessions.startsWith(kind);
        if (ofKind && host != null && isIn(host, group)) {
          for (JsonNode time : times(session.data())) {
            String start = time.path(START).asText();
            ObjectNode event = event(session, host).put(START, start);
            events.add(new Resource(type, null, null, session.key() + start, event));
          }
        }
      }
    }
    events.sort(Comparator.comparing(event -> event.data().path(START).asText()));
    events.addAll(0, kept);
    return events;
  }

  private static boolean isIn(Resource host, String group) {
    return group.isEmpty() || Json.texts(host.data().path("group_ids")).contains(group);
  }

  private List<JsonNode> times(JsonNode session) {
    JsonNode occurrences = session.path("occurrences");
    return (occurrences.isEmpty() ? Stream.of(session) : occurrences.valueStream())
        .filter(Occurrences::isOn)
        .filter(this::isToCome)
        .toList();
  }

  private static ObjectNode event(Resource session, Resource host) {
    ObjectNode event = Json.object().put("id", session.key());
    event.put("host_id", host.key()).put("host_name", host.fullName());
    Json.setIfKnown(event, "topic", session.data().get("topic"));
    Json.setIfKnown(event, "dept", host.data().get("dept"));
    return event;
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
