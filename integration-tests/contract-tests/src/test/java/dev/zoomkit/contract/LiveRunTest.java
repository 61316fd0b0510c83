package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockRequest;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API is called as one that nobody knows: what it has beyond the description is listed. */
class LiveRunTest {

  private static final String SECRET_MAIL = "salt.of.the.earth@private.example";

  @TempDir private Path directory;
  private CheckedMock checked;

  @BeforeEach
  void start() {
    checked = new CheckedMock(MockZoom.builder(), directory);
  }

  @AfterEach
  void stop() {
    checked.close();
  }

  @Test
  void theMockDepartsInNothingAndIsReadOnly() throws IOException {
    String said = checked.run();

    assertThat(checked.fits()).isTrue();
    assertThat(checked.departures()).isEmpty();
    assertThat(said)
        .containsPattern("1\\d\\d operations answered with 2xx, \\d+ with errors only, ")
        .containsPattern(", 0 refused for rate limits, 0 for scopes, 1\\d\\d not called; ")
        .contains("; 0 departures", "contract-report.html", "contract-drift.json");
    assertThat(checked.called()).hasSizeGreaterThan(60).contains("getWebinar", "listUsers");
    assertThat(checked.calls()).extracting(MockRequest::method).containsOnly("GET");
    assertThat(checked.reason("deleteGroup")).isEqualTo("it deletes or ends something");
    assertThat(checked.reason("createGroup")).contains("contract.writes=true");
  }

  @Test
  void theReportSaysWhatWasHeldAgainstWhat() throws IOException {
    checked.run();

    assertThat(directory.resolve("contract-report.md"))
        .content()
        .contains(
            "What "
                + checked.mock.apiBase()
                + " responded at 2026-11-22T10:00:00Z, held against version 0.1.0 of the"
                + " description.");
  }

  @Test
  void departuresAreListedAndTellOfNobody() throws IOException {
    checked.change(
        "listUsers",
        body ->
            body.replaceFirst(
                    "\"users\":\\[\\{", "\"users\":[{\"shoe_size\":46,\"" + SECRET_MAIL + "\":1,")
                .replaceAll("\"type\":\\d", "\"type\":77")
                .replaceAll("\"total_records\":\\d+", "\"total_records\":\"" + SECRET_MAIL + "\""));
    checked.change(
        "getUser",
        body -> body.replaceAll("\"status\":\"\\w+\"", "\"status\":\"" + SECRET_MAIL + "\""));
    checked.change("getWebinar", body -> body.replaceAll("\"uuid\":\"[^\"]*\",", ""));
    checked.respond("listRoles", MockResponse.error(418, 4711, SECRET_MAIL));

    checked.run();

    assertThat(checked.fits()).isFalse();
    assertThat(checked.departures())
        .contains(
            "UserSummary /shoe_size undocumented field integer",
            "UserSummary /(withheld) undocumented field integer",
            "UserType  undocumented value 77",
            "CountedPage /total_records other type string",
            "UserStatus  undocumented value (withheld)",
            "listRoles  undocumented status 418 with code 4711");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file)).doesNotContain(SECRET_MAIL, "example.com"));
    }
  }

  @Test
  void aFieldOfManyObjectsIsOneDepartureWithItsPlaces() throws IOException {
    for (String operation : new String[] {"getMeeting", "getWebinar"}) {
      checked.change(operation, body -> body.replaceFirst("\\{", "{\"mood\":\"good\","));
    }
    checked.change("listUsers", body -> body.replaceAll("\\{\"id\"", "{\"mood\":\"good\",\"id\""));

    checked.run();

    assertThat(checked.departures())
        .filteredOn(line -> line.startsWith("UserSummary"))
        .containsExactly("UserSummary /mood undocumented field string");
    assertThat(checked.drift().toString())
        .contains("{\"operation\":\"listUsers\",\"pointer\":\"/users/*/mood\"");
    assertThat(Files.readAllLines(directory.resolve("contract-report.md")))
        .filteredOn(line -> line.contains("/mood | undocumented field"))
        .singleElement()
        .asString()
        .contains("Meeting", "UserSummary", "listUsers /users/*/mood");
  }

  @Test
  void aBrokenFormatIsNamedWithTheShapeThatBreaksIt() throws IOException {
    checked.change(
        "getUser",
        body ->
            body.replaceAll(
                    "\"last_login_time\":\"[^\"]*\"", "\"last_login_time\":\"22 Nov 2026 10:00\"")
                .replaceAll("\"email\":\"[^\"]*\"", "\"email\":\"mia keller\""));

    checked.run();

    assertThat(checked.departures())
        .contains(
            "UserSummary /last_login_time breaks format date-time \"99 a 9999 99:99\"",
            "UserSummary /email breaks format email string");
  }

  @Test
  void aNumberAsTextIsNoUndocumentedValueAsWell() throws IOException {
    checked.change("getUser", body -> body.replaceAll("\"type\":(\\d)", "\"type\":\"$1\""));

    checked.run();

    assertThat(checked.departures()).containsExactly("UserType  other type string");
  }

  @Test
  void brokenJsonIsADeparture() throws IOException {
    checked.change("listRoles", body -> body.substring(0, body.length() - 1));

    checked.run();

    assertThat(checked.departures()).containsExactly("listRoles  no JSON bytes that are none");
  }

  @Test
  void whatCannotBeCheckedSaysSoInOneLine() throws IOException {
    assertThat(said("ZOOM_CLIENT_SECRET", "wrong"))
        .isEqualTo(
            "Contract check: "
                + checked.mock.tokenEndpoint()
                + " gives no token to these credentials: HTTP 401, invalid_client, Invalid"
                + " client_id or client_secret.");
    assertThat(said("ZOOM_ACCESS_TOKEN", "wrong"))
        .endsWith(" refuses the access token: HTTP 401, 124, The access token is invalid.");
    assertThat(said("contract.baseUrl", "http://127.0.0.1:1/v2"))
        .startsWith("Contract check: 127.0.0.1 cannot be reached: ");
    assertThat(said("ZOOM_CLIENT_ID", "")).startsWith("Contract check: there are no credentials;");
  }

  @Test
  void aTokenEndpointThatTellsTheSecretBackIsNotQuoted() throws IOException {
    checked.respond(
        MockZoom.TOKEN_OPERATION,
        MockResponse.json(
            400,
            "{\"error\":\"invalid\",\"reason\":\"not %s\"}".formatted(MockZoom.CLIENT_SECRET)));

    assertThat(checked.run()).endsWith(": HTTP 400, invalid, not (withheld).");
  }

  /** What a run says with one other setting. */
  private String said(String name, String value) throws IOException {
    String usual = checked.settings.put(name, value);
    String said = checked.run();
    if (usual == null) {
      checked.settings.remove(name);
    } else {
      checked.settings.put(name, usual);
    }
    assertThat(said).doesNotContain("\n");
    return said;
  }
}
