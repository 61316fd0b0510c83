package dev.zoomkit.mock;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a request meets first: it is routed, checked, answered, and seen off with the headers that
 * everything has. Thread-safe.
 */
final class Front {
  private static final String API = "/v2";
  private static final int MOST_TEXT = 1024 * 1024;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /**
   * Calls a second that a Pro plan has, by Zoom's spelling of the rate label; Resource-intensive
   * counts a minute.
   */
  private static final Map<String, Integer> LIMITS =
      Map.of("Light", 30, "Medium", 20, "Heavy", 10, "Resource-intensive", 10);

  private final Description description;
  private final Router router;
  private final Tokens tokens;
  private final Script script;
  private final MockClock clock;
  private final URI origin;
  private final Files files;
  private final Function<Call, MockAnswer> engine;
  private final AtomicLong answers = new AtomicLong();

  Front(
      Description description,
      Tokens tokens,
      Script script,
      MockClock clock,
      URI origin,
      Files files,
      Function<Call, MockAnswer> engine) {
    this.description = description;
    this.router = new Router(description);
    this.tokens = tokens;
    this.script = script;
    this.clock = clock;
    this.origin = origin;
    this.files = files;
    this.engine = engine;
  }

  /**
   * A request as it came.
   *
   * @param path raw, still percent-encoded
   * @param query raw; empty where there is none
   */
  record Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    String text(int mostBytes) {
      return new String(body, 0, Math.min(body.length, mostBytes), StandardCharsets.UTF_8);
    }
  }

  /** What a request gets that is not HTTP, or more of it than the mock takes. */
  MockAnswer malformed(int status, String reason) {
    Refusal refusal = new Refusal(status, 300, "This is no request of HTTP/1.1: " + reason);
    return finished("", null, refusal.answer());
  }

  MockAnswer answer(Request request) {
    if (request.path().equals("/oauth/token")) {
      saw(request, MockZoom.TOKEN_OPERATION);
      return finished(MockZoom.TOKEN_OPERATION, null, token(request));
    }
    Router.@Nullable Match match = null;
    MockAnswer answer;
    try {
      MockAnswer file = file(request);
      if (file != null) {
        saw(request, null);
        return finished("", null, file);
      }
      match = match(request);
      saw(request, match.operation().id());
      answer = called(request, match);
    } catch (Refusal refusal) {
      if (match == null) {
        saw(request, null);
      }
      answer = refusal.answer();
    } catch (RuntimeException defect) {
      answer = MockAnswer.error(500, 500, "The mock itself failed: " + defect);
    }
    return finished(
        match == null ? "" : match.operation().id(),
        match == null ? null : match.operation(),
        answer);
  }

  /** What a link of an earlier answer leads to; null where it was no such link. */
  private @Nullable MockAnswer file(Request request) {
    MockAnswer file = files.get(request.path());
    if (file != null) {
      List<String> inQuery = Texts.ofForm(request.query()).get("access_token");
      tokens.of(
          inQuery == null ? request.headers().get("Authorization") : "Bearer " + inQuery.get(0));
    }
    return file;
  }

  private Router.Match match(Request request) {
    if (!request.path().startsWith(API + "/")) {
      throw new Refusal(
          404,
          2300,
          "This API endpoint does not exist: "
              + request.path()
              + "; the API is under "
              + API
              + ".");
    }
    return router.match(request.method(), request.path().substring(API.length()));
  }

  private MockAnswer token(Request request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    try {
      MediaType type = MediaType.of(request.headers().get("Content-Type"));
      boolean form = type.is("application/x-www-form-urlencoded");
      String body = form ? Texts.of(request.body(), type.charset(), "form") : "";
      for (String part : List.of(request.query(), body)) {
        Texts.ofForm(part).forEach((name, values) -> parameters.put(name, values.get(0)));
      }
    } catch (Refusal unreadable) {
      return Tokens.refusal(400, "invalid_request", String.valueOf(unreadable.getMessage()));
    }
    return scripted(
        MockZoom.TOKEN_OPERATION,
        () ->
            tokens.answer(
                request.method(), request.headers().get("Authorization"), parameters, origin));
  }

  private MockAnswer called(Request request, Router.Match match) {
    Token token = tokens.of(request.headers().get("Authorization"));
    Call call =
        RequestCheck.call(
            description,
            match,
            token,
            Texts.ofForm(request.query()),
            request.headers().get("Content-Type"),
            request.body());
    return scripted(match.operation().id(), () -> engine.apply(call));
  }

  private MockAnswer scripted(String operationId, Supplier<MockAnswer> own) {
    Script.Step step = script.next(operationId);
    if (step != null && step.answer() != null) {
      return step.answer();
    }
    MockAnswer answer = own.get();
    return step == null || step.change() == null ? answer : step.change().apply(answer);
  }

  private MockAnswer finished(
      String operationId, @Nullable Operation operation, MockAnswer answer) {
    MockAnswer finished = answer;
    if (operation != null && !operation.rateCategory().isEmpty()) {
      int limit = LIMITS.getOrDefault(operation.rateCategory(), 10);
      finished = withDefault(finished, "X-RateLimit-Category", operation.rateCategory());
      finished = withDefault(finished, "X-RateLimit-Limit", Integer.toString(limit));
      if (answer.status() != 429) {
        String reset = Long.toString(clock.instant().getEpochSecond() + 1);
        finished = withDefault(finished, "X-RateLimit-Remaining", Integer.toString(limit - 1));
        finished = withDefault(finished, "X-RateLimit-Reset", reset);
      }
    }
    finished = withDefault(finished, "Date", date());
    finished = withDefault(finished, "x-zm-trackingid", trackingId());
    return operationId.isEmpty() ? finished : filtered(operationId, finished);
  }

  private MockAnswer filtered(String operationId, MockAnswer answer) {
    try {
      return script.filter().change(operationId, answer);
    } catch (RuntimeException | AssertionError failure) {
      return MockAnswer.error(500, 500, "The answer filter failed: " + failure);
    }
  }

  private static MockAnswer withDefault(MockAnswer answer, String name, String value) {
    return answer.header(name) == null ? answer.withHeader(name, value) : answer;
  }

  private String date() {
    return HTTP_DATE.format(clock.instant());
  }

  private String trackingId() {
    return String.format(Locale.ROOT, "WEB_%032x", answers.incrementAndGet());
  }

  private void saw(Request request, @Nullable String operationId) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.computeIfPresent(
        "Authorization", (name, value) -> value.replaceFirst("(?s) .*", " ***"));
    headers.computeIfPresent("Cookie", (name, value) -> "***");
    boolean token = MockZoom.TOKEN_OPERATION.equals(operationId);
    String query = request.query().isEmpty() || token ? "" : "?" + request.query();
    script.saw(
        new MockRequest(
            operationId,
            request.method(),
            request.path() + query,
            Collections.unmodifiableMap(headers),
            token ? "" : request.text(MOST_TEXT)));
  }
}
