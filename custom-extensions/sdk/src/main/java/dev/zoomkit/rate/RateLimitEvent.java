package dev.zoomkit.rate;

import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that a rate limit holds up.
 *
 * @param kind what happens to it
 * @param operation the operationId of the description
 * @param limit what stands in its way, such as {@code LIGHT}, {@code LIGHT of a day}, or {@code
 *     createMeeting} for a limit of the operation's own, for another call that excludes it, and
 *     where Zoom does not say which limit it was
 * @param waiting how long it waits; at most so long, where it waits for another call; zero for a
 *     refusal
 * @param until when its turn comes, by the client's clock; null where nobody knows
 */
public record RateLimitEvent(
    Kind kind, String operation, String limit, Duration waiting, @Nullable Instant until) {

  /** Refuses null where it is not expected. */
  public RateLimitEvent {
    Arguments.require("RateLimitEvent", "kind", kind);
    Arguments.requireText("RateLimitEvent", "operation", operation);
    Arguments.requireText("RateLimitEvent", "limit", limit);
    Arguments.require("RateLimitEvent", "waiting", waiting);
  }

  /** What happens to a call. */
  public enum Kind {
    /** It waits for its turn before it is sent. */
    WAIT,
    /** It is refused here, and not sent. */
    REFUSED_HERE,
    /** Zoom refused it with 429. */
    REFUSED_BY_ZOOM
  }
}
