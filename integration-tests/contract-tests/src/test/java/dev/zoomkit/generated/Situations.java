package dev.zoomkit.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.BundledDescription;
import dev.zoomkit.contract.Operation;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.Holding;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operation's errors come of, brought about as a test would, as far as the errors' rows say
 * it: a circumstance is assumed, a setting switched off, a session held so long ago that Zoom has
 * forgotten it.
 */
final class Situations {
  private static final Duration OVER_A_YEAR = Duration.ofDays(400);

  /** What makes of the examples' things others that a rule is about, by the operation to call. */
  private static final Map<String, String> CHANGES =
      Map.of(
          "updateMeeting", "{\"settings\": {\"approval_type\": 2}}",
          "updateWebinar", "{\"settings\": {\"approval_type\": 2}}",
          "updateUser", "{\"type\": 1}");

  private static final List<String> POOR_PASSWORDS =
      List.of("aaaaaaaa", "Aabcd771", "19283746", "QwIrTzUo", "q7i2t9u4");

  private final MockZoom mock;
  private final Requests requests;
  private final BundledDescription description;

  Situations(MockZoom mock, Requests requests, BundledDescription description) {
    this.mock = mock;
    this.requests = requests;
    this.description = description;
  }

  /** What is done once the situation is there. */
  interface Call {
    void make(String token, GeneratedRequest request) throws IOException;
  }

  /** Brings about the situations of an operation one after the other, each in a new world. */
  void each(Operation operation, Call call) throws IOException {
    GeneratedRequest example = requests.example(operation);
    Set<String> circumstances = new TreeSet<>();
    Set<JsonNode> settings = new LinkedHashSet<>();
    for (JsonNode row : operation.node().path("x-zoom-errors")) {
      row.path("when").forEach(word -> circumstances.add(word.textValue()));
      if (row.has("setting")) {
        settings.add(row.get("setting"));
      }
    }
    for (String circumstance : circumstances) {
      mock.reset();
      mock.assume(Set.of(circumstance));
      call.make(mock.appToken(), example);
      mock.deviate(Set.of(Deviation.PSEUDO_SUCCESSES));
      call.make(mock.appToken(), example);
    }
    for (JsonNode setting : settings) {
      for (String kind : List.of("meeting", "webinar")) {
        mock.reset();
        switchOff(setting, kind);
        call.make(mock.appToken(), example);
      }
    }
    for (var change : CHANGES.entrySet()) {
      mock.reset();
      send(change.getKey(), change.getValue());
      call.make(mock.appToken(), example);
    }
    mock.reset();
    String body = new String(example.body(), StandardCharsets.UTF_8);
    for (String password : body.contains("\"password\"") ? POOR_PASSWORDS : List.<String>of()) {
      String poor = body.replaceAll("(\"password\": ?)\"[^\"]*\"", "$1\"" + password + "\"");
      call.make(mock.appToken(), example.withBody(poor.getBytes(StandardCharsets.UTF_8)));
    }
    mock.reset();
    for (String session : List.of("meetingId", "webinarId")) {
      mock.hold(mock.example(session), Holding.AS_SCHEDULED.inAccount(mock.example("accountId")));
    }
    mock.clock().advance(OVER_A_YEAR);
    call.make(mock.appToken(), example);
  }

  /** Switches a setting off for the host, or for the webinar of the examples. */
  private void switchOff(JsonNode setting, String kind) throws IOException {
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
    send(ofSession ? "updateWebinar" : "updateUserSettings", body.toString());
  }

  private void send(String operationId, String body) throws IOException {
    GeneratedRequest request =
        requests
            .example(description.operation(operationId))
            .withBody(body.getBytes(StandardCharsets.UTF_8));
    try (Wire wire = new Wire(mock.apiBase(), mock.appToken())) {
      wire.send(request);
    }
  }
}
