package dev.zoomkit.runtime;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.util.Locale;

/**
 * Reads and writes dates and times. {@code 2026-11-22T09:30:00Z}, which nearly all of Zoom's are,
 * is taken apart by hand: {@link DateTimeFormatter} would be half the work of reading a page.
 */
public final class Times {
  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_LENGTH = 19;

  private Times() {}

  /**
   * Parses a moment; UTC where the text has no offset.
   *
   * @throws DateTimeException where the text is none
   */
  public static OffsetDateTime parseDateTime(String text) {
    if (text.length() == DATE_LENGTH) {
      return OffsetDateTime.of(parseDate(text), LocalTime.MIDNIGHT, ZoneOffset.UTC);
    }
    Temporal time = parse(text);
    return time instanceof LocalDateTime local
        ? local.atOffset(ZoneOffset.UTC)
        : (OffsetDateTime) time;
  }

  /**
   * Parses a moment, which needs an offset.
   *
   * @throws DateTimeException where the text is none
   */
  public static OffsetDateTime parseMoment(String text) {
    if (parse(text) instanceof OffsetDateTime moment) {
      return moment;
    }
    throw new DateTimeException("There is no offset in " + text + ".");
  }

  /**
   * Parses a moment, or a local time where the text has no offset.
   *
   * @return an OffsetDateTime or a LocalDateTime
   * @throws DateTimeException where the text is neither
   */
  public static Temporal parse(String text) {
    if (text.length() == SECONDS_LENGTH + 1
        && text.charAt(SECONDS_LENGTH) == 'Z'
        && hasClock(text)) {
      return OffsetDateTime.of(
          date(text),
          LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19)),
          ZoneOffset.UTC);
    }
    return Tolerant.parse(text);
  }

  /**
   * Parses a day, or the day of a moment.
   *
   * @throws DateTimeException where the text is none
   */
  public static LocalDate parseDate(String text) {
    if (text.length() == DATE_LENGTH && hasDate(text)) {
      return date(text);
    }
    return text.length() > DATE_LENGTH ? parseDateTime(text).toLocalDate() : LocalDate.parse(text);
  }

  /**
   * The moment in UTC, to the second.
   *
   * @throws IllegalArgumentException if its year has more than four digits
   */
  public static String format(OffsetDateTime moment) {
    year(moment); // Java's last moments have none in UTC.
    OffsetDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC);
    int year = year(utc);
    byte[] text = new byte[SECONDS_LENGTH + 1];
    two(text, 0, year / 100, (byte) 0);
    two(text, 2, year % 100, (byte) '-');
    two(text, 5, utc.getMonthValue(), (byte) '-');
    two(text, 8, utc.getDayOfMonth(), (byte) 'T');
    two(text, 11, utc.getHour(), (byte) ':');
    two(text, 14, utc.getMinute(), (byte) ':');
    two(text, 17, utc.getSecond(), (byte) 'Z');
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** A value of a parameter or a part: a moment in UTC, anything else as it says itself. */
  public static String text(Object value) {
    return value instanceof OffsetDateTime moment ? format(moment) : value.toString();
  }

  /** Whether it is a time zone with a name, which an offset such as {@code UTC+02:00} is not. */
  public static boolean isNamed(ZoneId zone) {
    return ZoneId.getAvailableZoneIds().contains(zone.getId());
  }

  private static int year(OffsetDateTime moment) {
    int year = moment.getYear();
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("Zoom has no year " + year + ".");
    }
    return year;
  }

  private static void two(byte[] text, int at, int number, byte separator) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
    text[at + 2] = separator;
  }

  private static boolean hasDate(String text) {
    return text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  private static boolean hasClock(String text) {
    return hasDate(text)
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static LocalDate date(String text) {
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("Not a digit: " + text.charAt(i));
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /**
   * Reads what Zoom sends now and then: no seconds, fractions, a blank for the T, other offsets, or
   * none at all. A class of its own, so that most programs never make the formatter.
   */
  private static final class Tolerant {
    private static final DateTimeFormatter FORMAT =
        new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "+0000")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    static Temporal parse(String text) {
      String iso = text.replace(' ', 'T');
      return (Temporal) FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
    }
  }
}
