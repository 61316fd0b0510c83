package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.mock.MockRequest;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API is called as one that nobody knows: what it has beyond the description is listed. */
class LiveRunTest {

  private static final String SECRET_MAIL = "salt.of.the.earth@private.example";

  @AutoClose
  private final MockZoom mock = MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).start();

  private final Map<String, String> settings = new HashMap<>();

  @TempDir private Path directory;

  LiveRunTest() {
    settings.put("contract.baseUrl", mock.apiBase().toString());
    settings.put("contract.tokenEndpoint", mock.tokenEndpoint().toString());
    settings.put("ZOOM_ACCOUNT_ID", MockZoom.ACCOUNT_ID);
    settings.put("ZOOM_CLIENT_ID", MockZoom.CLIENT_ID);
    settings.put("ZOOM_CLIENT_SECRET", MockZoom.CLIENT_SECRET);
  }

  @Test
  void theMockDepartsInNothingAndIsReadOnly() throws IOException {
    String said = run();

    assertThat(drift().path("departures")).isEmpty();
    assertThat(said).contains("0 departures", "contract-report.html", "contract-drift.json");
    assertThat(called()).hasSizeGreaterThan(60).contains("getWebinar", "listUsers");
    assertThat(mock.requests().stream().filter(call -> !isTokenCall(call)))
        .extracting(MockRequest::method)
        .containsOnly("GET");
    assertThat(reasons("deleteGroup")).isEqualTo("it deletes or ends something");
    assertThat(reasons("createGroup")).contains("contract.writes=true");
  }

  @Test
  void whatIsAskedForIsWrittenAndNothingThatDestroysOrTellsPeople() throws IOException {
    settings.put("contract.writes", "true");
    run();

    assertThat(called()).contains("updateUserSettings").doesNotContain("deleteWebinar");
    BundledDescription description = BundledDescription.load();
    assertThat(description.operations().stream().filter(each -> called(each)))
        .isNotEmpty()
        .allMatch(each -> !each.node().has("x-zoom-notifies"))
        .allMatch(each -> !each.node().path("x-zoom-effect").asText().equals("destroy"));
  }

  @Test
  void departuresAreListedAndTellOfNobody() throws IOException {
    change(
        "listUsers",
        body ->
            body.replaceFirst(
                    "\"users\":\\[\\{", "\"users\":[{\"shoe_size\":46,\"" + SECRET_MAIL + "\":1,")
                .replaceAll("\"type\":\\d", "\"type\":77")
                .replaceAll("\"total_records\":\\d+", "\"total_records\":\"" + SECRET_MAIL + "\""));
    change(
        "getUser",
        body -> body.replaceAll("\"status\":\"\\w+\"", "\"status\":\"" + SECRET_MAIL + "\""));
    change("getWebinar", body -> body.replaceAll("\"uuid\":\"[^\"]*\",", ""));
    mock.on("listRoles").next().respond(MockResponse.error(418, 4711, SECRET_MAIL));

    run();

    assertThat(departures())
        .contains(
            "listUsers /users/*/shoe_size undocumented field integer",
            "listUsers /users/*/(withheld) undocumented field integer",
            "listUsers /users/*/type undocumented value 77",
            "listUsers /total_records other type string",
            "getUser /status undocumented value (withheld)",
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
  void whatCannotBeCheckedSaysSoInOneLine() throws IOException {
    assertThat(said("ZOOM_CLIENT_SECRET", "wrong"))
        .isEqualTo(
            "Contract check: "
                + mock.tokenEndpoint()
                + " gives no token to these credentials: HTTP 401.");
    assertThat(said("ZOOM_ACCESS_TOKEN", "wrong")).endsWith(" refuses the access token: HTTP 401.");
    assertThat(said("contract.baseUrl", "api.zoom.us/v2"))
        .isEqualTo(
            "Contract check: contract.baseUrl is no URL such as https://api.zoom.us/v2:"
                + " \"api.zoom.us/v2\".");
    assertThat(said("contract.baseUrl", "http://127.0.0.1:1/v2"))
        .startsWith("Contract check: 127.0.0.1 cannot be reached: ");
    assertThat(said("ZOOM_CLIENT_ID", "")).startsWith("Contract check: there are no credentials;");
  }

  /** What a run says with one other setting. */
  private String said(String name, String value) throws IOException {
    String usual = settings.put(name, value);
    String said = run().strip();
    if (usual == null) {
      settings.remove(name);
    } else {
      settings.put(name, usual);
    }
    assertThat(said).doesNotContain("\n");
    return said;
  }

  private String run() throws IOException {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Contract.run(directory, settings::get);
    } finally {
      System.setOut(usual);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private void change(String operationId, UnaryOperator<String> change) {
    mock.on(operationId)
        .next()
        .change(response -> response.withBody(change.apply(response.body())));
  }

  private JsonNode drift() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("contract-drift.json").toFile());
  }

  private List<String> departures() throws IOException {
    return drift()
        .path("departures")
        .valueStream()
        .map(
            each ->
                "%s %s %s %s"
                    .formatted(
                        each.path("operation").asText(),
                        each.path("pointer").asText(),
                        each.path("kind").asText(),
                        each.path("seen").asText()))
        .toList();
  }

  private String reasons(String operationId) throws IOException {
    return drift()
        .path("notCalled")
        .valueStream()
        .filter(each -> each.path("operation").asText().equals(operationId))
        .map(each -> each.path("reason").asText())
        .findFirst()
        .orElse("");
  }

  private List<String> called() {
    return mock.requests().stream()
        .filter(call -> !isTokenCall(call))
        .map(MockRequest::operationId)
        .distinct()
        .toList();
  }

  private boolean called(Operation operation) {
    return called().contains(operation.id());
  }

  private static boolean isTokenCall(MockRequest call) {
    return MockZoom.TOKEN_OPERATION.equals(call.operationId());
  }
}
