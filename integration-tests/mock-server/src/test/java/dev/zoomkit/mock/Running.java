package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A mock for each test, at a fixed time, and the paths that most tests need. */
public abstract class Running {
  public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private static final Set<String> OAUTH =
      Set.of(MockZoom.TOKEN_OPERATION, MockZoom.DEVICE_CODE_OPERATION, MockZoom.REVOKE_OPERATION);

  private final Queue<String> invalid = new ConcurrentLinkedQueue<>();
  protected MockZoom zoom;
  protected Client client;
  protected String host;
  protected String webinar;

  /** What the mock of a test plays. */
  protected ApiDescription description() {
    return ApiDescription.onClassPath();
  }

  /** Whether a path is one of an operation's, such as that of a user whose id is {@code email}. */
  protected boolean isTaken(String method, String path) {
    return description().operations().stream()
        .filter(other -> other.method().equals(method))
        .anyMatch(other -> matches(other.path(), path) || matches(other.ownPath(), path));
  }

  private static boolean matches(@Nullable String template, String path) {
    return template != null && path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
  }

  @BeforeEach
  void start() {
    zoom = MockZoom.builder().description(description()).startAt(START).start();
    zoom.filterResponses(this::checked);
    client = new Client(zoom);
    host = "users/" + zoom.example("userId");
    webinar = "webinars/98520143677";
  }

  @AfterEach
  void stop() {
    zoom.close();
    assertThat(invalid).isEmpty();
  }

  /** Holds every response of a test against the description. */
  private MockResponse checked(String operationId, MockResponse response) {
    Content success =
        OAUTH.contains(operationId) || response.status() >= 300
            ? null
            : description().operation(operationId).response();
    if (success != null) {
      JsonNode json = Json.parse(response.body());
      description()
          .problems(success.schema().pointer(), json == null ? Json.object() : json)
          .forEach(problem -> invalid.add(operationId + ": " + problem + " in " + response.body()));
    }
    return response;
  }

  /** Schedules a webinar and returns its path. */
  protected String newWebinar(String json) {
    Response created = client.post(host + "/webinars", json);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return "webinars/" + created.json().path("id").asText();
  }

  public static List<String> texts(JsonNode array, String name) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(row -> row.path(name).asText())
        .toList();
  }

  /** The values of a property over all pages of a list. */
  protected List<String> allPages(String path, String items, String name) {
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

  protected static void assertRefused(Response response, int status, int code) {
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    assertThat(response.code()).as(response.body()).isEqualTo(code);
    assertThat(response.json().path("message").asText()).isNotBlank();
  }

  protected static void assertRefusesField(Response response, String field) {
    assertRefused(response, 400, 300);
    assertThat(texts(response.json().path("errors"), "field")).contains(field);
  }
}
