package dev.zoomkit.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.BundledDescription;
import dev.zoomkit.contract.Operation;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.Holding;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * What an operation's errors come of, brought about as a test would: a circumstance is assumed, a
 * setting switched off, somebody deleted, a session held. None is for one operation alone.
 */
final class Situations {
  private static final Duration OVER_A_YEAR = Duration.ofDays(400);
  private static final int TURNS = 6;
  private static final Map<String, String> OF_OWN_ACCOUNT =
      Map.of(
          "createMeeting", "{\"topic\": \"Own\"}",
          "createWebinar", "{\"topic\": \"Own\"}",
          "createGroup", "{\"name\": \"Own\"}");
  private static final int MOST_A_DAY = 110;

  /** A time at which the days of the examples are not long past. */
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final MockZoom mock;
  private final Variants variants;
  private final Requests requests;
  private final BundledDescription description;

  Situations(MockZoom mock, Requests requests, BundledDescription description) {
    this.mock = mock;
    this.requests = requests;
    this.description = description;
    this.variants = new Variants(requests, description);
  }

  /** What is done once the situation is there. */
  interface Call {
    void make(MockZoom mock, String token, GeneratedRequest request) throws IOException;
  }

  /** A state of the world, in which an operation is called. */
  private interface Situation {
    void callIn(Operation operation, Call call) throws IOException;
  }

  /**
   * Brings about the situations one after the other, each in a new world, until nothing is wanted.
   */
  void each(Operation operation, BooleanSupplier isWanted, Call call) throws IOException {
    List<Situation> all =
        List.of(
            this::circumstances,
            this::settingsOff,
            (one, then) ->
                afterwards("updateMeeting", "{\"settings\":{\"approval_type\":2}}", one, then),
            (one, then) ->
                afterwards("updateWebinar", "{\"settings\":{\"approval_type\":2}}", one, then),
            (one, then) -> afterwards("updateUser", "{\"type\": 1}", one, then),
            (one, then) -> afterwards("updateAccountSettings", STRICT_PASSWORDS, one, then),
            this::unknownValues,
            this::otherCodes,
            this::afterAYear,
            this::usersGone,
            this::strangers,
            this::twins,
            this::newSessions,
            this::manyCalls);
    for (Situation situation : all) {
      if (isWanted.getAsBoolean()) {
        mock.reset();
        situation.callIn(operation, call);
      }
    }
  }

  private static final String STRICT_PASSWORDS =
      """
      {"security": {"password_requirement": {"minimum_password_length": 10,
        "have_special_character": true, "weak_enhance_detection": true}}}""";

  private void variants(Operation operation, Call call) throws IOException {
    for (GeneratedRequest request : variants.of(operation)) {
      call.make(mock, mock.appToken(), request);
    }
  }

  private void circumstances(Operation operation, Call call) throws IOException {
    Set<String> circumstances = new TreeSet<>();
    for (JsonNode row : operation.node().path("x-zoom-errors")) {
      row.path("when").forEach(word -> circumstances.add(word.textValue()));
    }
    GeneratedRequest example = requests.example(operation);
    for (String circumstance : circumstances) {
      mock.reset();
      mock.assume(Set.of(circumstance));
      call.make(mock, mock.appToken(), example);
      mock.deviate(Set.of(Deviation.PSEUDO_SUCCESSES));
      call.make(mock, mock.appToken(), example);
      mock.deviate(Set.of(Deviation.OTHER_CODES));
      for (int turn = 0; turn < TURNS; turn++) {
        call.make(mock, mock.appToken(), example);
      }
    }
  }

  private void settingsOff(Operation operation, Call call) throws IOException {
    Set<JsonNode> settings = new LinkedHashSet<>();
    operation.node().path("x-zoom-errors").forEach(row -> settings.add(row.path("setting")));
    for (JsonNode setting : settings) {
      for (String kind : List.of("meeting", "webinar")) {
        if (setting.isObject()) {
          mock.reset();
          switchOff(setting, kind, account(operation));
          call.make(mock, mock.appToken(), requests.example(operation));
        }
      }
    }
  }

