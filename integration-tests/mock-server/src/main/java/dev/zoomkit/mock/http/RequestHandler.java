package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.realism.Realism;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request meets first: it is routed, checked, carried out, and gets the headers that
 * everything has. Thread-safe.
 */
public final class RequestHandler {
  /** What requests for a token are called where an operation is named. */
  public static final String TOKEN_OPERATION = "token";

  /** What requests of the authorisation server are called, by the last segment of their path. */
  public static final Map<String, String> OAUTH_OPERATIONS =
      Map.of("token", TOKEN_OPERATION, "devicecode", "deviceCode", "revoke", "revoke");

  private static final String API = "/v2";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
  private final ApiDescription description;
  private final Router router;
  private final Tokens tokens;
  private final AuthorizationServer oauth;
  private final Interceptor interceptor;
  private final AccountLimits limits;
  private final Clock clock;
  private final Supplier<CallHandler> executor;
  private final Supplier<Realism> realism;
  private final AtomicLong responses = new AtomicLong();
  private volatile @Nullable HttpDate date;
  private volatile @Nullable Playback playback;
  private volatile @Nullable SideApi beside;
  private volatile @Nullable BrowserPages pages;

  public RequestHandler(
      ApiDescription description,
      Tokens tokens,
      AuthorizationServer oauth,
      Interceptor interceptor,
      AccountLimits limits,
      Clock clock,
      Supplier<CallHandler> executor,
      Supplier<Realism> realism) {
    this.description = description;
    this.router = new Router(description);
    this.tokens = tokens;
    this.oauth = oauth;
    this.interceptor = interceptor;
    this.limits = limits;
    this.clock = clock;
    this.executor = executor;
    this.realism = realism;
  }

  /** Lets a recording respond from now on, where nothing is scripted; null for what exists. */
  public void playBack(@Nullable Playback recording) {
    playback = recording;
  }

  /**
   * Has another API at its paths, and pages to look at, whose requests nobody is told of.
   *
   * @param origin where the pages and the API are
   */
  public void add(SideApi api, URI origin, Evidence evidence) {
    beside = api;
    pages = new BrowserPages(description, origin, evidence);
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
    ErrorResponseException error =
        new ErrorResponseException(
            status, 300, "This is no request that the mock reads: " + reason);
    return finished("", null, error.response());
  }

  Response handle(Request request) {
    Response aside = aside(request);
    if (aside != null) {
      return finished("", null, aside);
    }
    Response response = respond(request);
    interceptor.responded(request, response);
    return response;
  }

  /** What is not Zoom's; null where a request is for Zoom. */
  private @Nullable Response aside(Request request) {
    SideApi api = beside;
    BrowserPages browsed = pages;
    if (api != null && api.has(request.path())) {
      return api.respond(request);
    }
    return browsed == null ? null : browsed.get(request);
  }

  private Response respond(Request request) {
    if (request.path().startsWith(AuthorizationServer.PATH)) {
      Response response =
          oauth(request, request.path().substring(AuthorizationServer.PATH.length()));
      if (response != null) {
        return response;
      }
    }
    Router.@Nullable Match match = null;
    Response response;
    try {
      Response file = file(request);
      if (file != null) {
        interceptor.saw(null, request);
        return finished("", null, file);
      }
      match = match(request);
      interceptor.saw(match.operation().id(), request);
      response = called(request, match);
    } catch (ErrorResponseException error) {
      if (match == null) {
        interceptor.saw(null, request);
      }
      response =
          match == null
              ? error.response()
              : realism.get().refusal(match.operation(), error.response());
    } catch (RuntimeException | Error defect) {
      response = Response.error(500, 500, "The mock itself failed: " + defect);
    }
    return finished(
        match == null ? "" : match.operation().id(),
        match == null ? null : match.operation(),
        response);
  }

  /** What a link of an earlier response leads to; null where it was no such link. */
  private @Nullable Response file(Request request) {
    Response file = executor.get().file(request.path());
    if (file != null) {
      List<String> inQuery = TextDecoder.ofForm(request.query()).get("access_token");
      tokens.of(
          inQuery == null ? request.headers().get("Authorization") : "Bearer " + inQuery.get(0));
    }
    return file == null ? null : ranged(file, request.headers());
  }

  /** The bytes that are asked for, if the file is still the one that was asked for before. */
  private static Response ranged(Response file, Map<String, String> headers) {
    Matcher range = RANGE.matcher(headers.getOrDefault("Range", ""));
    String tag = file.header("ETag");
    boolean same = headers.getOrDefault("If-Range", String.valueOf(tag)).equals(tag);
    if (!range.matches() || !same) {
      return file;
    }
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    return file.part(Long.parseLong(range.group(1)), last);
  }

