package dev.zoomkit.internal.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Windows of a range are the range: nothing is left out, nothing comes twice. */
class CutTest {

  private static final LocalDate START = LocalDate.of(2023, 11, 28);
  private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2023-11-28T22:13:20Z");

  private static List<Span> windows(DateRange<?> range) {
    Cut cut = range.cut(new TestClock(), false);
    return LongStream.range(0, cut.count()).mapToObj(cut::get).toList();
  }

  @Property
  void daysAreThoseOfTheRangeInOrder(
      @ForAll @IntRange(max = 800) int days, @ForAll @IntRange(min = 1, max = 400) int maxDays) {
    LocalDate to = START.plusDays(days);
    List<LocalDate> covered = new ArrayList<>();
    for (Span window : windows(DateRange.ofDates(START, to, maxDays, 0))) {
      List<LocalDate> ofWindow =
          window.firstDay().datesUntil(window.lastDay().plusDays(1)).toList();
      assertThat(ofWindow).hasSizeBetween(1, maxDays);
      covered.addAll(ofWindow);
    }

    assertThat(covered).isEqualTo(START.datesUntil(to.plusDays(1)).toList());
  }

  @Property
  void secondsAreThoseOfTheRangeInOrder(
      @ForAll @LongRange(max = 40_000_000) long seconds,
      @ForAll @IntRange(min = 1, max = 400) int maxDays) {
    OffsetDateTime to = MOMENT.plusSeconds(seconds);
    List<Span> windows = windows(DateRange.ofTimes(MOMENT, to, maxDays, 0));

    OffsetDateTime next = MOMENT;
    for (Span window : windows) {
      assertThat(window.from().toDateTime()).isEqualTo(next);
      next = window.to().toDateTime().plusSeconds(1);
      assertThat(ChronoUnit.SECONDS.between(window.from().toDateTime(), next))
          .isBetween(1L, maxDays * 86_400L);
    }
    assertThat(next).isEqualTo(to.plusSeconds(1));
    assertThat(windows.size()).isEqualTo((int) (seconds / (maxDays * 86_400L)) + 1);
  }

  @Provide
  Arbitrary<DateOrDateTime> ends() {
    Arbitrary<Long> days = Arbitraries.longs().between(0, 500);
    Arbitrary<Long> seconds = Arbitraries.longs().between(0, 86_399);
    return Arbitraries.oneOf(
        days.map(day -> DateOrDateTime.of(START.plusDays(day))),
        Combinators.combine(days, seconds)
            .as(
                (day, second) ->
                    DateOrDateTime.of(
                        START
                            .plusDays(day)
                            .atStartOfDay()
                            .plusSeconds(second)
                            .atOffset(ZoneOffset.UTC))));
  }

  /** A day that stands beside a moment is meant from its first second to its last. */
  @Property
  void daysAndMomentsTogetherCoverEverySecond(
      @ForAll("ends") DateOrDateTime from,
      @ForAll("ends") DateOrDateTime to,
      @ForAll @IntRange(min = 1, max = 40) int maxDays) {
    if (Cut.isAfter(from, to)) {
      return;
    }
    List<Span> windows = windows(DateRange.ofDatesOrTimes(from, to, maxDays, 0));

    assertThat(windows.get(0).from()).isEqualTo(from);
    assertThat(windows.get(windows.size() - 1).to()).isEqualTo(to);
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isEqualTo(Cut.after(windows.get(i - 1).to()));
    }
    for (Span window : windows) {
      OffsetDateTime end = Cut.after(window.to()).toDateTime();
      assertThat(ChronoUnit.SECONDS.between(window.from().toDateTime(), end))
          .isBetween(1L, maxDays * 86_400L);
    }
  }

  /** The place of a window splits a range into what was read and what follows. */
  @Property
  void restOfARangeIsTheWindowsThatFollow(
      @ForAll @IntRange(max = 800) int days,
      @ForAll @IntRange(min = 1, max = 100) int maxDays,
      @ForAll @IntRange(max = 800) int place) {
    DateRange<?> range = DateRange.ofDates(START, START.plusDays(days), maxDays, 0);
    List<Span> windows = windows(range);
    int index = place % windows.size();
    Cut after = range.cutAfter(windows.get(index), new TestClock(), false);
    Cut before = range.cutBefore(windows.get(index), new TestClock(), false);

    assertThat(LongStream.range(0, after.count()).mapToObj(after::get))
        .isEqualTo(windows.subList(index + 1, windows.size()));
    assertThat(LongStream.range(0, before.count()).mapToObj(before::get))
        .isEqualTo(windows.subList(0, index));
  }
}
