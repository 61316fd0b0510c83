package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.CallLimit;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's rate-limit headers: {@code X-RateLimit-Category}, {@code -Type}, {@code -Limit}, {@code
 * -Remaining}, {@code -Reset} (epoch seconds, on a per-second stop) and {@code Retry-After} (an ISO
 * instant on a daily stop, although HTTP has seconds or an HTTP date there). Each is null where
 * absent or unreadable.
 *
 * <p>An instant of the server's is read against the {@code Date} of the same response, so that a
 * clock of this machine that is off changes no wait. That header has whole seconds, cut off: a wait
 * may come out up to a second too long, never too short.
 *
 * @param category the label, such as {@code Light}
 * @param type {@code QPS} or {@code Daily-limit}
 * @param limit requests allowed in the window of the type
 * @param remaining requests left in that window
 * @param retryAfter when the same request may be sent again, by the local clock
 * @param reset when the window ends, by the local clock
 * @param ownLimit whether the limit is one of a day that Zoom counts for one host or one person, or
 *     for the operation alone
 * @param serverAhead how far the server's clock is ahead of the local one; negative where it is
 *     behind, zero without a {@code Date}
 */
public record RateHeaders(
    @Nullable String category,
    @Nullable String type,
    @Nullable Integer limit,
    @Nullable Integer remaining,
    @Nullable Instant retryAfter,
    @Nullable Instant reset,
    boolean ownLimit,
    Duration serverAhead) {

  /** The end of a day in the words of Zoom's refusal, in whatever language they are. */
  private static final String MIDNIGHT = "00:00:00";

  private static final int LONGEST_REFUSAL_BYTES = 4 * 1024;

  /**
   * Reads them from a response. What Zoom counts for one host or one person it refuses without a
   * type and without a time: it then takes the call again at 00:00 UTC.
   */
  public static RateHeaders of(Response response, Clock clock) {
    RateHeaders told = of(response.headers(), clock);
    return response.code() == 429 && told.namesNoLimit() && isOwnLimitOfDay(response)
        ? told.untilMidnight(clock.instant())
        : told;
  }

  /** Reads them; the clock is the local one. */
  public static RateHeaders of(Headers headers, Clock clock) {
    Instant now = clock.instant();
    Instant date = headers.getInstant("Date");
    Duration serverAhead = date == null ? Duration.ZERO : Duration.between(now, date);
    return new RateHeaders(
        headers.get("X-RateLimit-Category"),
        headers.get("X-RateLimit-Type"),
        integer(headers.get("X-RateLimit-Limit")),
        integer(headers.get("X-RateLimit-Remaining")),
        retryAfter(headers, now, serverAhead),
        reset(headers.get("X-RateLimit-Reset"), serverAhead),
        false,
        serverAhead);
  }

  /** When a call that a limit refused may be sent again; null where Zoom does not say. */
  public @Nullable Instant retryAt() {
    return retryAfter != null ? retryAfter : reset;
  }

  /** Whether a refusal leaves open which limit it is: that of a label has a type or a time. */
  public boolean namesNoLimit() {
    return type == null && retryAt() == null && !ownLimit;
  }

  /** Whether the budget of the day is used up, which no short wait brings back. */
  public boolean dailyLimit() {
    return ownLimit || type != null && type.equalsIgnoreCase("Daily-limit");
  }

  /**
   * The description says so where it knows no other limits of the operation; else the words do,
   * because a shorter span or several calls at a time may be meant.
   */
  private static boolean isOwnLimitOfDay(Response response) {
    Request request = response.request();
    if (Operation.isForToken(request)) {
      return false;
    }
    Operation operation = Operation.of(request);
    List<CallLimit> limits = operation.callLimits();
    boolean onlyOfDay = !limits.isEmpty() && limits.stream().allMatch(UtcDay::isPeriodOf);
    try {
      return onlyOfDay && !operation.runsAlone()
          || response.peekBody(LONGEST_REFUSAL_BYTES).string().contains(MIDNIGHT);
    } catch (IOException brokeOff) {
      return false;
    }
  }

  private RateHeaders untilMidnight(Instant now) {
    Instant midnight = UtcDay.endAfter(now.plus(serverAhead)).minus(serverAhead);
    return new RateHeaders(category, type, limit, remaining, midnight, null, true, serverAhead);
  }

  private static @Nullable Instant retryAfter(Headers headers, Instant now, Duration serverAhead) {
    String text = headers.get("Retry-After");
    Integer seconds = integer(text);
    if (text == null || seconds != null) {
      return seconds == null ? null : now.plusSeconds(seconds);
    }
    try {
      Instant httpDate = headers.getInstant("Retry-After");
      Instant end =
          httpDate != null
              ? httpDate
              : Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text.trim()));
      return end.minus(serverAhead);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static @Nullable Instant reset(@Nullable String epochSeconds, Duration serverAhead) {
    try {
      return epochSeconds == null
          ? null
          : Instant.ofEpochSecond(Long.parseLong(epochSeconds.trim())).minus(serverAhead);
    } catch (NumberFormatException | DateTimeException notATime) {
      return null;
    }
  }

  private static @Nullable Integer integer(@Nullable String value) {
    try {
      return value == null ? null : Integer.valueOf(value.trim());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
