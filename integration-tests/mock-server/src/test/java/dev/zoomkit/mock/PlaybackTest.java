package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded exchanges respond to the requests that they were recorded of. */
class PlaybackTest extends Running {

  private Path file;

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("exchanges.jsonl");
  }

  private void play(String... lines) {
    try {
      zoom.playBack(Files.write(file, List.of(lines)));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String user(String id, String name) {
    return line(
        "getUser",
        "\"userId\": \"" + id + "\"",
        "",
        "\"status\": 200, \"body\": {\"email\": \"a@b.example\", \"type\": 1, \"first_name\": \"%s\"}"
            .formatted(name));
  }

  private static String line(String operation, String path, String query, String response) {
    return "{\"operation\": \"%s\", \"request\": {\"pathValues\": {%s}, \"query\": {%s}}, \"response\": {%s}}"
        .formatted(operation, path, query, response);
  }

  private static String name(Response response) {
    return response.json().path("first_name").asText();
  }

  @Test
  void exchangesAreResponsesInTheirOrderAndEachOnce() {
    play(user("a@b.example", "First"), user("a@b.example", "Second"));

    assertThat(name(client.get("users/a@b.example"))).isEqualTo("First");
    assertThat(name(client.get("accounts/me/users/a@b.example"))).isEqualTo("Second");
    Response refused = client.get("users/a@b.example");
    assertRefused(refused, 400, 300);
    assertThat(refused.json().path("message").asText())
        .isEqualTo(
            "The recording has no exchange left for getUser with {accountId=me,"
                + " userId=a@b.example}. It has with {accountId=me, userId=a@b.example}, which was"
                + " played; with {accountId=me, userId=a@b.example}, which was played; and no more.");
  }

  @Test
  void blackedOutValueStandsForAnyOtherUnlessOneIsTheSame() {
    play(user("other1", "One"), user("other2", "Two"));

    assertThat(name(client.get("users/other2"))).isEqualTo("Two");
    assertThat(name(client.get("users/jill@acme.example"))).isEqualTo("One");
  }

  @Test
  void valuesThatWereNotBlackedOutHaveToBeTheSame() {
    play(
        line(
            "listUsers",
            "",
            "\"status\": [\"active\"]",
            "\"status\": 200, \"body\": {\"users\": []}"),
        line(
            "getMeeting",
            "\"meetingId\": \"1\"",
            "",
            "\"status\": 404, \"body\": {\"code\": 3001, \"message\": \"x\"}"));

    assertRefused(client.get("users"), 400, 300);
    assertRefused(client.get("users?status=pending"), 400, 300);
    assertThat(client.get("users?status=active").json()).hasToString("{\"users\":[]}");
    assertRefused(client.get("meetings/2"), 400, 300);
    assertRefused(client.get("meetings/1"), 404, 3001);
    assertThat(client.get("webinars/1").json().path("message").asText())
        .endsWith("It has none of getWebinar.");
  }

  @Test
  void responseHasItsHeadersAndABodyOfItsSize() {
    play(
        line(
            "getUser",
            "\"userId\": \"x\"",
            "",
            "\"status\": 429, \"headers\": {\"Retry-After\": \"7\"}"),
        line(
            "getUser",
            "\"userId\": \"x\"",
            "",
            "\"status\": 502, \"content\": {\"type\": \"text/html\", \"bytes\": 9}"));

    Response limited = client.get("users/x");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("7");
    Response html = client.get("users/x");
    assertThat(html.header("Content-Type")).isEqualTo("text/html");
    assertThat(html.body()).hasSize(9).isBlank();
  }

  @Test
  void tokensAreStillNeededAndWhatIsScriptedComesFirst() {
    play(user("x", "Played"));
    zoom.on("getUser").next().respond(503, 503);

    assertRefused(client.with("nobody's").get("users/x"), 401, 124);
    assertRefused(client.get("users/x"), 503, 503);
    assertThat(name(client.get("users/x"))).isEqualTo("Played");
    assertThat(zoom.requests("getUser")).hasSize(3);
  }

  @Test
  void resetEndsThePlayback() {
    play();
    assertRefused(client.get(webinar), 400, 300);
    zoom.reset();

    assertThat(new Client(zoom).get("users").status()).isEqualTo(200);
  }

  @Test
  void whatIsNoRecordingIsRefused() {
    for (String line : List.of("", "x", "{}", "{\"operation\": \"getUser\"}")) {
      assertThatThrownBy(() -> play(user("x", "y"), line))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Line 2 is no recorded exchange.");
    }
    assertThatThrownBy(() -> play(line("getUsers", "", "", "\"status\": 200")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no operation \"getUsers\"; the nearest is getUser.");
    assertThatThrownBy(() -> zoom.playBack(Path.of("nowhere", "x")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("The mock cannot read nowhere");
  }
}
