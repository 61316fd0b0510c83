package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.Property;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that tell of a session that runs or was held, and of those who were there: in which
 * collections they are follows from the names that their rows have.
 */
final class SessionRows {
  private static final String ABSENTEES = "absentees";
  private static final String SHARING = "sharing";

  /** The instance that a row is of. */
  static final Property INSTANCE = new Property(SessionFacts.SESSION_UUID, "");

  private SessionRows() {}

  /** Puts an instance where its rows belong: while it runs only into the dashboards. */
  static void add(
      ResourceModel model,
      Resource account,
      Resource session,
      ObjectNode facts,
      List<ObjectNode> people,
      boolean ended) {
    String uuid = facts.path("uuid").asText();
    for (ResourceType type : model.types()) {
      if (!ended && !type.name().startsWith("metrics/")) {
        continue;
      }
      Resource holder = isOfBothKinds(type) ? account : holderOfSessions(type, account, session);
      if (holder != null) {
        add(type, holder, uuid, facts);
      }
      if (isOfPeople(type, session)) {
        people.forEach(one -> add(type, session, one.path("user_id").asText(), one));
      }
      if (type.word().equals(SHARING) && isWithin(type, session)) {
        for (ObjectNode person : people) {
          ObjectNode sharing = SessionDeeds.sharing(person);
          if (!sharing.isEmpty()) {
            add(type, session, person.path("user_id").asText(), sharing);
          }
        }
      }
      if (type.word().equals(ABSENTEES) && isWithin(type, session)) {
        absentees(session, people)
            .forEach(one -> add(type, session, one.key(), absentee(one, uuid)));
      }
      if (type.parent() == null && type.properties().containsKey("call_in_number")) {
        people.forEach(one -> addPhoneCall(type, account, facts, one));
      }
    }
  }

  /** What holds the rows of a type that tell of sessions as this one; null where none do. */
  private static @Nullable Resource holderOfSessions(
      ResourceType type, Resource account, Resource session) {
    ResourceType parent = type.parent();
    if (type.isPastInstances()) {
      return isWithin(type, session) ? session : null;
    }
    boolean tells = Stream.of("uuid", "topic", "end_time").allMatch(type.properties()::containsKey);
    if (!tells) {
      return null;
    }
    if (parent != null) {
      return parent.name().equals("users") ? session.owner() : null;
    }
    return session.isIn(type.word()) && !session.isOf(type.name()) ? account : null;
  }

  /** Whether the rows of a type tell of meetings and webinars alike, and say which each was. */
  static boolean isOfBothKinds(ResourceType type) {
    MergedSchema kind = type.properties().get("type");
    return type.parent() == null
        && Stream.of("meeting_uuid", "topic", "end_time").allMatch(type.properties()::containsKey)
        && kind != null
        && kind.values().containsAll(SessionFacts.KINDS);
  }

  /** Whether the rows of a type tell of those who were at a session. */
  static boolean isOfPeople(ResourceType type, Resource session) {
    return isWithin(type, session)
        && Stream.of("user_id", "join_time").allMatch(type.properties()::containsKey);
  }

  static boolean isWithin(ResourceType type, Resource session) {
    return type.parent() != null && type.parent().equals(session.type());
  }

  private static void add(ResourceType type, Resource holder, String key, ObjectNode facts) {
    ObjectNode row = facts.deepCopy();
    MergedSchema duration = type.properties().get("duration");
    if (duration != null && duration.type().equals("string") && facts.has(SessionFacts.CLOCK)) {
      row.set("duration", facts.get(SessionFacts.CLOCK));
    }
    if (isOfBothKinds(type)) {
      row.set("type", facts.get("meeting_type"));
    }
    JsonNode sample = type.views().get(0).examples().get(0).path("user_qos").path(0);
    if (sample.isObject()) {
      ObjectNode minute = sample.deepCopy();
      row.putArray("user_qos").add(minute.set("date_time", facts.get("join_time")));
    }
    new Resource(type, holder, null, key, row).addTo();
  }

  /** The registrants who were let in and did not come. */
  private static List<Resource> absentees(Resource session, List<ObjectNode> people) {
    Set<String> came = new HashSet<>();
    people.forEach(person -> came.add(person.path("registrant_id").asText()));
    return session.collection("registrants").stream()
        .filter(one -> one.data().path("status").asText("approved").equals("approved"))
        .filter(one -> !came.contains(one.key()))
        .toList();
  }

  private static ObjectNode absentee(Resource registrant, String uuid) {
    ObjectNode absentee = registrant.data().deepCopy();
    return absentee.put(SessionFacts.SESSION_UUID, uuid);
  }

  private static void addPhoneCall(
      ResourceType type, Resource account, ObjectNode facts, ObjectNode person) {
    JsonNode number = person.path("audio_call").path(0).path("call_number");
    if (!number.isTextual()) {
      return;
    }
    ObjectNode call = facts.deepCopy();
    call.set("meeting_id", facts.get("id"));
    call.put("type", "toll-free").put("rate", 0).put("total", 0);
    call.set("call_in_number", number);
    call.set("signaled_number", number);
    call.set("start_time", person.get("join_time"));
    call.set("end_time", person.get("leave_time"));
    call.put("duration", (int) SessionFacts.minutes(person.path("duration").asLong()));
    new Resource(type, account, null, person.path("user_id").asText(), call).addTo();
  }

  /** Takes an instance out of all that has rows of it. */
  static void remove(ResourceModel model, Resource account, Resource session, String uuid) {
    for (ResourceType type : model.types()) {
      for (Resource holder : List.of(account, session)) {
        List.copyOf(holder.collection(type.name(), INSTANCE, uuid)).forEach(Resource::remove);
      }
    }
  }
}
