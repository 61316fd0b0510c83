package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.ErrorResponseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Issues access tokens, knows them again and takes them back. Thread-safe. */
public final class Tokens {
  /** How long an access token lives. */
  public static final Duration LIFE = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Token> issued = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final AtomicLong counter = new AtomicLong();

  public Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Forgets every token. */
  public void clear() {
    issued.clear();
    revoked.clear();
  }

  /** Issues a token for an app that a user has authorised; for one without a user where null. */
  public String issue(Set<String> scopes, @Nullable String user, Duration life) {
    return issue(new Grant(user, scopes, false), life).value();
  }

  Token issue(Grant grant, Duration life) {
    String value = "mock-token-" + counter.incrementAndGet();
    Token token = new Token(value, grant, clock.instant().plus(life));
    issued.put(value, token);
    return token;
  }

  /** Takes back the access tokens of what a user has authorised, which can be refreshed. */
  public void revoke(String user) {
    for (Token token : issued.values()) {
      if (user.equals(token.user())) {
        revoked.add(token.value());
      }
    }
  }

  /** Lets access tokens be as old as they get: those of a user, of everybody where it is null. */
  public void expire(@Nullable String user) {
    Instant now = clock.instant();
    issued.replaceAll(
        (value, token) ->
            user == null || user.equals(token.user())
                ? new Token(value, token.grant(), now)
                : token);
  }

  /** The grant of an access token; null where there is no such token. */
  @Nullable Grant grant(String value) {
    Token token = issued.get(value);
    return token == null ? null : token.grant();
  }

  /**
   * The token of an Authorization header.
   *
   * @throws ErrorResponseException if there is none, or Zoom would not know it (any more)
   */
  Token of(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new ErrorResponseException(401, 124, "The access token is missing.");
    }
    Token token = issued.get(authorization.substring(7).trim());
    if (token == null) {
      throw new ErrorResponseException(401, 124, "The access token is invalid.");
    }
    if (token.grant().revoked() || revoked.contains(token.value())) {
      throw new ErrorResponseException(401, 4741, "The access token has been revoked.");
    }
    if (!clock.instant().isBefore(token.expires())) {
      throw new ErrorResponseException(401, 124, "The access token has expired.");
    }
    return token;
  }
}
