package dev.zoomkit.schedule;

import dev.zoomkit.model.Recurrence;
import dev.zoomkit.runtime.Arguments;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * On which days something repeats, without an end as yet; made by {@link Recurrences}. Immutable.
 */
public final class RecurrenceRule {
  private static final Instant FIRST_MOMENT = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z");

  private final Recurrence rule;

  RecurrenceRule(Recurrence rule) {
    this.rule = rule;
  }

  /**
   * Leaves days, weeks or months out: with 2, every other one counts. The longest intervals are 99
   * days, 50 weeks or 10 months for meetings, and 90 days, 12 weeks or 3 months for webinars;
   * {@link Series} holds them.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public RecurrenceRule every(int interval) {
    if (interval < 1) {
      throw Arguments.unfit(
          "RecurrenceRule.every", "interval", "of at least 1; it was " + interval + ".");
    }
    return new RecurrenceRule(rule.toBuilder().repeatInterval(interval).build());
  }

  /**
   * Ends after so many occurrences, the first one included.
   *
   * @param occurrences 1 to 50, because Zoom gives no series more than 50
   * @throws IllegalArgumentException if there are fewer or more
   */
  public Series times(int occurrences) {
    if (occurrences < 1 || occurrences > Series.MOST_OCCURRENCES) {
      throw Arguments.unfit(
          "RecurrenceRule.times",
          "count",
          "from 1 to %d, which is all that a series has at Zoom; it was %d. More than that needs a second series."
              .formatted(Series.MOST_OCCURRENCES, occurrences));
    }
    return new Series(rule.toBuilder().endTimes(occurrences).build());
  }

  /**
   * Ends with the last occurrence that starts at this moment or before it, to the second; with the
   * 50th one if that comes first, because Zoom gives no series more than 50.
   *
   * @throws IllegalArgumentException if its year is not from 0 to 9999
   */
  public Series until(Instant last) {
    Arguments.require("RecurrenceRule.until", "last moment", last);
    if (last.isBefore(FIRST_MOMENT) || last.isAfter(LAST_MOMENT)) {
      throw Arguments.unfit("RecurrenceRule.until", "last moment", "of a year from 0 to 9999.");
    }
    return new Series(rule.toBuilder().endDateTime(last.atOffset(ZoneOffset.UTC)).build());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecurrenceRule that && that.rule.equals(rule);
  }

  @Override
  public int hashCode() {
    return rule.hashCode();
  }

  /** The rule. */
  @Override
  public String toString() {
    return rule.toString();
  }
}
