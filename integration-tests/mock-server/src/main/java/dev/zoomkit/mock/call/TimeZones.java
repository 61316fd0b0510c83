package dev.zoomkit.mock.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import org.jspecify.annotations.Nullable;

/** Whose clocks a time is on. Where they skip or repeat an hour, java.time's rules count. */
public final class TimeZones {
  /** What requests, users and sessions call theirs. */
  public static final String NAME = "timezone";

  /** The key of a time that may be a local one; it says which property beside it has the zone. */
  public static final String KEY = "x-zoom-time-zone";

  private TimeZones() {}

  /** What is wrong with the name of a zone; null where nothing is. */
  public static @Nullable String zoneProblem(JsonNode name) {
    return name.isTextual() && !name.asText().isBlank() && !isKnown(name)
        ? "There is no time zone " + name.asText() + "; name one such as America/New_York."
        : null;
  }

  private static boolean isKnown(JsonNode name) {
    return ZoneRulesProvider.getAvailableZoneIds().contains(name.asText());
  }

  /** The first of the names that is a zone's; UTC where none is. */
  public static ZoneId first(JsonNode... names) {
    for (JsonNode name : names) {
      if (isKnown(name)) {
        return ZoneId.of(name.asText());
      }
    }
    return ZoneOffset.UTC;
  }

  /** What is wrong with a time that may be a local one; null where nothing is. */
  public static @Nullable String timeProblem(String time) {
    try {
      LocalDateTime.parse(withoutZ(time));
      return null;
    } catch (DateTimeException noTime) {
      return "Has to be a time in UTC such as 2027-03-25T11:30:00Z, or a local time such as"
          + " 2027-03-25T07:30:00; an offset would be ignored.";
    }
  }

  /** Whether a time that was checked is as {@link #utc} would have it. */
  public static boolean isUtcToTheSecond(String time) {
    return time.endsWith("Z") && time.length() == "2027-03-25T11:30:00Z".length();
  }

  /** A time that may be a local one, in UTC to the second. */
  public static String utc(String time, ZoneId zone) {
    boolean local = !time.endsWith("Z");
    return LocalDateTime.parse(withoutZ(time))
        .atZone(local ? zone : ZoneOffset.UTC)
        .toInstant()
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  private static String withoutZ(String time) {
    return time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
  }

  /** The moment of a date-time that the mock keeps or was checked; null where the text is none. */
  public static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noMoment) {
      return null;
    }
  }
}
