package dev.zoomkit.auth;

import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gives.
 *
 * @param refresh gets the next ones; null where the grant has none
 */
record IssuedTokens(AccessToken access, @Nullable String refresh) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return access.toString();
  }
}
