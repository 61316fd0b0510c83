package dev.zoomkit.internal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Today is 22 November 2026, 10:00 in UTC. */
class DateRangeTest {

  private final TestClock clock = new TestClock();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private List<String> windows(DateRange<?> range, boolean onlyKept) {
    Cut cut = range.cut(clock, onlyKept);
    return LongStream.range(0, cut.count()).mapToObj(i -> cut.get(i).toString()).toList();
  }

  @Test
  void rangeThatFitsIsSentAsItIs() {
    OffsetDateTime from = OffsetDateTime.parse("2026-11-01T09:00:00+02:00");
    DateRange<OffsetDateTime> range =
        DateRange.ofTimes(from, OffsetDateTime.parse("2026-11-02T00:00:00Z"), 31, 6);

    assertThat(windows(range, false))
        .containsExactly("2026-11-01T07:00:00Z to 2026-11-02T00:00:00Z");
    assertThat(range.value(range.whole().from())).isEqualTo(from);
  }

  @Test
  void endThatIsNotSetIsLeftToZoom() {
    LocalDate yesterday = day("2026-11-21");

    assertThat(windows(DateRange.ofDates(null, null, 31, 6), false))
        .containsExactly("unset to unset");
    assertThat(windows(DateRange.ofDates(null, day("2020-01-01"), 31, 6), false))
        .containsExactly("unset to 2020-01-01");
    assertThat(windows(DateRange.ofDates(yesterday, null, 31, 6), false))
        .containsExactly("2026-11-21 to unset");
    assertThat(windows(DateRange.ofDates(day("2026-12-24"), null, 31, 6), false))
        .as("in the future")
        .containsExactly("2026-12-24 to unset");
    assertThat(windows(DateRange.ofDates(day("2020-01-01"), null, 0, 0), false))
        .as("of an operation that covers any number of days")
        .containsExactly("2020-01-01 to unset");
  }

  @Test
  void startAloneFurtherBackThanAWindowGoesOnUpToToday() {
    assertThat(windows(DateRange.ofDates(day("2026-10-01"), null, 31, 6), false))
        .containsExactly("2026-10-01 to 2026-10-31", "2026-11-01 to 2026-11-22");
    DateOrDateTime moment = DateOrDateTime.parse("2026-10-01T12:00:00Z");
    assertThat(windows(DateRange.ofDatesOrTimes(moment, null, 31, 6), false))
        .containsExactly(
            "2026-10-01T12:00:00Z to 2026-11-01T11:59:59Z",
            "2026-11-01T12:00:00Z to 2026-11-22T10:00:00Z");
  }

  @Test
  void whatZoomNoLongerHasIsLeftOut() {
    DateRange<?> range = DateRange.ofDates(day("2026-05-01"), day("2026-06-30"), 31, 6);

    assertThat(range.firstKept(clock)).isEqualTo("2026-05-22");
    assertThat(windows(range, true))
        .containsExactly("2026-05-22 to 2026-06-21", "2026-06-22 to 2026-06-30");
    assertThat(windows(DateRange.ofDates(day("2026-05-01"), day("2026-05-21"), 31, 6), true))
        .isEmpty();
    assertThat(windows(DateRange.ofDates(day("2026-05-22"), day("2026-05-23"), 31, 6), true))
        .containsExactly("2026-05-22 to 2026-05-23");
    OffsetDateTime moment = OffsetDateTime.parse("2026-05-01T12:00:00Z");
    assertThat(windows(DateRange.ofTimes(moment, moment.plusDays(22), 31, 6), true))
        .containsExactly("2026-05-22T00:00:00Z to 2026-05-23T12:00:00Z");
  }

  @Test
  void rangeThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(
            () ->
                DateRange.ofDates(day("2026-11-02"), day("2026-11-01"), 31, 6)
                    .requireOrder("listThings"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "listThings needs from that is not after to; it was 2026-11-02, and to was 2026-11-01.");
    OffsetDateTime moment = OffsetDateTime.parse("2026-11-02T00:00:01Z");
    assertThatThrownBy(
            () -> DateRange.ofTimes(moment, moment.minusSeconds(1), 0, 0).requireOrder("x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatCode(
            () ->
                DateRange.ofDatesOrTimes(
                        DateOrDateTime.of(moment), DateOrDateTime.of(moment.toLocalDate()), 1, 0)
                    .requireOrder("x"))
        .as("the day ends after its second second")
        .doesNotThrowAnyException();
  }

  @Test
  void oneCallIsNotForSeveralWindows() {
    DateRange<?> fits = DateRange.ofDates(day("2026-10-01"), day("2026-10-31"), 31, 6);
    assertThatCode(() -> fits.requireOneWindow("getUse")).doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                DateRange.ofDates(day("2026-10-01"), day("2026-11-01"), 31, 6)
                    .requireOneWindow("getUse"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "getUse needs from and to within 31 days, both included; 2026-10-01 to 2026-11-01 is"
                + " more. getUseByWindow covers it with several calls.");
  }

  @Test
  void yearThatZoomLacksIsRefused() {
    assertThatThrownBy(() -> DateRange.ofDates(LocalDate.MIN, null, 31, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Zoom has no year -999999999.");
  }
}
