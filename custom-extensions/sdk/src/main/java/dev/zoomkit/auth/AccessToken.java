package dev.zoomkit.auth;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token and what is known of it. Immutable; {@link #toString()} does not show the token.
 */
public final class AccessToken {

  private final String value;
  private final @Nullable Instant expiresAt;
  private final @Nullable Set<String> scopes;
  private final @Nullable URI apiUrl;

  private AccessToken(
      String value,
      @Nullable Instant expiresAt,
      @Nullable Set<String> scopes,
      @Nullable URI apiUrl) {
    this.value = value;
    this.expiresAt = expiresAt;
    this.scopes = scopes;
    this.apiUrl = apiUrl;
  }

  /**
   * A token of which nothing else is known.
   *
   * @throws IllegalArgumentException if it is blank or has characters that no HTTP header takes
   */
  public static AccessToken of(String value) {
    if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "An access token is one word of ASCII characters; this one is blank or has others.");
    }
    return new AccessToken(value, null, null, null);
  }

  /**
   * The same token with the instant from which on Zoom refuses it, by the client's clock: best
   * counted from {@code expires_in} when the token arrives, since a clock of another machine may
   * differ. Another one is asked for before that.
   */
  public AccessToken expiringAt(Instant instant) {
    return new AccessToken(value, instant, scopes, apiUrl);
  }

  /** The same token with the scopes it holds; an empty collection says that it holds none. */
  public AccessToken holding(Collection<String> held) {
    Set<String> copy = Collections.unmodifiableSet(new LinkedHashSet<>(held));
    return new AccessToken(value, expiresAt, copy, apiUrl);
  }

  /**
   * The same token with the region's host, the {@code api_url} of Zoom's answer, such as {@code
   * https://api-eu.zoom.us}. Calls go there where it is https and of Zoom's (under zoom.us,
   * zoom.com or zoomgov.com), unless the client was told an endpoint; else they go to the endpoint.
   */
  public AccessToken servedBy(URI url) {
    return new AccessToken(value, expiresAt, scopes, url);
  }

  /** The secret itself. */
  public String value() {
    return value;
  }

  /** Null where it is unknown; the token is then used until Zoom refuses it. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** In the order of Zoom's answer; null where they are unknown, so that no scope check happens. */
  public @Nullable Set<String> scopes() {
    return scopes;
  }

  /** The region's host; null where it is unknown. */
  public @Nullable URI apiUrl() {
    return apiUrl;
  }

  @Override
  public String toString() {
    return "AccessToken[expiresAt=%s, scopes=%s, apiUrl=%s]".formatted(expiresAt, scopes, apiUrl);
  }
}
