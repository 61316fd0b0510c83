package dev.zoomkit.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a token store keeps under one key: tokens, or that what was granted is over. As JSON with a
 * version; fields that a later release adds are skipped.
 *
 * @param access null where the grant is over
 * @param refresh null where the grant has none, or is over
 * @param refusal why the grant is over, such as {@code invalid_grant}; null where it lives
 */
record StoredToken(
    @Nullable AccessToken access, @Nullable String refresh, @Nullable String refusal) {

  private static final int VERSION = 1;

  static StoredToken of(IssuedTokens tokens, @Nullable String earlierRefresh) {
    return new StoredToken(
        tokens.access(), tokens.refresh() != null ? tokens.refresh() : earlierRefresh, null);
  }

  /** Keeps OAuth's word for the refusal, and nothing else of the response. */
  static StoredToken over(@Nullable String error) {
    return new StoredToken(null, null, AuthorizationException.word(error));
  }

  String toJson() {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.beginObject().name("version").value(VERSION);
      if (access != null) {
        writer.name("access_token").value(access.value());
        if (access.expiresAt() != null) {
          writer.name("expires_at").value(access.expiresAt().toString());
        }
        if (access.scopes() != null) {
          writer.name("scope").value(String.join(" ", access.scopes()));
        }
        if (access.apiUrl() != null) {
          writer.name("api_url").value(access.apiUrl().toString());
        }
      }
      if (refresh != null) {
        writer.name("refresh_token").value(refresh);
      }
      if (refusal != null) {
        writer.name("refusal").value(refusal);
      }
      writer.endObject();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return json.readUtf8();
  }

  /**
   * Reads what was written.
   *
   * @throws IOException that names the problem without the content
   */
  static StoredToken parse(String content) throws IOException {
    try {
      return read(JsonReader.of(new Buffer().writeUtf8(content)));
    } catch (IOException | JsonDataException | IllegalArgumentException | DateTimeException bad) {
      if (bad instanceof UnknownVersionException) {
        throw (UnknownVersionException) bad;
      }
      // The reader's words are not passed on: they may hold a token.
      throw new IOException("what is kept there is not what zoomkit writes");
    }
  }

  private static StoredToken read(JsonReader reader) throws IOException {
    int version = 0;
    @Nullable AccessToken access = null;
    @Nullable Instant end = null;
    @Nullable String scope = null;
    @Nullable String apiUrl = null;
    @Nullable String refresh = null;
    @Nullable String refusal = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "version" -> version = reader.nextInt();
        case "access_token" -> access = AccessToken.of(reader.nextString());
        case "expires_at" -> end = Instant.parse(reader.nextString());
        case "scope" -> scope = reader.nextString();
        case "api_url" -> apiUrl = reader.nextString();
        case "refresh_token" -> refresh = reader.nextString();
        case "refusal" -> refusal = reader.nextString();
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (version != VERSION) {
      throw new UnknownVersionException(version);
    }
    if (access != null) {
      access = end == null ? access : access.expiringAt(end);
      access =
          scope == null
              ? access
              : access.holding(scope.isEmpty() ? List.of() : List.of(scope.split(" ")));
      access = apiUrl == null ? access : access.servedBy(URI.create(apiUrl));
    }
    return new StoredToken(access, refresh, refusal);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "StoredToken[access=" + access + ", refusal=" + refusal + "]";
  }

  private static final class UnknownVersionException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownVersionException(int version) {
      super("it has version %d, and this release reads version %d".formatted(version, VERSION));
    }
  }
}
