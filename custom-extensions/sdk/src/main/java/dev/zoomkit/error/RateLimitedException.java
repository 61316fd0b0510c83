package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rate limit stopped the call: HTTP 429. Nothing was done. Either the retry policy's attempts are
 * used up, or Zoom's limit ends later than the policy waits, as with the limits of a day.
 */
public final class RateLimitedException extends ApiException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Instant retryAt;
  private final @Nullable String category;
  private final @Nullable String limitType;
  private final @Nullable Integer limit;
  private final @Nullable Integer remaining;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public RateLimitedException(ErrorResponse error) {
    super(error);
    retryAt = error.rate().retryAt();
    category = error.rate().category();
    limitType = error.rate().type();
    limit = error.rate().limit();
    remaining = error.rate().remaining();
  }

  /**
   * When the same call may be sent again, by {@code Retry-After} or {@code X-RateLimit-Reset}; null
   * where Zoom does not say. By the client's clock: Zoom's instant is read against the {@code Date}
   * of its response, so that the span from now until then is right although the clock may be off.
   * The limits of a day end at 00:00 UTC of Zoom's clock.
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
