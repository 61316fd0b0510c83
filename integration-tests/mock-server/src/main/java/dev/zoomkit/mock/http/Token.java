package dev.zoomkit.mock.http;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An access token that the mock has issued. */
public record Token(String value, Grant grant, Instant expires) {

  Set<String> scopes() {
    return grant.scopes();
  }

  /** The user who authorised the app; null where it acts for no user. */
  @Nullable String user() {
    return grant.user();
  }

  /** Without the value, which is a secret. */
  @Override
  public String toString() {
    return "Token[scopes=" + scopes() + ", expires=" + expires + ", user=" + user() + "]";
  }
}
