package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting or webinar is to start: a moment, or a local time, which is one on the clocks of
 * the time zone that the request names beside it. To the second; fractions are cut off. An offset
 * is never sent, because Zoom would take the local time before it for UTC. Immutable.
 */
public final class StartTime {
  private final String text;

  private StartTime(String text) {
    this.text = text;
  }

  /**
   * A moment, sent in UTC.
   *
   * @throws IllegalArgumentException where its year in UTC is not from 0 to 9999
   */
  public static StartTime of(Instant moment) {
    Arguments.require("StartTime.of", "moment", moment);
    try {
      return of(moment.atOffset(ZoneOffset.UTC));
    } catch (DateTimeException beyondTheCalendar) {
      throw Arguments.unfit("StartTime.of", "moment", "of a year from 0 to 9999.");
    }
  }

  /**
   * A moment, sent in UTC whatever its offset is.
   *
   * @throws IllegalArgumentException where its year in UTC is not from 0 to 9999
   */
  public static StartTime of(OffsetDateTime moment) {
    return new StartTime(Times.format(Arguments.require("StartTime.of", "moment", moment)));
  }

  /**
   * A local time, in the time zone of the request; of the host where the request has none.
   *
   * @throws IllegalArgumentException where its year is not from 0 to 9999
   */
  public static StartTime local(LocalDateTime time) {
    Arguments.require("StartTime.local", "time", time);
    String utc = Times.format(time.atOffset(ZoneOffset.UTC));
    return new StartTime(utc.substring(0, utc.length() - 1));
  }

  /**
   * A moment such as {@code 2027-03-25T11:30:00Z}, or a local time such as {@code
   * 2027-03-25T07:30:00}.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  public static StartTime parse(String text) {
    Arguments.requireText("StartTime.parse", "text", text);
    try {
      return ofEither(Times.parse(text));
    } catch (DateTimeException neither) {
      throw Arguments.unfit(
          "StartTime.parse",
          "text",
          "such as 2027-03-25T11:30:00Z or 2027-03-25T07:30:00; \"%s\" is neither."
              .formatted(text));
    }
  }

  private static StartTime ofEither(Temporal time) {
    return time instanceof LocalDateTime local ? local(local) : of((OffsetDateTime) time);
  }

  /** Whether this is a local time. */
  public boolean isLocal() {
    return !text.endsWith("Z");
  }

  /**
   * The moment; that of a local time by the clocks of the zone. Where they show it twice, the first
   * of the two, and where they skip it, as much later as they skip.
   */
  public Instant in(ZoneId zone) {
    Arguments.require("StartTime.in", "zone", zone);
    return isLocal()
        ? LocalDateTime.parse(text).atZone(zone).toInstant()
        : Times.parseDateTime(text).toInstant();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StartTime that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The moment with {@code Z} or the local time without, as it goes into a request. */
  @Override
  public String toString() {
    return text;
  }
}