  /** Switches a setting off for the host, or for the webinar of the examples. */
  private void switchOff(JsonNode setting, String kind, String account) throws IOException {
    boolean ofSession = setting.get("of").textValue().equals("session");
    List<String> path =
        new ArrayList<>(
            List.of(setting.get("name").textValue().replace("{session}", kind).split("\\.")));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode inner = body;
    for (String name : path.subList(0, path.size() - 1)) {
      inner = inner.putObject(name);
    }
    inner.put(path.get(path.size() - 1), false);
    send(ofSession ? "updateWebinar" : "updateUserSettings", body.toString(), account);
  }

  private void afterwards(String change, String body, Operation operation, Call call)
      throws IOException {
    send(change, body, account(operation));
    variants(operation, call);
  }

  private void unknownValues(Operation operation, Call call) throws IOException {
    for (GeneratedRequest request : variants.unknown(operation)) {
      call.make(mock, mock.appToken(), request);
    }
  }

  /** Zoom's other codes for unknown things, and for tokens that do not suffice. */
  private void otherCodes(Operation operation, Call call) throws IOException {
    GeneratedRequest example = requests.example(operation);
    for (Deviation deviation : List.of(Deviation.OTHER_CODES, Deviation.PSEUDO_SUCCESSES)) {
      mock.deviate(Set.of(deviation));
      for (int turn = 0; turn < TURNS; turn++) {
        unknownValues(operation, call);
        call.make(mock, "none", example);
        call.make(mock, mock.userToken(mock.example("userId"), "pac:read"), example);
      }
    }
  }

  private void afterAYear(Operation operation, Call call) throws IOException {
    for (String session : List.of("meetingId", "webinarId")) {
      Instant start = mock.clock().instant().minus(OVER_A_YEAR);
      mock.hold(
          mock.example(session), Holding.AS_SCHEDULED.inAccount(account(operation)).at(start));
    }
    variants(operation, call);
  }

  /** The user of the token is deleted, and so is the host of the examples' sessions. */
  private void usersGone(Operation operation, Call call) throws IOException {
    String gone = mock.addUser("gone@example.com");
    List<String> all = new ArrayList<>();
    operation
        .node()
        .path("x-zoom-scopes")
        .forEach(side -> side.forEach(kind -> kind.forEach(one -> all.add(one.asText()))));
    String token = mock.userToken(gone, all.toArray(String[]::new));
    GeneratedRequest delete = requests.example(description.operation("deleteUser"));
    send(delete.withPath("accountId", "me").withPath("userId", gone));
    call.make(mock, token, requests.example(operation));
    send(delete);
    variants(operation, call);
  }

  /** Values that name something else than the operation takes, in its path and its body. */
  private void strangers(Operation operation, Call call) throws IOException {
    String ofOther = mock.addUser("other@example.com");
    send(
        "createUser",
        "{\"action\": \"create\", \"user_info\": {\"email\": \"sub@example.com\", \"type\": 1}}",
        mock.example("accountId"));
    String user = mock.example("userId");
    JsonNode jill = send(requests.example(description.operation("getUser")));
    JsonNode pac = send(requests.example(description.operation("listUserPacAccounts")));
    GeneratedRequest example = requests.example(operation);
    List<String> values = new ArrayList<>();
    for (String creation : List.of("createMeeting", "createWebinar", "createGroup")) {
      values.addAll(mock.seed(creation, OF_OWN_ACCOUNT.get(creation), 1));
    }
    values.addAll(
        List.of(
            ofOther,
            jill.path("pmi").asText(),
            pac.at("/pac_accounts/0/conference_id").asText(),
            mock.example("webinarId")));
    for (String name : example.path().keySet()) {
      for (String value : values) {
        call.make(mock, mock.appToken(), example.withPath(name, value));
      }
    }
    for (GeneratedRequest request : variants.of(operation)) {
      for (GeneratedRequest other : variants.withTexts(request, List.of("sub@example.com"))) {
        call.make(mock, mock.appToken(), other);
      }
    }
    GeneratedRequest role = requests.example(description.operation("assignRole"));
    send(
        role.withPath("roleId", "1")
            .withBody(bytes("{\"members\": [{\"id\": \"" + user + "\"}]}")));
    variants(operation, call);
  }

