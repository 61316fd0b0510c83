package dev.zoomkit.mock.http;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token that the mock has issued.
 *
 * @param user the user who authorised the app; null for a server-to-server app
 */
public record Token(String value, Set<String> scopes, Instant expires, @Nullable String user) {

  /** Without the value, which is a secret. */
  @Override
  public String toString() {
    return "Token[scopes=" + scopes + ", expires=" + expires + ", user=" + user + "]";
  }
}
