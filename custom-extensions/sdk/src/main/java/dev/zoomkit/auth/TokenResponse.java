package dev.zoomkit.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.zoomkit.internal.http.ByteOrderMark;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A success of the token endpoint, of any kind, read without letting a secret out. */
final class TokenResponse {

  private static final long MOST_BYTES = 64 * 1024;

  /** What RFC 8628 has where a server does not say, and how long Zoom lets a user take. */
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

  private static final Duration DEVICE_LIFE = Duration.ofMinutes(15);

  private final Response response;
  private final Map<String, String> fields;

  private TokenResponse(Response response, Map<String, String> fields) {
    this.response = response;
    this.fields = fields;
  }

  /** The tokens, alive from the given instant on. */
  IssuedTokens tokens(Instant now) {
    String refresh = fields.getOrDefault("refresh_token", "");
    return new IssuedTokens(token(now), refresh.isBlank() ? null : refresh);
  }

  /** What a device shows its user, who may act on it for a while from the given instant on. */
  DeviceAuthorization device(Instant asked) {
    String complete = fields.get("verification_uri_complete");
    return new DeviceAuthorization(
        required("device_code"),
        required("user_code"),
        page("verification_uri", required("verification_uri")),
        complete == null ? null : page("verification_uri_complete", complete),
        asked.plus(seconds(fields.get("expires_in"), DEVICE_LIFE)),
        seconds(fields.get("interval"), POLL_INTERVAL));
  }

  private String required(String name) {
    String value = fields.getOrDefault(name, "");
    if (value.isBlank()) {
      throw TokenRefusal.unreadable(response, "$." + name, "it is missing.");
    }
    return value;
  }

  private URI page(String name, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      // Its words repeat the text, which may hold a code.
      throw TokenRefusal.unreadable(response, "$." + name, "it is no URI.");
    }
  }

  private static Duration seconds(@Nullable String text, Duration absent) {
    return text != null && text.matches("[1-9]\\d{0,5}")
        ? Duration.ofSeconds(Long.parseLong(text))
        : absent;
  }

  /**
   * Reads the text and number fields of a response.
   *
   * @param secrets that the request carried, and that an error must not repeat
   */
  static TokenResponse of(Response response, Set<String> secrets) throws IOException {
    ResponseBody body = response.peekBody(MOST_BYTES);
    if (!response.isSuccessful()) {
      throw TokenRefusal.of(response, body.string(), secrets);
    }
    BufferedSource json = body.source();
    json.skip(ByteOrderMark.length(json));
    JsonReader reader = JsonReader.of(json);
    try {
      return new TokenResponse(response, scalars(reader));
    } catch (IOException | JsonDataException malformed) {
      // Neither the text nor the reader's words are passed on: both may hold the token.
      throw TokenRefusal.unreadable(response, reader.getPath(), "it is no whole JSON object.");
    }
  }

  private AccessToken bearer(String value) {
    try {
      return AccessToken.of(value);
    } catch (IllegalArgumentException unfit) {
      throw TokenRefusal.unreadable(response, "$.access_token", "no HTTP header takes it.");
    }
  }

  private AccessToken token(Instant now) {
    AccessToken token = bearer(required("access_token"));
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

  /** The text and number fields of the one object that the response is. */
  static Map<String, String> scalars(JsonReader reader) throws IOException {
    Map<String, String> fields = new HashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      JsonReader.Token next = reader.peek();
      if (next == JsonReader.Token.STRING || next == JsonReader.Token.NUMBER) {
        fields.put(name, reader.nextString());
      } else {
        reader.skipValue();
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
