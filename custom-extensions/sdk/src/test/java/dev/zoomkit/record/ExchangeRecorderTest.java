package dev.zoomkit.record;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.fixture.AtOnce;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.model.UpdateUserRequest;
import dev.zoomkit.model.User;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.user.UserCheck;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeRecorderTest {

  private static final UserRef JILL = UserRef.email("jillianne@acme.example");

  private final FakeZoom zoom = new FakeZoom();
  private final List<ZoomClient> clients = new ArrayList<>();
  private Path file;

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("exchanges.jsonl");
  }

  @AfterEach
  void close() {
    clients.forEach(ZoomClient::close);
    zoom.close();
  }

  private ZoomClient client(ExchangeRecorder recorder) {
    ZoomClient client =
        zoom.client()
            .scopeCheck(ScopeCheck.OFF)
            .userCheck(UserCheck.OFF)
            .recordExchanges(recorder)
            .build();
    clients.add(client);
    return client;
  }

  private User getUser(ZoomClient client) {
    return client.ownAccount().users().getUser(JILL);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> lines() throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add((Map<String, Object>) JsonReader.of(new Buffer().writeUtf8(line)).readJsonValue());
    }
    return lines;
  }

  private static List<String> names(Object object) {
    return ((Map<?, ?>) object).keySet().stream().map(String::valueOf).toList();
  }

  @Test
  void exchangeIsALineWithOtherValuesInThePlaceOfWhatTellsOfAPerson() throws IOException {
    zoom.respond(
        status(
            200,
            """
                {"id": "q3Lm0pXkT5aYw2BrN7dVhA", "email": "jillianne@acme.example", "type": 2, "pmi": 5550123456,
                 "first_name": "Jillianne", "last_name": "", "timezone": "Europe/Berlin", "verified": 1,
                 "group_ids": ["g1"], "manager": null, "shoe_size": 3838383838, "likes": {"tea": true, "note": "Darjeeling"}}
                """,
            "Set-Cookie",
            "session=tasty",
            "X-RateLimit-Remaining",
            "9"));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      client(recorder)
          .with(call -> call.query("nickname", "jay-jay-jay").header("X-Note", "psst-psst-psst"))
          .ownAccount()
          .users()
          .getUser(JILL);
    }

    assertThat(Files.readString(file))
        .doesNotContainIgnoringCase("jillianne")
        .doesNotContain(
            "q3Lm",
            "5550123456",
            "Darjeeling",
            "tasty",
            "psst-psst-psst",
            "jay-jay-jay",
            "token-1",
            "3838383838");
    assertThat(lines()).hasSize(1);
    Map<?, ?> line = lines().get(0);
    Map<?, ?> request = (Map<?, ?>) line.get("request");
    Map<?, ?> response = (Map<?, ?>) line.get("response");
    Map<?, ?> body = (Map<?, ?>) response.get("body");
    assertThat(line.get("operation")).isEqualTo("getUser");
    assertThat(line.get("attempt")).isEqualTo(1.0);
    assertThat(line.get("durationMillis")).isEqualTo(0.0);
    assertThat(request.get("method")).isEqualTo("GET");
    assertThat(request.get("path")).isEqualTo("/users/{userId}");
    assertThat(request.get("pathValues")).hasToString("{userId=" + body.get("email") + "}");
    assertThat(names(request.get("query"))).containsExactly("nickname");
    assertThat(response.get("status")).isEqualTo(200.0);
    assertThat(names(response.get("headers")))
        .containsExactlyInAnyOrder("X-RateLimit-Remaining", "x-zm-trackingid");
    assertThat(body.get("type")).isEqualTo(2.0);
    assertThat(body.get("timezone")).isEqualTo("Europe/Berlin");
    assertThat(body.get("group_ids")).isEqualTo(List.of("g1"));
    assertThat(body.get("last_name")).isEqualTo("");
    assertThat(body.get("manager")).isNull();
    assertThat(body.get("email").toString()).matches("user-.*@example.com");
    assertThat(names(body.get("likes"))).containsExactlyInAnyOrder("tea", "note");
  }

  @Test
  void bodyOfARequestIsWrittenAndAnErrorToo() throws IOException {
    zoom.respond(
        status(
            404,
            "{\"code\": 1001, \"message\": \"User does not exist: jillianne@acme.example.\"}"));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      ZoomClient client = client(recorder);
      UpdateUserRequest request =
          UpdateUserRequest.builder().firstName("Jillianne").timezone("Europe/Berlin").build();
      assertThatThrownBy(() -> client.account("sub").users().updateUser(JILL, request))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("User does not exist: jillianne@acme.example.");
    }

    assertThat(Files.readString(file))
        .doesNotContainIgnoringCase("jillianne")
        .contains("\"path\":\"/accounts/{accountId}/users/{userId}\"", "\"accountId\":\"sub\"")
        .contains("\"timezone\":\"Europe/Berlin\"", "\"code\":1001,\"message\":\"");
  }

  @Test
  void eachAttemptIsALine() throws IOException {
    zoom.respond(
        status(401, ""), status(503, ""), json("{\"type\": 1, \"email\": \"a@b.example\"}"));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      getUser(client(recorder));
    }

    assertThat(Files.readAllLines(file))
        .extracting(line -> line.replaceAll(".*\"attempt\":(\\d).*\"status\":(\\d+).*", "$1 $2"))
        .containsExactly("1 401", "2 503", "3 200");
  }

  @Test
  void ofABodyThatIsNoJsonOrTooLargeTypeAndSizeAreWritten() throws IOException {
    String large = "{\"first_name\": \"" + "x".repeat(ExchangeRecorder.MOST_BODY_BYTES) + "\"}";
    zoom.respond(
        status(400, "<p>jillianne@acme.example</p>", "Content-Type", "text/html; name=jillianne"),
        json(large),
        json("{\"first_name\": \"Jillianne\""));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      ZoomClient client = client(recorder);
      assertThatThrownBy(() -> getUser(client));
      assertThat(getUser(client).firstName()).hasSize(ExchangeRecorder.MOST_BODY_BYTES);
      assertThatThrownBy(() -> getUser(client)).isInstanceOf(UnreadableResponseException.class);
    }

    assertThat(Files.readString(file)).doesNotContainIgnoringCase("jillianne");
    assertThat(lines())
        .extracting(line -> ((Map<?, ?>) line.get("response")).get("content").toString())
        .satisfiesExactly(
            html -> assertThat(html).isEqualTo("{type=text/html, bytes=29.0}"),
            tooLarge -> assertThat(tooLarge).startsWith("{type=application/json, bytes="),
            broken -> assertThat(broken).startsWith("{type=application/json, bytes="));
  }

  @Test
  void whatTheDescriptionLacksIsNotRecorded() throws IOException {
    zoom.respond(json("{}"), json("{\"type\": 1, \"email\": \"a@b.example\"}"), json("{}"));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      ZoomClient client = client(recorder);
      client.request("GET", "/chat/users/{userId}/channels").path("userId", "jillianne").json();
      client.request("GET", "/users/{userId}").path("userId", "jillianne").json();
      client.execute(client.api(ThingsApi.class).getThing("me", "7"));
    }

    assertThat(lines()).extracting(line -> line.get("operation")).containsExactly("getUser");
    assertThat(Files.readString(file)).doesNotContain("jillianne");
  }

  @Test
  void requestThatAnInterceptorLedElsewhereIsNotRecorded() throws IOException {
    zoom.respond(json("{\"type\": 1, \"email\": \"a@b.example\"}"));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file);
        ZoomClient client =
            zoom.client()
                .scopeCheck(ScopeCheck.OFF)
                .recordExchanges(recorder)
                .addInterceptor(
                    chain ->
                        chain.proceed(
                            chain
                                .request()
                                .newBuilder()
                                .url(zoom.endpoint().resolve("gateway/jillianne").toString())
                                .build()))
                .build()) {
      getUser(client);
    }

    assertThat(lines()).isEmpty();
  }

  @Test
  void fileIsItsOwnersAndMustNotBeThere() throws IOException {
    ExchangeRecorder.to(file).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> ExchangeRecorder.to(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ExchangeRecorder needs a file that is not there yet; " + file + " is.");
  }

  private ExchangeRecorder recorder(RandomAccessFile to, long mostBytes) {
    return new ExchangeRecorder(file, new LineFile(to, mostBytes), Marks.onClassPath());
  }

  @Test
  void fullFileEndsWithAWholeLineAndChangesNoCall() throws IOException {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.record");
        ExchangeRecorder recorder = recorder(new RandomAccessFile(file.toFile(), "rw"), 1000)) {
      ZoomClient client = client(recorder);
      for (int call = 0; call < 10; call++) {
        zoom.respond(json("{\"type\": 1, \"email\": \"a@b.example\"}"));
        assertThat(getUser(client).email()).isEqualTo("a@b.example");
      }

      assertThat(log.lines())
          .containsExactly(
              "The recording in %s has ended, because the file is as large as it may get."
                  .formatted(file));
    }

    assertThat(lines()).isNotEmpty();
    assertThat(Files.size(file)).isLessThanOrEqualTo(1000);
  }

  @Test
  void failingDiskEndsItWithAWholeLineAndChangesNoCall() throws IOException {
    RandomAccessFile disk =
        new RandomAccessFile(file.toFile(), "rw") {
          @Override
          public void write(byte[] line) throws IOException {
            write(line, 0, length() == 0 ? line.length : line.length / 2);
            if (length() > line.length) {
              throw new IOException("No space left on device");
            }
          }
        };
    try (CapturedLog log = new CapturedLog("dev.zoomkit.record");
        ExchangeRecorder recorder = recorder(disk, 10_000)) {
      ZoomClient client = client(recorder);
      for (int call = 0; call < 4; call++) {
        zoom.respond(json("{\"type\": 1, \"email\": \"a@b.example\"}"));
        assertThat(getUser(client).email()).isEqualTo("a@b.example");
      }

      assertThat(log.lines())
          .containsExactly(
              "The recording in %s has ended, because a line cannot be written.".formatted(file));
    }

    assertThat(lines()).hasSize(1);
  }

  @Test
  void callsOfManyThreadsAreWholeLines() throws Exception {
    for (int call = 0; call < 64; call++) {
      zoom.respond(json("{\"type\": 1, \"email\": \"jillianne@acme.example\"}"));
    }
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      ZoomClient client = client(recorder);
      AtOnce.run(
          8,
          () -> {
            for (int call = 0; call < 8; call++) {
              getUser(client);
            }
            return null;
          });
    }

    assertThat(lines()).hasSize(64);
  }

  @Test
  void interruptedThreadDoesNotEndTheRecording() throws IOException {
    zoom.respond(
        json("{\"type\": 1, \"email\": \"a@b.example\"}"),
        json("{\"type\": 1, \"email\": \"a@b.example\"}"));
    try (ExchangeRecorder recorder = ExchangeRecorder.to(file)) {
      ZoomClient client = client(recorder);
      client
          .with(call -> call.onResponse(response -> Thread.currentThread().interrupt()))
          .ownAccount()
          .users()
          .getUser(JILL);
      assertThat(Thread.interrupted()).isTrue();
      getUser(client);
    }

    assertThat(lines()).hasSize(2);
  }

  @Test
  void callsAfterTheEndAreNotRecorded() throws IOException {
    zoom.respond(json("{\"type\": 1, \"email\": \"a@b.example\"}"));
    ExchangeRecorder recorder = ExchangeRecorder.to(file);
    recorder.close();
    recorder.close();

    assertThat(getUser(client(recorder)).email()).isEqualTo("a@b.example");
    assertThat(lines()).isEmpty();
    assertThat(recorder).hasToString("ExchangeRecorder[" + file + "]");
  }
}
