package dev.zoomkit.retry;

import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a call is sent, how long it waits in between, and how many repetitions a client
 * affords. It waits as Zoom says, where it says something; else twice as long each time, less a
 * random part of at most one half. Immutable.
 */
public final class RetryPolicy {

  private static final RetryPolicy STANDARD =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofMinutes(1), null, 100);

  private final int maxAttempts;
  private final Duration firstWait;
  private final Duration longestWait;
  private final @Nullable Duration longestTotal;
  private final int budget;

  private RetryPolicy(
      int maxAttempts,
      Duration firstWait,
      Duration longestWait,
      @Nullable Duration longestTotal,
      int budget) {
    this.maxAttempts = maxAttempts;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
    this.longestTotal = longestTotal;
    this.budget = budget;
  }

  /**
   * Four attempts in five minutes at most, half a second before the second, no wait longer than a
   * minute, and a budget of 100 repetitions.
   */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /**
   * Every call is sent once. Only OkHttp repeats a read, and at once, where the pooled connection
   * that it went to turns out to be dead, or after HTTP 408 or 503 that ask for it.
   */
  public static RetryPolicy none() {
    return builder().maxAttempts(1).build();
  }

  /** Starts from {@link #standard()}. */
  public static Builder builder() {
    return STANDARD.toBuilder();
  }

  /** A builder with the values of this policy. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** How often a call is sent at most, from 1. */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** How long the second attempt waits at most, where Zoom does not say; doubled each time. */
  public Duration firstWait() {
    return firstWait;
  }

  /** A call that would have to wait longer fails at once. */
  public Duration longestWait() {
    return longestWait;
  }

  /**
   * No attempt begins later than this after the first one began. Five minutes unless set, or the
   * longest wait where that is longer.
   */
  public Duration longestTotal() {
    Duration usual = Duration.ofMinutes(5);
    return longestTotal != null
        ? longestTotal
        : longestWait.compareTo(usual) > 0 ? longestWait : usual;
  }

  /**
   * How many repetitions of failed attempts a client affords until calls succeed again. Five
   * attempts that succeed pay for one. A 429 that says when to come back costs nothing.
   */
  public int budget() {
    return budget;
  }

  /** Builds a policy. Not thread-safe. */
  public static final class Builder {
    private int maxAttempts;
    private Duration firstWait;
    private Duration longestWait;
    private @Nullable Duration longestTotal;
    private int budget;

    private Builder(RetryPolicy policy) {
      maxAttempts = policy.maxAttempts;
      firstWait = policy.firstWait;
      longestWait = policy.longestWait;
      longestTotal = policy.longestTotal;
      budget = policy.budget;
    }

    /**
     * 4 unless set.
     *
     * @throws IllegalArgumentException if it is not 1 to 20
     */
    public Builder maxAttempts(int attempts) {
      if (attempts < 1 || attempts > 20) {
        throw Arguments.unfit(
            "RetryPolicy", "maxAttempts", "from 1 to 20; they were " + attempts + ".");
      }
      maxAttempts = attempts;
      return this;
    }

    /**
     * Half a second unless set.
     *
     * @throws IllegalArgumentException if it is negative or longer than an hour
     */
    public Builder firstWait(Duration wait) {
      firstWait = checked("firstWait", wait, Duration.ofHours(1));
      return this;
    }

    /**
     * A minute unless set. A limit of a day ends at 00:00 UTC: a day here waits even for that.
     *
     * @throws IllegalArgumentException if it is negative or longer than two days
     */
    public Builder longestWait(Duration wait) {
      longestWait = checked("longestWait", wait, Duration.ofDays(2));
      return this;
    }

    /**
     * Five minutes unless set, or the longest wait where that is longer.
     *
     * @throws IllegalArgumentException if it is negative or longer than two days
     */
    public Builder longestTotal(Duration total) {
      longestTotal = checked("longestTotal", total, Duration.ofDays(2));
      return this;
    }

    /**
     * 100 unless set. When most calls fail, repeating each of them makes it worse: the client then
     * stops repeating, and begins again with the calls that succeed. Counted by the client; its
     * views share it, and the budget of a policy that only single calls have does not count.
     *
     * @throws IllegalArgumentException if it is not 1 to 100,000
     */
    public Builder budget(int repetitions) {
      if (repetitions < 1 || repetitions > 100_000) {
        throw Arguments.unfit(
            "RetryPolicy", "budget", "from 1 to 100000; it was " + repetitions + ".");
      }
      budget = repetitions;
      return this;
    }

    /** The policy. */
    public RetryPolicy build() {
      return new RetryPolicy(maxAttempts, firstWait, longestWait, longestTotal, budget);
    }

    private static Duration checked(String name, Duration wait, Duration most) {
      Arguments.require("RetryPolicy", name, wait);
      if (wait.isNegative() || wait.compareTo(most) > 0) {
        throw Arguments.unfit(
            "RetryPolicy", name, "from PT0S to %s; it was %s.".formatted(most, wait));
      }
      return wait;
    }
  }
}
