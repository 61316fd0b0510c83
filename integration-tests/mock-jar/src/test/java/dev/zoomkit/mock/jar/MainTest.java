package dev.zoomkit.mock.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the program makes of its options, in this process. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<MockZoom> started = new ArrayList<>();

  private int run(Main.Running until, String... arguments) {
    CommandLine command =
        Main.command(
            mock -> {
              started.add(mock);
              until.run(mock);
            });
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void printsWhatAClientHasToKnow() {
    int code =
        run(
            mock ->
                assertThat(out.toString().lines())
                    .containsExactly(
                        "A mock of Zoom is running. Its clock stands at 2027-03-01T09:00:00Z.",
                        "base URL        " + mock.apiBase(),
                        "token endpoint  " + mock.tokenEndpoint(),
                        "account id      " + MockZoom.ACCOUNT_ID,
                        "client id       " + MockZoom.CLIENT_ID,
                        "client secret   " + MockZoom.CLIENT_SECRET,
                        "admin API       " + mock.apiBase().resolve("/_mock")),
            "--port=0",
            "--start-at=2027-03-01T09:00:00Z");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(started).hasSize(1);
  }

  @Test
  void saysThatTheClockRuns() {
    run(mock -> {}, "--port=0", "--start-at=2027-03-01T09:00:00Z", "--running-clock");

    assertThat(out.toString()).contains("Its clock starts at 2027-03-01T09:00:0");
  }

  @Test
  void keepsThePlanAndTheScopes() {
    run(
        mock -> {
          assertThat(mock.useCalls("LIGHT", 1000)).isBetween(1, 999);
          String user = mock.example("userId");
          mock.signIn(user, "user:read");
          assertThat(
                  token(mock, "grant_type=account_credentials&account_id=" + MockZoom.ACCOUNT_ID))
              .contains("\"scope\":\"user:read webinar:read\"");
        },
        "--port=0",
        "--plan=business",
        "--scopes=webinar:read,user:read");

    assertThat(err.toString()).isEmpty();
    assertThat(started).hasSize(1);
  }

  @Test
  void servesAnOverlay(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(
        file,
        "{overlay: 1.1.0, info: {title: A, version: b},"
            + " actions: [{target: $.info, update: {title: Ours}}]}");

    int code =
        run(
            mock ->
                assertThat(
                        body(
                            HttpRequest.newBuilder(mock.apiBase().resolve("/docs/zoom.json"))
                                .build()))
                    .contains("\"Ours\""),
            "--port=0",
            "--overlay=" + file);

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(started).hasSize(1);
  }

  @Test
  void anOverlayThatIsNoneIsRefusedInOneLine() {
    int code = run(mock -> {}, "--port=0", "--overlay=nowhere.yaml");

    assertThat(err.toString())
        .isEqualTo(
            "The mock cannot take this overlay: nowhere.yaml: there is no such file."
                + System.lineSeparator());
    assertThat(code).isEqualTo(1);
    assertThat(started).isEmpty();
  }

  @Test
  void deviatesAsItIsTold() {
    run(
        mock ->
            assertThat(mock.deviations())
                .containsExactly(Deviation.EMPTY_DATES, Deviation.BARE_SUCCESSES),
        "--port=0",
        "--realism=bare-successes,EMPTY_DATES");
    run(
        mock -> assertThat(mock.deviations()).containsExactly(Deviation.values()),
        "--port=0",
        "--realism=all");

    assertThat(err.toString()).isEmpty();
    assertThat(started).hasSize(2);
  }

  @Test
  void beginsWithADemoOfSomeSize() {
    run(
        mock ->
            assertThat(body(HttpRequest.newBuilder(mock.apiBase().resolve("/_mock/world")).build()))
                .contains("\"users\":3,", "\"webinars\":6,", "\"groups\":6,"),
        "--port=0",
        "--seed=demo",
        "--users=3",
        "--webinars-per-user=1");
    assertThat(err.toString()).isEmpty();
    assertThat(run(mock -> {}, "--port=0", "--seed=demo", "--users=0")).isEqualTo(1);
    assertThat(run(mock -> {}, "--port=0", "--users=3")).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("1 to 10,000 users, not 0"))
        .anySatisfy(line -> assertThat(line).contains("--seed demo, not for examples"));
    assertThat(started).hasSize(1);
  }

  private static String token(MockZoom mock, String form) {
    String basic =
        Base64.getEncoder()
            .encodeToString((MockZoom.CLIENT_ID + ":" + MockZoom.CLIENT_SECRET).getBytes());
    return body(
        HttpRequest.newBuilder(mock.tokenEndpoint())
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static String body(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException gone) {
      throw new AssertionError(gone);
    }
  }

  @ParameterizedTest
  @CsvSource({"examples, 200", "demo, 404", "empty, 404", "EMPTY, 404"})
  void beginsWithTheSeed(String seed, int status) {
    run(
        mock -> {
          String webinar = "webinars/" + mock.example("webinarId");
          URI at = mock.apiBase().resolve(webinar);
          String token = mock.userToken(mock.example("userId"), "webinar:read:admin");
          try {
            assertThat(
                    HttpClient.newHttpClient()
                        .send(
                            HttpRequest.newBuilder(at)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                            HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(status);
          } catch (IOException gone) {
            throw new AssertionError(gone);
          }
        },
        "--port=0",
        "--seed=" + seed);

    assertThat(err.toString()).isEmpty();
    assertThat(started).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot=1             | There is no option \"--prot\"; the nearest is --port.",
        "--emtpy              | There is no option \"--emtpy\"; what there is: --all-addresses, --help,",
        "--seed=big           | '--seed': expected one of [examples, demo, empty]",
        "--plan=gold          | '--plan': expected one of [FREE, PRO, BUSINESS]",
        "--port=ninety        | '--port': 'ninety'",
        "--port=70000         | A port is a number from 0 to 65535, not 70000.",
        "--scopes=webinar:rea | webinar:read",
        "--scopes=,           | --scopes names none",
        "--realism=,          | --realism names none",
        "--realism=emty-dates | There is no deviation \"EMTY_DATES\"; the nearest is EMPTY_DATES.",
        "--start-at=now       | '--start-at': has to be an instant such as 2027",
        "--seed               | '--seed'",
        "something            | 'something'"
      })
  void refusesWhatItDoesNotKnowInALine(String argument, String part) {
    int code = run(mock -> {}, argument);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains(part);
    assertThat(out.toString()).isEmpty();
    assertThat(started).isEmpty();
  }

  @Test
  void saysThatAPortIsInUse() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int code = run(mock -> {}, "--port=" + other.getLocalPort());

      assertThat(code).isEqualTo(1);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("The mock cannot listen on port " + other.getLocalPort() + ": ")
          .containsIgnoringCase("in use");
    }
  }

  @Test
  void listensElsewhereOnlyIfItShould() {
    for (boolean everywhere : new boolean[] {false, true}) {
      run(
          mock -> {
            int port = mock.apiBase().getPort();
            try (ServerSocket beside = new ServerSocket()) {
              beside.bind(new InetSocketAddress("127.0.0.2", port));
              assertThat(everywhere).isFalse();
            } catch (IOException taken) {
              assertThat(everywhere).isTrue();
            }
          },
          everywhere ? new String[] {"--port=0", "--all-addresses"} : new String[] {"--port=0"});
    }
    assertThat(err.toString()).isEmpty();
    assertThat(started).hasSize(2);
  }

  @Test
  void listsItsOptions() {
    assertThat(run(mock -> {}, "--help")).isZero();
    assertThat(out.toString()).contains("--port", "--seed", "--plan", "--scopes", "--realism");
    assertThat(started).isEmpty();
  }
}
