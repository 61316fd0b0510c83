package dev.zoomkit.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.zoomkit.annotation.Secret;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.ErrorBody;
import dev.zoomkit.internal.http.Redirect;
import dev.zoomkit.internal.http.RequestLine;
import dev.zoomkit.internal.http.ZoomHosts;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads the response of the token endpoint, of either kind, without letting a secret out. */
final class TokenResponse {

  private static final long MOST_BYTES = 64 * 1024;

  /** What RFC 8628 has where a server does not say, and how long Zoom lets a user take. */
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

  private static final Duration DEVICE_LIFE = Duration.ofMinutes(15);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|/)");

  private TokenResponse() {}

  /** The tokens, alive from the given instant on. */
  static IssuedTokens tokens(Response response, Instant now, Set<String> secrets)
      throws IOException {
    Map<String, String> fields = fields(response, secrets);
    String value = required(response, fields, "access_token");
    String refresh = fields.getOrDefault("refresh_token", "");
    return new IssuedTokens(
        token(response, value, fields, now), refresh.isBlank() ? null : refresh);
  }

  /** What a device shows its user, who may act on it for a while from the given instant on. */
  static DeviceAuthorization device(Response response, Instant asked, Set<String> secrets)
      throws IOException {
    Map<String, String> fields = fields(response, secrets);
    String complete = fields.get("verification_uri_complete");
    return new DeviceAuthorization(
        required(response, fields, "device_code"),
        required(response, fields, "user_code"),
        page(response, "verification_uri", required(response, fields, "verification_uri")),
        complete == null ? null : page(response, "verification_uri_complete", complete),
        asked.plus(seconds(fields.get("expires_in"), DEVICE_LIFE)),
        seconds(fields.get("interval"), POLL_INTERVAL));
  }

  private static String required(Response response, Map<String, String> fields, String name) {
    String value = fields.getOrDefault(name, "");
    if (value.isBlank()) {
      throw unreadable(response, "$." + name, "it is missing.");
    }
    return value;
  }

  private static URI page(Response response, String name, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      // Its words repeat the text, which may hold a code.
      throw unreadable(response, "$." + name, "it is no URI.");
    }
  }

  private static Duration seconds(@Nullable String text, Duration absent) {
    return text != null && text.matches("[1-9]\\d{0,5}")
        ? Duration.ofSeconds(Long.parseLong(text))
        : absent;
  }

  /**
   * The text and number fields of a success.
   *
   * @param secrets that the request carried, and that an error must not repeat
   */
  static Map<String, String> fields(Response response, Set<String> secrets) throws IOException {
    String text = response.peekBody(MOST_BYTES).string();
    if (!response.isSuccessful()) {
      throw refusal(response, text, secrets);
    }
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
    try {
      return scalars(reader);
    } catch (IOException | JsonDataException malformed) {
      // Neither the text nor the reader's words are passed on: both may hold the token.
      throw unreadable(response, reader.getPath(), "it is no whole JSON object.");
    }
  }

  private static UnreadableResponseException unreadable(
      Response response, String path, String problem) {
    CallInfo call = CallInfo.of(response.request());
    return new UnreadableResponseException(call, response, path, problem, null);
  }

  private static AccessToken bearer(Response response, String value) {
    try {
      return AccessToken.of(value);
    } catch (IllegalArgumentException unfit) {
      throw unreadable(response, "$.access_token", "no HTTP header takes it.");
    }
  }

  private static AccessToken token(
      Response response, String value, Map<String, String> fields, Instant now) {
    AccessToken token = bearer(response, value);
    String lifetime = fields.getOrDefault("expires_in", "");
    if (lifetime.matches("\\d{1,9}")) {
      token = token.expiringAt(now.plusSeconds(Long.parseLong(lifetime)));
    }
    String scope = fields.get("scope");
    if (scope != null) {
      token = token.holding(Stream.of(scope.split("[\\s,]+")).filter(s -> !s.isEmpty()).toList());
    }
    URI apiUrl = httpsUri(fields.get("api_url"));
    return apiUrl == null ? token : token.servedBy(apiUrl);
  }

  /** With a reason and an error, with the error alone, in Zoom's API shape, or no JSON at all. */
  private static TokenException refusal(Response response, String text, Set<String> secrets) {
    UnaryOperator<String> safe = value -> withoutSecrets(value, response.request(), secrets);
    Map<String, String> fields;
    try {
      fields = scalars(JsonReader.of(new Buffer().writeUtf8(text)));
      fields.replaceAll((name, value) -> safe.apply(value));
    } catch (IOException | JsonDataException malformed) {
      String excerpt = ErrorBody.excerpt(safe.apply(unescaped(text)));
      boolean empty = excerpt.isEmpty();
      return new TokenException(
          CallInfo.of(response.request()),
          outcome(response.request()),
          response.code(),
          null,
          empty ? null : excerpt,
          null,
          advice(response, null, empty));
    }
    return new TokenException(
        CallInfo.of(response.request()),
        outcome(response.request()),
        response.code(),
        fields.get("error"),
        first(fields, List.of("reason", "error_description", "message", "errorMessage")),
        first(fields, List.of("code", "errorCode", "error_code")),
        advice(response, fields.get("error"), true));
  }

  private static String outcome(Request request) {
    return switch (request.url().pathSegments().get(request.url().pathSize() - 1)) {
      case "revoke" -> "Zoom did not revoke the token";
      case "devicecode" -> "Zoom issued no device code";
      default -> "Zoom issued no token";
    };
  }

  private static String withoutSecrets(String text, Request request, Set<String> secrets) {
    String safe = RequestLine.withoutSecrets(text, request);
    for (String secret : secrets) {
      safe = safe.replace(secret, Secret.BLACKED_OUT);
    }
    return safe;
  }

  /** What is JSON only in part, without the escapes that a secret could hide behind. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? "/"
                        : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  /** What the caller can do about a refusal, which may not be Zoom's. */
  private static String advice(Response response, @Nullable String error, boolean maybeZooms) {
    int status = response.code();
    if (response.isRedirect()) {
      HttpUrl target = Redirect.target(response);
      return "The response redirects to %s, and credentials are never sent on. Check the token endpoint, and the proxies on the way."
          .formatted(
              target == null
                  ? "no http or https URL"
                  : RequestLine.of(target, new ZoomHosts(response.request().url())));
    } else if (status >= 500) {
      return "Zoom, or a gateway before it, has trouble. Try again later.";
    } else if (status == 429) {
      return "Tokens were asked for too often. Try again later.";
    } else if (status == 407) {
      return "A proxy on the way wants credentials of its own. Give them to the HTTP client, as its proxyAuthenticator.";
    } else if (status == 403 || !maybeZooms) {
      return "That is probably the response of a proxy or firewall. Check the token endpoint, and what is on the way to it.";
    } else if ("invalid_grant".equals(error)) {
      return "The code or the token is used up, has ended, was taken back, or belongs to another request. Begin a new authorisation.";
    }
    return "Check account id, client id and client secret, and that the app is activated in the Zoom Marketplace.";
  }

  private static @Nullable String first(Map<String, String> fields, List<String> names) {
    return names.stream().filter(fields::containsKey).map(fields::get).findFirst().orElse(null);
  }

  /** The text and number fields of the one object that the response is. */
  private static Map<String, String> scalars(JsonReader reader) throws IOException {
    Map<String, String> fields = new HashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      switch (reader.peek()) {
        case STRING, NUMBER -> fields.put(name, reader.nextString());
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    return fields;
  }

  /** A token is sent there, so anything but https is ignored; the global host always works. */
  private static @Nullable URI httpsUri(@Nullable String text) {
    HttpUrl url = text == null ? null : HttpUrl.parse(text);
    return url != null && url.isHttps() ? url.resolve("/").uri() : null;
  }
}