  private Router.Match match(Request request) {
    if (!request.path().startsWith(API + "/")) {
      throw new ErrorResponseException(
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

  /** What the authorisation server responds with; null where it has no such path. */
  private @Nullable Response oauth(Request request, String name) {
    if (name.equals("authorize") && request.method().equals("GET")) {
      interceptor.saw(null, request);
      return finished("", null, oauth.authorize(parameters(request)));
    }
    String operation = OAUTH_OPERATIONS.get(name);
    if (operation == null) {
      return null;
    }
    interceptor.saw(operation, request);
    Response response;
    try {
      Map<String, String> parameters = parameters(request);
      response =
          interceptor.respond(
              operation,
              request,
              () ->
                  realism
                      .get()
                      .oauth(
                          oauth.respond(
                              name,
                              request.method(),
                              request.headers().get("Authorization"),
                              parameters)));
    } catch (ErrorResponseException unreadable) {
      response =
          AuthorizationServer.error(
              400, "invalid_request", String.valueOf(unreadable.getMessage()));
    }
    return finished(operation, null, response);
  }

  /** What the query of a URL has; the first value of each name. */
  public static Map<String, String> query(URI url) {
    return query(url.getRawQuery() == null ? "" : url.getRawQuery());
  }

  /** What a raw query has; the first value of each name. */
  public static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    TextDecoder.ofForm(raw).forEach((name, values) -> query.put(name, values.get(0)));
    return query;
  }

  /** Those of the query and of the form, together. */
  private static Map<String, String> parameters(Request request) {
    MediaType type = MediaType.of(request.headers().get("Content-Type"));
    boolean form = type.is("application/x-www-form-urlencoded");
    String body = form ? TextDecoder.of(request.body(), type.charset(), "form") : "";
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : List.of(request.query(), body)) {
      TextDecoder.ofForm(part).forEach((name, values) -> parameters.put(name, values.get(0)));
    }
    return parameters;
  }

  private Response called(Request request, Router.Match match) {
    Token token = tokens.of(request.headers().get("Authorization"));
    Playback recording = playback;
    if (recording != null) {
      Map<String, List<String>> query = TextDecoder.ofForm(request.query());
      return interceptor.respond(
          match.operation().id(), request, () -> recording.respond(match, query));
    }
    DescribedOperation operation = match.operation();
    Realism real = realism.get();
    Response overlooked = real.overlooked(operation, request.body());
    if (overlooked != null) {
      return overlooked;
    }
    Call call =
        RequestCheck.call(
            description,
            match,
            token,
            real.query(operation, TextDecoder.ofForm(request.query())),
            clock,
            request.headers().get("Content-Type"),
            real.body(operation, request.body()));
    String host = limits.countsForHost(call) ? executor.get().host(call) : null;
    Response refusal = limits.enter(call, host);
    if (refusal != null) {
      return real.refusal(operation, refusal);
    }
    try {
      return interceptor.respond(operation.id(), request, () -> carriedOut(call, real));
    } finally {
      limits.leave(call);
    }
  }

  private Response carriedOut(Call call, Realism real) {
    Response denial = real.denial(call);
    return denial == null ? real.success(call, executor.get().execute(call)) : denial;
  }

  private Response finished(
      String operationId, @Nullable DescribedOperation operation, Response response) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Date", date());
    headers.put("x-zm-trackingid", trackingId());
    boolean limited = operation != null && !operation.rateCategory().isEmpty();
    if (limited) {
      headers.putAll(limits.headers(operation.rateCategory(), response.status()));
    }
    Response whole = response.withDefaults(headers);
    Response finished = limited ? realism.get().withHeaders(whole) : whole;
    return operationId.isEmpty() ? finished : interceptor.filter(operationId, finished);
  }

  /** The clock stands still for many responses. */
  private String date() {
    Instant now = clock.instant();
    HttpDate last = date;
    if (last == null || !last.at.equals(now)) {
      last = new HttpDate(now);
      date = last;
    }
    return last.text;
  }

  private String trackingId() {
    String number = Long.toHexString(responses.incrementAndGet());
    return "WEB_" + "0".repeat(32 - number.length()) + number;
  }

  /** The format is not made before the first response: it takes a cold JVM a while. */
  private static final class HttpDate {
    static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Instant at;
    private final String text;

    HttpDate(Instant at) {
      this.at = at;
      this.text = FORMAT.format(at);
    }
  }
}
