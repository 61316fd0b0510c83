package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.util.List;

/** How those who were at a session rated it on leaving, one by one and in numbers. */
final class HeldRatings {
  /** How an account's sessions were rated, day by day. */
  static final String DAYS = "metrics/client/satisfaction";

  private static final String GOOD = "good_count";
  private static final String NOT_GOOD = "not_good_count";
  private static final String NONE = "none_count";
  private static final String PERCENT = "satisfaction_percent";

  private HeldRatings() {}

  /** Adds the ratings of an instance that anybody rated to those of the session and the account. */
  static void add(
      ResourceModel model,
      Resource account,
      Resource session,
      ObjectNode facts,
      List<ObjectNode> people) {
    List<ObjectNode> rated = people.stream().filter(one -> one.has(SessionDeeds.RATING)).toList();
    ResourceType days = model.type(DAYS);
    if (rated.isEmpty() || days == null) {
      return;
    }
    for (ResourceType type : model.types()) {
      if (SessionRows.isWithin(type, session) && type.word().equals("satisfaction")) {
        for (ObjectNode person : rated) {
          new Resource(type, session, null, person.path("user_id").asText(), row(person)).addTo();
        }
      }
    }
    String uuid = facts.path("uuid").asText();
    new Resource(days, account, null, uuid, day(facts, people.size(), rated)).addTo();
  }

  private static ObjectNode row(ObjectNode person) {
    ObjectNode row = person.path(SessionDeeds.RATING).deepCopy();
    row.put("user_id", person.path("id").asText());
    Json.setIfKnown(row, "email", person.get("email"));
    row.set("date_time", person.get("leave_time"));
    row.set("leave_time", person.get("leave_time"));
    return row.set(SessionFacts.SESSION_UUID, person.get(SessionFacts.SESSION_UUID));
  }

  /** The numbers of one instance, which are a day's where no other was rated on it. */
  private static ObjectNode day(ObjectNode facts, int people, List<ObjectNode> rated) {
    int good =
        (int)
            rated.stream()
                .map(one -> one.path(SessionDeeds.RATING).path("quality").asText())
                .filter(SessionDeeds.THUMB_UP::equals)
                .count();
    ObjectNode day = Json.object();
    day.put("date", facts.path("start_time").asText().substring(0, "yyyy-MM-dd".length()));
    day.put(GOOD, good).put(NOT_GOOD, rated.size() - good).put(NONE, people - rated.size());
    day.set("end_time", facts.get("end_time"));
    return share(day);
  }

  /** A day's numbers and another's together. */
  static ObjectNode sum(JsonNode one, JsonNode other) {
    ObjectNode sum = one.deepCopy();
    for (String count : List.of(GOOD, NOT_GOOD, NONE)) {
      sum.put(count, one.path(count).asInt() + other.path(count).asInt());
    }
    return share(sum);
  }

  private static ObjectNode share(ObjectNode day) {
    int good = day.path(GOOD).asInt();
    return day.put(PERCENT, 100.0 * good / (good + day.path(NOT_GOOD).asInt()));
  }
}
