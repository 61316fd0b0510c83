package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Refusal;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.description.Description;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.state.Engine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a request meets first: it is routed, checked, answered, and seen off with the headers that
 * everything has. Thread-safe.
 */
public final class Front {
  /** What requests for a token are called where an operation is named. */
  public static final String TOKEN_OPERATION = "token";

  private static final String API = "/v2";
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
  private final Interceptor interceptor;
  private final Clock clock;
  private final URI origin;
  private final Supplier<Engine> engine;
  private final AtomicLong answers = new AtomicLong();

  public Front(
      Description description,
      Tokens tokens,
      Interceptor interceptor,
      Clock clock,
      URI origin,
      Supplier<Engine> engine) {
    this.description = description;
    this.router = new Router(description);
    this.tokens = tokens;
    this.interceptor = interceptor;
    this.clock = clock;
    this.origin = origin;
    this.engine = engine;
  }

  /**
   * A request as it came.
   *
   * @param path raw, still percent-encoded
   * @param query raw; empty where there is none
   */
  public record Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    public String text(int mostBytes) {
      return new String(body, 0, Math.min(body.length, mostBytes), StandardCharsets.UTF_8);
    }
  }

  /** What a request gets that is not HTTP, or more of it than the mock takes. */
  Response malformed(int status, String reason) {
    Refusal refusal = new Refusal(status, 300, "This is no request of HTTP/1.1: " + reason);
    return finished("", null, refusal.answer());
  }

  Response answer(Request request) {
    if (request.path().equals("/oauth/token")) {
      interceptor.saw(TOKEN_OPERATION, request);
      return finished(TOKEN_OPERATION, null, token(request));
    }
    Router.@Nullable Match match = null;
    Response answer;
    try {
      Response file = file(request);
      if (file != null) {
        interceptor.saw(null, request);
        return finished("", null, file);
      }
      match = match(request);
      interceptor.saw(match.operation().id(), request);
      answer = called(request, match);
    } catch (Refusal refusal) {
      if (match == null) {
        interceptor.saw(null, request);
      }
      answer = refusal.answer();
    } catch (RuntimeException defect) {
      answer = Response.error(500, 500, "The mock itself failed: " + defect);
    }
    return finished(
        match == null ? "" : match.operation().id(),
        match == null ? null : match.operation(),
        answer);
  }

  /** What a link of an earlier answer leads to; null where it was no such link. */
  private @Nullable Response file(Request request) {
    Response file = engine.get().file(request.path());
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

  private Response token(Request request) {
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
    return interceptor.respond(
        TOKEN_OPERATION,
        () ->
            tokens.answer(
                request.method(), request.headers().get("Authorization"), parameters, origin));
  }

  private Response called(Request request, Router.Match match) {
    Token token = tokens.of(request.headers().get("Authorization"));
    Call call =
        RequestCheck.call(
            description,
            match,
            token,
            Texts.ofForm(request.query()),
            request.headers().get("Content-Type"),
            request.body());
    return interceptor.respond(match.operation().id(), () -> engine.get().answer(call));
  }

  private Response finished(String operationId, @Nullable Operation operation, Response answer) {
    Response finished = answer;
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

  private Response filtered(String operationId, Response answer) {
    try {
      return interceptor.filter(operationId, answer);
    } catch (RuntimeException | AssertionError failure) {
      return Response.error(500, 500, "The answer filter failed: " + failure);
    }
  }

  private static Response withDefault(Response answer, String name, String value) {
    return answer.header(name) == null ? answer.withHeader(name, value) : answer;
  }

  private String date() {
    return HTTP_DATE.format(clock.instant());
  }

  private String trackingId() {
    return String.format(Locale.ROOT, "WEB_%032x", answers.incrementAndGet());
  }
}
