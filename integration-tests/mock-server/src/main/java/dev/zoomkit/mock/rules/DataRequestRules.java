package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests for people's data: one for each person, which waits until it is cancelled and then stays
 * in the list. Nobody works on them, so a new one never has files.
 */
final class DataRequestRules implements Rule {
  private static final String REQUESTS = "data_requests/requests";
  private static final String ID = "request_id";
  private static final String STATE = "state";
  private static final String PENDING = "Pending";
  private static final String REQUEST_TYPE = "request_type";
  private static final String PERSON = "user_identifier";
  private static final String USER = "requestor_user_id";
  private static final String EXPORT = "EXPORT";
  private static final Pattern NO_SPAN = Pattern.compile("span of time is missing or invalid");
  private static final Pattern CLASH = Pattern.compile("that this one clashes with");
  private static final Pattern TOO_LATE = Pattern.compile("works on the request already");
  private static final Pattern NO_FILES = Pattern.compile("files are not ready");
  private static final JsonNode LIKE = TextNode.valueOf("2085327946910044162");

  private final ResourceStore store;
  private final ValueGenerator generator;

  DataRequestRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  @Override
  public void check(ResolvedCall call) {
    JsonNode body = call.body();
    call.errors()
        .refuse(
            NO_SPAN,
            words -> body.path(REQUEST_TYPE).asText().equals(EXPORT) && !hasSpan(body),
            "An export needs a start_date, and an end_date after it.");
    call.errors()
        .refuse(
            CLASH,
            words -> isAskedFor(call),
            "A request for one of them waits, or one is named twice.");
    Resource request = call.subject();
    if (request.isOf(REQUESTS)) {
      String state = request.data().path(STATE).asText();
      DocumentedErrors errors = call.errors();
      errors.refuse(TOO_LATE, words -> !state.equals(PENDING), "The request is " + state + ".");
      errors.refuse(
          NO_FILES, words -> !hasFiles(request), "The request is " + state + " and has no files.");
    }
  }

  private static boolean hasSpan(JsonNode body) {
    Instant start = TimeZones.instant(body.path("start_date").asText());
    Instant end = TimeZones.instant(body.path("end_date").asText());
    return start != null && end != null && start.isBefore(end);
  }

  /** Whether a request for one of the people waits that asks for the same, or would. */
  private static boolean isAskedFor(ResolvedCall call) {
    List<String> people = Json.texts(call.body().path("emails"));
    Set<String> once = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    once.addAll(people);
    if (once.size() < people.size()) {
      return true;
    }
    return call.account().collection(REQUESTS).stream()
        .map(Resource::data)
        .filter(data -> data.path(STATE).asText().equals(PENDING))
        .filter(data -> data.path(REQUEST_TYPE).equals(call.body().path(REQUEST_TYPE)))
        .anyMatch(data -> once.contains(data.path(PERSON).asText()));
  }

  private static boolean hasFiles(Resource request) {
    return request.data().path("files_count").asInt() > 0;
  }

  @Override
  public boolean carriesOut(ResolvedCall call) {
    ResourceType type = call.location().type();
    if (type == null || !type.toString().equals(REQUESTS)) {
      return false;
    }
    if (call.creates()) {
      create(call, type);
    } else if (call.operation().method().equals("DELETE")) {
      call.subject().change(data -> data.put(STATE, "Canceled"));
    }
    return true;
  }

  /** Makes a request for each person, and responds with all of them. */
  private void create(ResolvedCall call, ResourceType type) {
    ArrayNode rows = Json.array();
    for (String email : Json.texts(call.body().path("emails"))) {
      ObjectNode data = request(call, email);
      JsonNode id = generator.id(LIKE);
      data.set(ID, id);
      new Resource(type, call.account(), null, id.asText(), data).addTo();
      rows.add(Json.object().put("email", email).set(ID, id));
    }
    ObjectNode response = Json.object();
    response.set("data", rows);
    call.hasFound(new Resource(type, null, null, "", response));
  }

  private ObjectNode request(ResolvedCall call, String email) {
    JsonNode body = call.body();
    ObjectNode request = Json.object();
    request.set(REQUEST_TYPE, body.path(REQUEST_TYPE));
    request.put(STATE, PENDING).put("created_at", generator.timestamp());
    request.put(PERSON, email).put("files_count", 0);
    request.putArray("data_type").add("ALL");
    Json.setIfKnown(request, "start_at", body.get("start_date"));
    Json.setIfKnown(request, "end_at", body.get("end_date"));
    request.set("account_id", call.account().data().path("id"));
    Resource by = requestor(call);
    if (by != null) {
      request.put(USER, by.key()).put("requestor_name", by.fullName());
    }
    return request.put("is_current_user", true);
  }

  /** Who calls; for an app without a user, the first user of the account. */
  private @Nullable Resource requestor(ResolvedCall call) {
    String caller = call.call().caller();
    List<Resource> users = call.account().collection("users");
    return caller != null ? store.user(caller) : users.isEmpty() ? null : users.get(0);
  }
}
