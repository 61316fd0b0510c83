package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.ErrorResponse;
import dev.zoomkit.internal.http.RateHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rate limit stopped the call: HTTP 429. Nothing was done. Either the retry policy's attempts are
 * used up, or the limit ends later than the policy waits, as with the limits of a day; or the
 * client keeps to the limits itself, and the call's turn was too far off to send it.
 */
public final class RateLimitedException extends ApiException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Instant retryAt;
  private final @Nullable String category;
  private final @Nullable String limitType;
  private final @Nullable Integer limit;
  private final @Nullable Integer remaining;
  private final RateLimitKind kind;
  private final boolean refusedHere;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public RateLimitedException(ErrorResponse error) {
    super(error);
    retryAt = error.rate().retryAt();
    category = error.rate().category();
    limitType = error.rate().type();
    limit = error.rate().limit();
    remaining = error.rate().remaining();
    kind = kind(error);
    refusedHere = false;
  }

  /** For a call that was not sent; made by the SDK alone. */
  @SuppressWarnings("exports")
  public RateLimitedException(
      CallInfo call, RateLimitKind kind, String limit, @Nullable Instant retryAt) {
    super(
        call,
        "%s: not sent, because of the rate limit of %s; %s. [%s]"
            .formatted(
                call.operation(),
                limit,
                retryAt == null
                    ? "another call that excludes it is still running"
                    : "its turn comes at " + retryAt,
                call.requestLine()),
        429);
    this.retryAt = retryAt;
    this.kind = kind;
    refusedHere = true;
    category = null;
    limitType = null;
    this.limit = null;
    remaining = null;
  }

  private static RateLimitKind kind(ErrorResponse error) {
    RateHeaders rate = error.rate();
    if (rate.ownLimit()) {
      return RateLimitKind.OPERATION;
    } else if (rate.dailyLimit()) {
      return RateLimitKind.PER_DAY;
    } else if (!rate.namesNoLimit()) {
      return RateLimitKind.PER_SECOND;
    }
    boolean alone = error.request().method().equals("DELETE") || error.operation().runsAlone();
    return alone ? RateLimitKind.CONCURRENCY : RateLimitKind.UNKNOWN;
  }

  /** Which kind of limit it was. */
  public RateLimitKind kind() {
    return kind;
  }

  /**
   * Whether the client refused the call itself, as its {@code RateLimitPolicy} says, and sent
   * nothing; what Zoom's headers say is null then.
   */
  public boolean refusedHere() {
    return refusedHere;
  }

  /**
   * When the same call may be sent again, by {@code Retry-After} or {@code X-RateLimit-Reset}, or
   * by this client's own count; 00:00 UTC for a limit of the day that one host or person has, which
   * Zoom refuses without these headers. Null where nobody knows. By the client's clock: Zoom's
   * instant is read against the {@code Date} of its response, so that the span from now until then
   * is right although the clock may be off. The limits of a day end at 00:00 UTC of Zoom's clock.
   */
  public @Nullable Instant retryAt() {
    return retryAt;
  }

  /** The rate label that was exceeded, such as {@code Light}; null where Zoom does not say. */
  public @Nullable String category() {
    return category;
  }

  /**
   * {@code QPS} for a limit of a second, {@code Daily-limit} for one of a day; null where Zoom does
   * not say, as for the limits of one host or registrant.
   */
  public @Nullable String limitType() {
    return limitType;
  }

  /** How many calls the limit allows; null where Zoom does not say. */
  public @Nullable Integer limit() {
    return limit;
  }

  /** How many calls are left under the limit; null where Zoom does not say. */
  public @Nullable Integer remaining() {
    return remaining;
  }
}
