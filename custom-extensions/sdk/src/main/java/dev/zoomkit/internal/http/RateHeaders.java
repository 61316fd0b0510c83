package dev.zoomkit.internal.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's rate-limit headers: {@code X-RateLimit-Category}, {@code -Type}, {@code -Limit}, {@code
 * -Remaining}, {@code -Reset} (epoch seconds, on a per-second stop) and {@code Retry-After} (an ISO
 * instant on a daily stop, although HTTP has seconds or an HTTP date there). Each is null where
 * absent or unreadable.
 *
 * @param category the label, such as {@code Light}
 * @param type {@code QPS} or {@code Daily-limit}
 * @param limit requests allowed in the window of the type
 * @param remaining requests left in that window
 * @param retryAt when the same request may be sent again
 */
public record RateHeaders(
    @Nullable String category,
    @Nullable String type,
    @Nullable Integer limit,
    @Nullable Integer remaining,
    @Nullable Instant retryAt) {

  /** Reads them; the clock turns seconds from now into an instant. */
  public static RateHeaders of(Headers headers, Clock clock) {
    Instant after = retryAfter(headers.get("Retry-After"), clock);
    return new RateHeaders(
        headers.get("X-RateLimit-Category"),
        headers.get("X-RateLimit-Type"),
        integer(headers.get("X-RateLimit-Limit")),
        integer(headers.get("X-RateLimit-Remaining")),
        after != null ? after : epochSeconds(headers.get("X-RateLimit-Reset")));
  }

  /** Whether the budget of the day is used up, which no short wait brings back. */
  public boolean dailyLimit() {
    return type != null && type.equalsIgnoreCase("Daily-limit");
  }

  private static @Nullable Instant retryAfter(@Nullable String value, Clock clock) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.trim();
    Integer seconds = integer(text);
    if (seconds != null) {
      return clock.instant().plusSeconds(seconds);
    }
    Instant iso = instant(DateTimeFormatter.ISO_OFFSET_DATE_TIME, text);
    return iso != null ? iso : instant(DateTimeFormatter.RFC_1123_DATE_TIME, text);
  }

  private static @Nullable Instant instant(DateTimeFormatter format, String text) {
    try {
      return Instant.from(format.parse(text));
    } catch (DateTimeException notThisFormat) {
      return null;
    }
  }

  private static @Nullable Instant epochSeconds(@Nullable String value) {
    try {
      return value == null ? null : Instant.ofEpochSecond(Long.parseLong(value.trim()));
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
