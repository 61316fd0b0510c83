package dev.zoomkit.auth;

import dev.zoomkit.internal.http.Endpoint;
import dev.zoomkit.runtime.Arguments;
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
   * @throws IllegalArgumentException if it is blank, begins with {@code Bearer}, or has characters
   *     that no HTTP header takes
   */
  public static AccessToken of(String value) {
    Arguments.requireText("AccessToken", "token", value);
    if (value.regionMatches(true, 0, "bearer", 0, 6) && value.matches("(?is)bearer\\s.*")) {
      throw Arguments.unfit("AccessToken", "token", "without \"Bearer\" before it.");
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
        throw Arguments.unfit("AccessToken", "token", "of ASCII characters, without blanks in it.");
      }
    }
    return new AccessToken(value, null, null, null);
  }

  /**
   * The same token with the instant from which on Zoom refuses it, by the client's clock: best
   * counted from {@code expires_in} when the token arrives, since a clock of another machine may
   * differ. Another one is asked for before that.
   */
  public AccessToken expiringAt(Instant instant) {
    Arguments.require("AccessToken", "instant", instant);
    return new AccessToken(value, instant, scopes, apiUrl);
  }

  /** The same token with the scopes it holds; an empty collection says that it holds none. */
  public AccessToken holding(Collection<String> held) {
    Arguments.require("AccessToken", "scopes", held);
    held.forEach(scope -> Arguments.requireText("AccessToken", "scope", scope));
    Set<String> copy = Collections.unmodifiableSet(new LinkedHashSet<>(held));
    return new AccessToken(value, expiresAt, copy, apiUrl);
  }

  /**
   * The same token with the region's host, the {@code api_url} of Zoom's response, such as {@code
   * https://api-eu.zoom.us}. Calls go there where it is https and of Zoom's (under zoom.us,
   * zoom.com or zoomgov.com), unless the client was told an endpoint; else they go to the endpoint.
   *
   * @throws IllegalArgumentException if it is no https URL, or no http URL of this machine, or has
   *     a query, a fragment or a user
   */
  public AccessToken servedBy(URI url) {
    Endpoint.of("AccessToken", "url", url, "https://api-eu.zoom.us");
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

  /**
   * In the order of Zoom's response; null where they are unknown, so that no scope check happens.
   */
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
