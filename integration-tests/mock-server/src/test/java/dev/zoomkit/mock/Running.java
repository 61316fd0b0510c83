package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Answer;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Description;
import dev.zoomkit.mock.description.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A mock for each test, at a fixed time, and the paths that most tests need. */
abstract class Running {
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final Queue<String> invalid = new ConcurrentLinkedQueue<>();
  MockZoom zoom;
  Client client;
  String host;
  String webinar;

  /** What the mock of a test plays. */
  Description description() {
    return Description.onClassPath();
  }

  @BeforeEach
  void start() {
    zoom = MockZoom.builder().description(description()).startAt(START).start();
    zoom.filterAnswers(this::checked);
    client = new Client(zoom);
    host = "users/" + zoom.example("userId");
    webinar = "webinars/98520143677";
  }

  @AfterEach
  void stop() {
    zoom.close();
    assertThat(invalid).isEmpty();
  }

  /** Holds every answer of a test against the description. */
  private MockAnswer checked(String operationId, MockAnswer answer) {
    Content success =
        operationId.equals(MockZoom.TOKEN_OPERATION) || answer.status() >= 300
            ? null
            : description().operation(operationId).answer();
    if (success != null) {
      JsonNode json = Json.parse(answer.body());
      description()
          .problems(success.shape().pointer(), json == null ? Json.object() : json)
          .forEach(problem -> invalid.add(operationId + ": " + problem + " in " + answer.body()));
    }
    return answer;
  }

  /** Schedules a webinar and answers its path. */
  String newWebinar(String json) {
    Answer created = client.post(host + "/webinars", json);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return "webinars/" + created.json().path("id").asText();
  }

  static List<String> texts(JsonNode array, String name) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(row -> row.path(name).asText())
        .toList();
  }

  /** The values of a property over all pages of a list. */
  List<String> allPages(String path, String items, String name) {
    List<String> values = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          client.get(path + (token.isEmpty() ? "" : "&next_page_token=" + token)).json();
      values.addAll(texts(page.path(items), name));
      token = page.path("next_page_token").asText();
    } while (!token.isEmpty());
    return values;
  }

  static void assertRefused(Answer answer, int status, int code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    assertThat(answer.json().path("message").asText()).isNotBlank();
  }

  static void assertRefusesField(Answer answer, String field) {
    assertRefused(answer, 400, 300);
    assertThat(texts(answer.json().path("errors"), "field")).contains(field);
  }
}
