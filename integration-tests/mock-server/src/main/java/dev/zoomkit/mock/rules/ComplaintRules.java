package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;

/** What people complained of on leaving: the dashboards count it by kind, and tell who did. */
final class ComplaintRules implements Rule {
  private static final String KINDS = "metrics/client/feedback";
  private static final String NAME = "feedback_name";
  private static final String COUNT = "participants_count";
  private static final String DETAILS = "client_feedback_details";
  private static final String TIME = "time";

  /** What a kind keeps of those who complained of sessions that were held. */
  private static final String MADE = "complaints";

  private static final JsonNode ID = TextNode.valueOf("Rk2mZp8uQeWs6TbYc0vXdA");

  private final DelayRules delays;

  ComplaintRules(DelayRules delays) {
    this.delays = delays;
  }

  /** Adds what those complained of who were at an instance. */
  static void add(
      ResourceModel model,
      ValueGenerator generator,
      Resource account,
      ObjectNode facts,
      List<ObjectNode> people) {
    ResourceType kinds = model.type(KINDS);
    if (kinds == null) {
      return;
    }
    for (ObjectNode person : people) {
      for (String name : Json.texts(person.path(SessionDeeds.COMPLAINTS))) {
        kind(kinds, generator, account, name)
            .change(data -> data.withArray(MADE).add(row(person, facts)));
      }
    }
  }

  private static Resource kind(
      ResourceType kinds, ValueGenerator generator, Resource account, String name) {
    for (Resource kind : account.collection(KINDS)) {
      if (kind.data().path(NAME).asText().equals(name)) {
        return kind;
      }
    }
    JsonNode id = generator.id(ID);
    ObjectNode kind = Json.object().put(NAME, name).put(COUNT, 0);
    kind.set("feedback_id", id);
    kind.putArray(DETAILS);
    return new Resource(kinds, account, null, id.asText(), kind).addTo();
  }

  private static ObjectNode row(ObjectNode person, ObjectNode facts) {
    ObjectNode row = Json.object().put("participant_name", person.path("name").asText());
    row.put("email", person.path("email").asText());
    row.put("meeting_id", facts.path("id").asText());
    return row.set(TIME, person.get("leave_time"));
  }

  /** How many complained in the span of the call. */
  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    ResourceType type = call.location().type();
    if (type == null || !type.toString().equals(KINDS)) {
      return kept;
    }
    List<Resource> listed = new ArrayList<>();
    for (Resource kind : kept) {
      int count = kind.data().path(COUNT).asInt() + made(call, kind).size();
      if (count > 0 || !kind.data().has(MADE)) {
        ObjectNode counted = kind.data().deepCopy();
        counted.put(COUNT, count);
        listed.add(new Resource(type, null, null, kind.key(), counted));
      }
    }
    return listed;
  }

  /** Who complained in the span of the call. */
  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    if (call.subject().isOf(KINDS) && shown.get(DETAILS) instanceof ArrayNode details) {
      details.addAll(made(call, call.subject()));
    }
  }

  private List<JsonNode> made(ResolvedCall call, Resource kind) {
    String from = call.query("from").asText();
    String to = call.query("to").asText();
    List<JsonNode> made = new ArrayList<>();
    for (JsonNode one : kind.data().path(MADE)) {
      String time = one.path(TIME).asText();
      String day = time.substring(0, "yyyy-MM-dd".length());
      boolean within = day.compareTo(from) >= 0 && (to.isEmpty() || day.compareTo(to) <= 0);
      if (within && delays.isOver(TimeZones.instant(time))) {
        made.add(one);
      }
    }
    return made;
  }
}
