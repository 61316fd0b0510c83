package dev.zoomkit.rate;

import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client does about Zoom's rate limits before it sends a call: it waits for its turn, it
 * refuses the call, or it sends it and leaves the limits to Zoom. Immutable; a changed copy comes
 * from {@link #longestWait(Duration)} and {@link #listener(Consumer)}.
 */
public final class RateLimitPolicy {

  private static final RateLimitPolicy OFF = new RateLimitPolicy(null, Duration.ZERO, null);

  private final @Nullable Plan plan;
  private final Duration longestWait;
  private final @Nullable Consumer<RateLimitEvent> listener;

  private RateLimitPolicy(
      @Nullable Plan plan, Duration longestWait, @Nullable Consumer<RateLimitEvent> listener) {
    this.plan = plan;
    this.longestWait = longestWait;
    this.listener = listener;
  }

  /**
   * Spreads the calls of a label evenly, and lets each wait for its turn: at most a minute, unless
   * {@link #longestWait(Duration)} says otherwise.
   *
   * @param plan of the app's account
   */
  public static RateLimitPolicy waiting(Plan plan) {
    return new RateLimitPolicy(required(plan), Duration.ofMinutes(1), null);
  }

  /**
   * Refuses a call whose turn has not come with a {@code RateLimitedException}. Half of what a
   * period permits may come at once; the rest is spread over the period.
   *
   * @param plan of the app's account
   */
  public static RateLimitPolicy failingFast(Plan plan) {
    return new RateLimitPolicy(required(plan), Duration.ZERO, null);
  }

  /** Sends every call at once. The default. */
  public static RateLimitPolicy off() {
    return OFF;
  }

  /**
   * The same with another longest wait. A call that would have to wait longer is refused at once,
   * as it is with zero. A limit of a day ends at 00:00 UTC: a day here waits even for that.
   *
   * @throws IllegalArgumentException if it is negative or longer than two days
   */
  public RateLimitPolicy longestWait(Duration wait) {
    Arguments.require("RateLimitPolicy", "longestWait", wait);
    if (wait.isNegative() || wait.compareTo(Duration.ofDays(2)) > 0) {
      throw Arguments.unfit(
          "RateLimitPolicy", "longestWait", "from PT0S to PT48H; it was %s.".formatted(wait));
    }
    return new RateLimitPolicy(plan, wait, listener);
  }

  /**
   * The same with a listener that is told of each wait and each refusal, by the thread of the call
   * and before it sleeps; it must be thread-safe. What it throws fails the call.
   */
  public RateLimitPolicy listener(Consumer<RateLimitEvent> told) {
    return new RateLimitPolicy(
        plan, longestWait, Arguments.require("RateLimitPolicy", "listener", told));
  }

  /** The plan whose limits are kept; null where none are. */
  public @Nullable Plan plan() {
    return plan;
  }

  /**
   * How long an attempt waits at most, for its turn and for other calls that exclude it together;
   * zero where it never does.
   */
  public Duration longestWait() {
    return longestWait;
  }

  /** Who is told of waits and refusals; null for nobody. */
  public @Nullable Consumer<RateLimitEvent> listener() {
    return listener;
  }

  private static Plan required(Plan plan) {
    return Arguments.require("RateLimitPolicy", "plan", plan);
  }
}