  /** Another thing of the same collection, of which the request says the same. */
  private void twins(Operation operation, Call call) throws IOException {
    String collection = operation.masterPath().replaceFirst("/\\{\\w+}$", "");
    List<Operation> creating =
        description.operations().stream()
            .filter(one -> one.method().equals("POST") && one.masterPath().equals(collection))
            .toList();
    String last = operation.masterPath().replaceFirst("^.*\\{(\\w+)}$", "$1");
    for (Operation one : creating) {
      mock.reset();
      JsonNode made = send(requests.example(one));
      String id = made.path("id").asText(made.path(last).asText());
      for (GeneratedRequest request : variants.of(operation)) {
        if (request.path().containsKey(last) && !id.isEmpty()) {
          send(request.withPath(last, id));
        }
        call.make(mock, mock.appToken(), request);
        call.make(mock, mock.appToken(), variants.like(one, request));
      }
    }
  }

  /** A session of which the examples tell nothing: to come, in series, running, and over. */
  private void newSessions(Operation operation, Call call) throws IOException {
    GeneratedRequest example = requests.example(operation);
    Holding holding = Holding.AS_SCHEDULED.inAccount(mock.example("accountId")).recorded();
    for (String parameter : List.of("meetingId", "webinarId")) {
      if (example.path().containsKey(parameter)) {
        for (String more : List.of("", ", \"recurrence\": {\"type\": 1, \"end_times\": 3}")) {
          call.make(mock, mock.appToken(), example.withPath(parameter, created(parameter, more)));
          callAsInvited(example.withPath(parameter, created(parameter, more)), call);
          String held = created(parameter, more);
          mock.hold(held, holding);
          call.make(mock, mock.appToken(), example.withPath(parameter, held));
        }
        mock.reset();
        mock.hold(mock.example(parameter), holding);
        mock.begin(mock.example(parameter), holding);
        call.make(mock, mock.appToken(), example);
      }
    }
  }

  /** The id of a new session in nine days for which one registers. */
  private String created(String parameter, String more) throws IOException {
    boolean webinar = parameter.equals("webinarId");
    int type = (webinar ? 5 : 2) + (more.isEmpty() ? 0 : webinar ? 4 : 6);
    Instant start = mock.clock().instant().plus(Duration.ofDays(9));
    String body =
        """
        {"topic": "New", "type": %d, "start_time": "%s", "duration": 30,
          "settings": {"approval_type": 0, "registration_type": 1}%s}""";
    return send(
            webinar ? "createWebinar" : "createMeeting",
            body.formatted(type, start.truncatedTo(ChronoUnit.SECONDS), more),
            mock.example("accountId"))
        .path("id")
        .asText();
  }

  /** As the host, and as somebody who has been invited. */
  private void callAsInvited(GeneratedRequest request, Call call) throws IOException {
    JsonNode host = send(requests.example(description.operation("getUser")));
    if (request.path().containsKey("webinarId")) {
      String panelist = "{\"panelists\": [{\"name\": \"Pia\", \"email\": \"pia@example.com\"}]}";
      send(
          requests
              .example(description.operation("addWebinarPanelists"))
              .withPath("webinarId", request.path().get("webinarId"))
              .withBody(bytes(panelist)));
    }
    List<String> people = List.of(host.path("email").asText(), "pia@example.com");
    for (GeneratedRequest other : variants.withTexts(request, people)) {
      call.make(mock, mock.appToken(), other);
    }
  }

  /** More calls on a day than a mock with limits takes. */
  private void manyCalls(Operation operation, Call call) throws IOException {
    if (!operation.node().path("responses").has("429")) {
      return;
    }
    try (MockZoom limited = MockZoom.builder().rateLimits(MockPlan.BUSINESS).start()) {
      for (int i = 0; i < MOST_A_DAY; i++) {
        call.make(limited, limited.appToken(), requests.example(operation));
        limited.clock().advance(Duration.ofSeconds(1));
      }
    }
  }

  /** The account that an operation is called in: the own one where it has no other. */
  private String account(Operation operation) {
    boolean named = requests.example(operation).path().containsKey("accountId");
    return named ? mock.example("accountId") : "me";
  }

  private JsonNode send(String operationId, String body, String account) throws IOException {
    GeneratedRequest example = requests.example(description.operation(operationId));
    return send(example.withPath("accountId", account).withBody(bytes(body)));
  }

  private JsonNode send(GeneratedRequest request) throws IOException {
    try (Wire wire = new Wire(mock.apiBase(), mock.appToken())) {
      return Variants.read(bytes(wire.send(request).body()));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
