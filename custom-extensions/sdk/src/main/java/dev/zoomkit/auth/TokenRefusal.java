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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Says why the token endpoint gave nothing of use, without letting a secret out. */
final class TokenRefusal {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|/)");

  private TokenRefusal() {}

  /** With a reason and an error, with the error alone, in Zoom's API shape, or no JSON at all. */
  static RuntimeException of(Response response, String text, Set<String> secrets) {
    UnaryOperator<String> safe = value -> withoutSecrets(value, response.request(), secrets);
    Map<String, String> fields;
    try {
      fields = TokenResponse.scalars(JsonReader.of(new Buffer().writeUtf8(text)));
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

  /**
   * Of a success that cannot be read.
   *
   * @param path where in the JSON
   */
  static RuntimeException unreadable(Response response, String path, String problem) {
    CallInfo call = CallInfo.of(response.request());
    return new UnreadableResponseException(call, response, path, problem, null);
  }
}
