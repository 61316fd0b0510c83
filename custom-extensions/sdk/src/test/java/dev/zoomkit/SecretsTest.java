package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.CLIENT_SECRET;
import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No secret in a message, a stack trace, a serial form, a log line or a toString. */
class SecretsTest {

  private static final String TOKEN = "t0ken-of-the-app";
  private static final String BASIC =
      Base64.getEncoder().encodeToString(("client-1:" + CLIENT_SECRET).getBytes());

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  @Test
  void inNoExceptionAndNoLogLine() {
    String echo = "{\"code\":1,\"message\":\"Bearer " + TOKEN + "\"}";
    List<MockResponse> responses =
        List.of(
            json("{\"id\":7}"),
            json("{\"id\":\"x\"}"),
            json("{\"id\":\"" + TOKEN),
            json(echo),
            status(200, "<html>" + TOKEN, "Content-Type", "text/html"),
            status(400, echo),
            status(401, echo),
            status(404, "<html>" + TOKEN),
            status(429, "{\"code\":429,\"message\":\"" + TOKEN + "\" broken}"),
            noResponse());
    List<MockResponse> tokenResponses =
        List.of(
            status(401, "{\"reason\":\"" + CLIENT_SECRET + "\",\"error\":\"invalid_client\"}"),
            status(500, "<html>" + BASIC),
            json("{\"access_token\":\"" + TOKEN + "\",\"expires"),
            json("[\"" + TOKEN + "\"]"),
            noResponse());
    List<String> seen = new ArrayList<>();
    try (CapturedLog log = new CapturedLog("dev.zoomkit")) {
      responses.forEach(response -> seen.add(failureOf(response, FakeZoom.token(TOKEN, "x"))));
      tokenResponses.forEach(response -> seen.add(failureOf(json("{}"), response)));
      seen.addAll(log.lines());
    }

    assertThat(seen).hasSizeGreaterThan(responses.size() + tokenResponses.size());
    assertThat(seen).noneMatch(text -> text.contains(TOKEN));
    assertThat(seen).noneMatch(text -> text.contains(CLIENT_SECRET) || text.contains(BASIC));
  }

  /** The stack trace and the serial form of a failure, empty if the call succeeds. */
  private String failureOf(MockResponse response, MockResponse tokenResponse) {
    zoom.respond(response, response, response, response);
    zoom.respondToToken(tokenResponse, tokenResponse, tokenResponse, tokenResponse);
    StringWriter trace = new StringWriter();
    try (ZoomClient client = zoom.client().build()) {
      Throwable failure =
          catchThrowable(() -> client.execute(client.api(ThingsApi.class).getThing("sub", "7")));
      if (failure != null) {
        failure.printStackTrace(new PrintWriter(trace, true));
        trace.write(serialForm(failure));
      }
    }
    zoom.forgetResponses();
    return trace.toString();
  }

  private static String serialForm(Throwable failure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream serial = new ObjectOutputStream(bytes)) {
      serial.writeObject(failure);
    } catch (IOException notSerializable) {
      throw new AssertionError(notSerializable);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatTheDescriptionMarksIsInNoMessageAndNoLogLine() {
    zoom.respond(status(400, "{\"code\":300,\"message\":\"No.\"}"));
    List<String> seen = new ArrayList<>();
    try (CapturedLog log = new CapturedLog("dev.zoomkit");
        ZoomClient client = zoom.client().build()) {
      ThingsApi things = client.api(ThingsApi.class);
      Throwable failure =
          catchThrowable(() -> client.execute(things.openThing("sub", 7, "left", "k3y")));
      seen.add(failure.getMessage());
      seen.addAll(log.lines());
    }

    assertThat(seen).anyMatch(text -> text.contains("/things/7/lid?side=left&key=***"));
    assertThat(seen).noneMatch(text -> text.contains("k3y"));
  }

  @Test
  void inNoToString() {
    AccessToken token = AccessToken.of(TOKEN);
    try (ZoomClient client = zoom.client().build()) {
      assertThat(
              List.of(
                  zoom.credentials(),
                  token,
                  token.holding(List.of("a")).expiringAt(zoom.clock.instant()),
                  BearerToken.of(token, AppKind.USER_LEVEL),
                  zoom.client(),
                  client,
                  client.ownAccount()))
          .extracting(Object::toString)
          .noneMatch(text -> text.contains(TOKEN) || text.contains(CLIENT_SECRET));
    }
  }
}
