package dev.zoomkit.mock.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an app may do, as long as it is not taken back. Thread-safe. */
final class Grant {
  private final @Nullable String user;
  private final Set<String> scopes;
  private final boolean publicClient;
  private volatile boolean revoked;

  /**
   * A new one.
   *
   * @param user the user who authorised the app; null where it acts for no user
   * @param publicClient whether it goes to an app without a secret
   */
  Grant(@Nullable String user, Set<String> scopes, boolean publicClient) {
    this.user = user;
    this.scopes = Set.copyOf(scopes);
    this.publicClient = publicClient;
  }

  @Nullable String user() {
    return user;
  }

  Set<String> scopes() {
    return scopes;
  }

  boolean publicClient() {
    return publicClient;
  }

  boolean revoked() {
    return revoked;
  }

  void revoke() {
    revoked = true;
  }
}
