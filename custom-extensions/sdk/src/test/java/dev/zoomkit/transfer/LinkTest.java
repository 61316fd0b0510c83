package dev.zoomkit.transfer;

import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.error.ForbiddenException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.ServerException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.ScopeRecorder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

  @TempDir Path folder;

  private final FakeZoom zoom = new FakeZoom();
  private final FakeZoom storage = new FakeZoom();
  private final ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();
  private final URI link = zoom.endpoint().resolve("/rec/download/Qg75t7xZ");

  @AfterEach
  void close() {
    client.close();
    zoom.close();
    storage.close();
  }

  private static MockResponse file(String content) {
    return status(200, content, "Content-Type", "video/mp4");
  }

  private static MockResponse page(String type, String content) {
    return status(200, "\n<!doctype html><html>" + content + "</html>", "Content-Type", type);
  }

  private <X extends LinkException> X refusal(Class<X> type) {
    X refusal =
        catchThrowableOfType(type, () -> client.download(link).saveTo(folder.resolve("a.mp4")));
    assertThat(refusal).isExactlyInstanceOf(type);
    assertThat(folder).isEmptyDirectory();
    return refusal;
  }

  @Test
  void tokenIsAHeaderAndStaysWithZoom() {
    String signed = storage.endpoint().resolve("/bucket/a.mp4?Signature=s").toString();
    zoom.respond(status(302, "", "Location", signed));
    storage.respond(file("pixels"));

    assertThat(client.download(link).saveTo(folder.resolve("a.mp4"))).hasContent("pixels");

    assertThat(zoom.lines()).containsExactly("GET /rec/download/Qg75t7xZ");
    assertThat(zoom.calls.get(0).getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(zoom.calls.get(0).getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    assertThat(storage.calls.get(0).getHeaders().get("Authorization")).isNull();
    assertThat(storage.lines()).containsExactly("GET /bucket/a.mp4?Signature=s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/rec/download/1",
        "https://zoom.us.evil.example/rec/download/1",
        "http://acme.zoom.us/rec/download/1",
        "https://acme.zoom.us:8443/rec/download/1"
      })
  void linkElsewhereIsRefusedBeforeATokenIsTaken(String foreign) {
    String origin = foreign.substring(0, foreign.indexOf("rec"));
    assertThatThrownBy(() -> client.download(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "download needs a link of Zoom's, such as https://acme.zoom.us/rec/download/Qg75t7xZ;"
                + " %s must not be shown a token.",
            origin);
    assertThat(zoom.tokenRequests).isEmpty();
  }

  @Test
  void linkThatIsNoneIsRefused() {
    assertThatThrownBy(() -> client.download("rec/download"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("this one is no URL.");
    assertThatThrownBy(() -> client.download((URI) null))
        .hasMessage("download needs a link; it was null.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://zoom.us/rec/download/1",
        "https://us02web.zoom.us/rec/download/1",
        "https://acme.zoomgov.com/rec/download/1"
      })
  void hostsOfZoomAreTaken(String ofZoom) {
    assertThat(client.download(ofZoom)).hasToString("Download[not asked for yet]");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <input type='password'>, asks for a passcode",
    "video/mp4, Enter the Passcode, asks for a passcode",
    "text/html, <h1>Sign In</h1>, asks for a sign-in",
  })
  void pageThatAsksIsNoFile(String type, String content, String found) {
    zoom.respond(page(type, content));

    assertThat(refusal(ProtectedLinkException.class))
        .hasMessageContaining(found)
        .hasMessageContaining("Download it with the token of its host or of an administrator");
  }

  @Test
  void pageIsNoFileAlsoWhereItIsPacked() throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8("<html>Enter the Passcode</html>");
    }
    zoom.respond(
        new MockResponse.Builder()
            .setHeader("Content-Type", "video/mp4")
            .setHeader("Content-Encoding", "gzip")
            .body(packed)
            .build());

    assertThat(refusal(ProtectedLinkException.class)).hasMessageContaining("asks for a passcode");
  }

  @Test
  void signInThatTheLinkIsLedToIsNoFile() {
    zoom.respond(status(302, "", "Location", "/signin"), page("text/html", "Welcome"));

    assertThat(refusal(ProtectedLinkException.class)).hasMessageContaining("asks for a sign-in");
  }

  @Test
  void pageThatSaysItIsGoneIsNoFile() {
    zoom.respond(page("text/html", "This recording does not exist. (3,301) Sign In"));

    assertThat(refusal(ExpiredLinkException.class))
        .hasMessageContaining("Ask for the list of files again, which has new links");
  }

  @Test
  void otherPageIsShownInPart() {
    zoom.respond(page("text/html", "Under maintenance"));

    assertThat(refusal(LinkException.class)).hasMessageContaining("Under maintenance");
  }

  @Test
  void refusalByStatusSaysWhatToDo() {
    zoom.respond(status(403, "{\"code\":124,\"message\":\"Not allowed\"}"));
    assertThat(refusal(ProtectedLinkException.class))
        .hasMessageStartingWith("download: HTTP 403, Zoom code 124: Not allowed. Download it with")
        .hasMessageEndingWith("[GET /rec/download/Qg75t7xZ]")
        .hasCauseInstanceOf(ForbiddenException.class);

    zoom.respond(status(401, ""), status(401, ""));
    assertThat(refusal(ProtectedLinkException.class)).hasMessageContaining("HTTP 401: no message.");

    zoom.respond(status(404, ""));
    assertThat(refusal(ExpiredLinkException.class)).hasCauseInstanceOf(NotFoundException.class);

    zoom.respond(status(410, ""));
    assertThat(refusal(ExpiredLinkException.class)).hasMessageContaining("HTTP 410");
  }

  @Test
  void refusalWithinASuccessIsNoFile() {
    zoom.respond(
        status(200, "{\"status\":false,\"errorCode\":300,\"errorMessage\":\"Forbidden\"}"));

    assertThat(refusal(LinkException.class)).hasMessageContaining("Zoom code 300: Forbidden.");
  }

  @Test
  void storageThatRefusesIsNoFile() {
    zoom.respond(
        status(302, "", "Location", storage.endpoint().resolve("/a?Sig=s3cret").toString()));
    storage.respond(status(403, "<Error>Expired</Error>", "Content-Type", "application/xml"));

    assertThat(refusal(LinkException.class))
        .hasMessageContaining("HTTP 403: the link leads away to http://")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void failureOfTheServerStaysOne() {
    zoom.respond(status(503, ""));

    assertThatThrownBy(() -> client.download(link).size()).isInstanceOf(ServerException.class);
  }

  @Test
  void jsonFileIsAFile() {
    zoom.respond(status(200, "{\"timeline\":[]}"));

    assertThat(client.download(link).saveTo(folder.resolve("a.json")))
        .hasContent("{\"timeline\":[]}");
  }

  @Test
  void linkNeedsNoScopeThatARecorderCouldTellOf() {
    ScopeRecorder recorder = new ScopeRecorder();
    zoom.respond(file("pixels"));
    try (ZoomClient recording = zoom.client().recordScopes(recorder).build()) {
      recording.download(link).saveTo(folder.resolve("a.mp4"));
    }

    assertThat(recorder.needed(AppKind.ACCOUNT_LEVEL).withoutGranular()).isEmpty();
  }

  @Test
  void closedClientDownloadsNothing() {
    Download download = client.download(link);
    client.close();

    assertThatThrownBy(() -> client.download(link)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(download::size).isInstanceOf(IllegalStateException.class);
  }
}
