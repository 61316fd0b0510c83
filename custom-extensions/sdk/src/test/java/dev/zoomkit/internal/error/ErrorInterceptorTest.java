package dev.zoomkit.internal.error;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.ErrorInBodyException;
import dev.zoomkit.error.FieldError;
import dev.zoomkit.error.ForbiddenException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.MissingScopeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorInterceptorTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();
  private final ThingsApi things = client.api(ThingsApi.class);

  @AfterEach
  void close() {
    zoom.close();
  }

  private Thing get() {
    return client.execute(things.getThing("sub", "1"));
  }

  private void delete() {
    client.execute(things.deletePart("sub", 1, "p"));
  }

  private <X extends Throwable> X refusal(Class<X> type, MockResponse response) {
    zoom.respond(response);
    return catchThrowableOfType(type, this::get);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestException",
    "401, UnauthorizedException",
    "403, ForbiddenException",
    "404, NotFoundException",
    "409, ConflictException",
    "410, ApiException",
    "418, ApiException",
    "429, RateLimitedException",
    "500, ServerException",
    "503, ServerException"
  })
  void oneClassADecision(int status, String type) {
    zoom.respond(status(status, ""), status(status, ""));

    assertThatThrownBy(this::get)
        .isInstanceOf(ApiException.class)
        .extracting(thrown -> thrown.getClass().getSimpleName())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {104, 4700, 4711})
  void scopeCodesWithoutScopesAreForbiddenWithHttp400Too(int code) {
    assertThat(
            refusal(
                ForbiddenException.class,
                status(400, "{\"code\":%d,\"message\":\"x\"}".formatted(code))))
        .extracting(ApiException::status)
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"code\":4711,\"message\":\"Token does not contain scopes:[a:b, a:b:admin].\"}",
        "{\"code\":4711,\"message\":\"Token does not contain scopes: [a:b,a:b:admin].\"}",
        "{\"code\":4700,\"message\":\"Token does not contain scopes:[a:b,a:b:admin]\"}",
        "{\"code\":104,\"message\":\"Token does not contain scopes:[\"a:b\",\"a:b:admin\"].\"}",
        "{\"message\":\"Token lacks \"scopes\": \"a:b\", \"a:b:admin\"\", \"code\": 104}",
        "{\"code\":104,\"message\":\"The token lacks a scope: a:b or a:b:admin.\"}",
      })
  void scopesThatZoomNamesAreMissing(String body) {
    MissingScopeException missing = refusal(MissingScopeException.class, status(400, body));

    assertThat(missing.sufficient()).containsExactly("a:b", "a:b:admin");
  }

  @Test
  void classicScopesAreReadAsZoomNamesThem() {
    MissingScopeException missing =
        refusal(
            MissingScopeException.class,
            status(
                400,
                "{\"code\":4711,\"message\":\"Invalid access token, does not contain"
                    + " scopes:[zms:*, user:master, user:read:admin, user:master].\"}"));

    assertThat(missing.sufficient()).containsExactly("zms:*", "user:master", "user:read:admin");
    assertThat(missing.held()).isEmpty();
    assertThat(missing.ownAccount()).isFalse();
    assertThat(missing.operation()).isEqualTo("getThing");
    assertThat(missing.refusal())
        .isInstanceOf(ForbiddenException.class)
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.code()).isEqualTo(4711);
              assertThat(refusal.trackingId()).isEqualTo("WEB_1");
            });
    assertThat(missing)
        .hasMessage(
            "getThing needs one of zms:*, user:master, user:read:admin (sub-account); Zoom"
                + " refused it: HTTP 400, Zoom code 4711. Add one of them to the app in the Zoom"
                + " Marketplace and authorise it again. [GET /v2/accounts/sub/things/1, tracking id"
                + " WEB_1]");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 201, No., PlanRequiredException",
    "400, 202, Only available for Paid account., PlanRequiredException",
    "400, 202, You have no permission., BadRequestException",
    "400, 202, You need a permission or a plan., BadRequestException",
    "400, 300, Only available for Paid account., BadRequestException",
    "400, 999, Only available for Paid account., BadRequestException"
  })
  void aMissingPlanIsWhatTheDescriptionSays(int status, int code, String words, String type) {
    zoom.respond(status(status, "{\"code\":%d,\"message\":\"%s\"}".formatted(code, words)));

    assertThatThrownBy(this::get)
        .extracting(thrown -> thrown.getClass().getSimpleName())
        .isEqualTo(type);
  }

  @Test
  void http404SaysWhatIsMissing() {
    assertThat(refusal(NotFoundException.class, status(404, "{\"code\":3001,\"message\":\"No.\"}")))
        .extracting(NotFoundException::what)
        .isEqualTo("thing");
    assertThat(refusal(NotFoundException.class, status(404, "")).what()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "X-RateLimit-Type, QPS, PER_SECOND",
    "X-RateLimit-Type, Daily-limit, PER_DAY",
    "Retry-After, 5, PER_SECOND",
    "X-Other, x, UNKNOWN"
  })
  void http429SaysWhichLimit(String header, String value, RateLimitKind kind) {
    assertThat(refusal(RateLimitedException.class, status(429, "", header, value)).kind())
        .isEqualTo(kind);
  }

  @Test
  void aDeleteThatIsLimitedWithoutATypeIsOneTooManyAtATime() {
    zoom.respond(status(429, ""));

    assertThat(catchThrowableOfType(RateLimitedException.class, this::delete).kind())
        .isEqualTo(RateLimitKind.CONCURRENCY);
  }

  @Test
  void http404TellsEverything() {
    NotFoundException refusal =
        refusal(
            NotFoundException.class,
            status(
                404,
                "{\"code\":3001,\"message\":\"Thing does not exist: 1.\","
                    + "\"errors\":[{\"field\":\"id\",\"message\":\"Unknown.\"}]}"));

    assertThat(refusal.operation()).isEqualTo("getThing");
    assertThat(refusal.status()).isEqualTo(404);
    assertThat(refusal.code()).isEqualTo(3001);
    assertThat(refusal.zoomMessage()).isEqualTo("Thing does not exist: 1.");
    assertThat(refusal.fieldErrors()).containsExactly(new FieldError("id", "Unknown."));
    assertThat(refusal.trackingId()).isEqualTo("WEB_1");
    assertThat(refusal.requestLine()).isEqualTo("GET /v2/accounts/sub/things/1");
    assertThat(refusal)
        .hasMessage(
            "getThing: HTTP 404, Zoom code 3001: Thing does not exist: 1. Fields: id: Unknown."
                + " [GET /v2/accounts/sub/things/1, tracking id WEB_1]");
  }

  @Test
  void theMeaningOfACodeThatHasOneIsTold() {
    assertThat(refusal(NotFoundException.class, status(404, "{\"code\":3001,\"message\":\"No.\"}")))
        .hasMessageStartingWith(
            "getThing: HTTP 404, Zoom code 3001: No. Documented as: The thing does not exist. [");
  }

  @ParameterizedTest
  @CsvSource({
    "300, the catch-all of Zoom's",
    "3261, two meanings in this operation",
  })
  void aMeaningThatMayBeAnotherIsNotTold(int code, String why) {
    BadRequestException refusal =
        refusal(
            BadRequestException.class,
            status(400, "{\"code\":%d,\"message\":\"from lies too far back.\"}".formatted(code)));

    assertThat(refusal)
        .as(why)
        .hasMessageStartingWith(
            "getThing: HTTP 400, Zoom code %d: from lies too far back. [GET".formatted(code));
  }

  @Test
  void aMeaningBesideFieldErrorsIsNotTold() {
    assertThat(
            refusal(
                NotFoundException.class,
                status(
                    404,
                    "{\"code\":3001,\"errors\":[{\"field\":\"id\",\"message\":\"Unknown.\"}]}")))
        .message()
        .doesNotContain("Documented");
  }

  @Test
  void emptyBodyHasNoMessage() {
    ApiException refusal = refusal(ApiException.class, status(500, ""));

    assertThat(refusal.code()).isNull();
    assertThat(refusal.zoomMessage()).isNull();
    assertThat(refusal).hasMessageStartingWith("getThing: HTTP 500: no message. [GET /v2/");
  }

  @Test
  void bodyThatBreaksOffStillHasItsStatus() {
    assertThat(
            refusal(
                NotFoundException.class,
                status(404, "{\"code\":3001}")
                    .newBuilder()
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build()))
        .isNotNull();
  }

  @Test
  void exceptionsCanBeSerialized() throws IOException {
    NotFoundException refusal =
        refusal(
            NotFoundException.class,
            status(404, "{\"errors\":[{\"field\":\"id\",\"message\":\"x\"}]}"));

    new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(refusal);
  }

  @Test
  void http200ThatIsKnownToRefuse() {
    ErrorInBodyException refusal =
        refusal(
            ErrorInBodyException.class,
            json("{\"code\":200,\"message\":\"Only for paid accounts.\",\"extra\":1}"));

    assertThat(refusal.status()).isEqualTo(200);
    assertThat(refusal)
        .hasMessageStartingWith("getThing: HTTP 200, Zoom code 200: Only for paid accounts. [GET");
  }

  @Test
  void http200ThatIsNothingButAnError() {
    assertThat(
            refusal(
                ErrorInBodyException.class, json("{\"code\":124,\"message\":\"Invalid token\"}")))
        .extracting(ApiException::code)
        .isEqualTo(124);
  }

  @Test
  void http200OfAWriteWithoutResponseThatRefuses() {
    zoom.respond(json("{\"code\":200,\"message\":\"Only for paid accounts.\"}"));

    assertThatThrownBy(this::delete).isInstanceOf(ErrorInBodyException.class);
  }

  @Test
  void http200OfAWriteThatSaysSuccess() {
    zoom.respond(json("{\"code\":0,\"error_message\":\"success\"}"), status(204, ""), json(""));
    delete();
    delete();
    delete();

    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void http200ResponseThatOnlyHasACodeAmongOthersIsAResponse() {
    zoom.respond(json("{\"id\":7,\"code\":5,\"message\":\"x\"}"));

    assertThat(get().id()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"text/html, <html>", "application/json, <html>", "text/html, hello"})
  void http200AsHtmlIsUnreadable(String type, String start) {
    UnreadableResponseException unreadable =
        refusal(
            UnreadableResponseException.class,
            status(200, start + "y".repeat(300), "Content-Type", type));

    assertThat(unreadable.status()).isEqualTo(200);
    assertThat(unreadable.jsonPath()).isNull();
    assertThat(unreadable.requestLine()).isEqualTo("GET /v2/accounts/sub/things/1");
    assertThat(unreadable)
        .hasMessageStartingWith(
            "getThing: HTTP 200 with an unreadable response: HTML, probably of a proxy: " + start)
        .hasMessageContaining("y".repeat(200 - start.length()) + "…");
  }

  @Test
  void http200AsXmlFileIsAFile() throws IOException {
    zoom.respond(status(200, "<svg/>", "Content-Type", "image/svg+xml"));

    assertThat(client.execute(things.downloadThing("7")).string()).isEqualTo("<svg/>");
  }

  @Test
  void http200AsHtmlOfAWriteWithoutResponse() {
    zoom.respond(status(200, "<html>", "Content-Type", "text/html"));

    assertThatThrownBy(this::delete).isInstanceOf(UnreadableResponseException.class);
  }

  @Test
  void tokenThatIsEchoedIsNotShown() {
    assertThat(refusal(ApiException.class, status(400, "you sent Bearer token-1")))
        .message()
        .contains("you sent Bearer ***")
        .doesNotContain("token-1");
  }
}
