package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.value.PagedResponse;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A list over a range that takes several calls; today is 22 November 2026. */
class WindowedPagesTest {

  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

  /** Three windows: of 31 days, of 31, and of 10. */
  private final FakeList list =
      FakeList.over(DateRange.ofDates(SEPTEMBER, LocalDate.of(2026, 11, 11), 31, 6))
          .with("2026-09-01", "a", "b", "c")
          .with("2026-10-02")
          .with("2026-11-02", "d", "c");

  @Test
  void windowsFollowFromTheOldestOn() {
    assertThat(list.pages()).as("c is in two of them").containsExactly("a", "b", "c", "d");
    assertThat(list.sent)
        .containsExactly(
            "- 2026-09-01 to 2026-10-01",
            "t2 2026-09-01 to 2026-10-01",
            "- 2026-10-02 to 2026-11-01",
            "- 2026-11-02 to 2026-11-11");
  }

  @Test
  void newestWindowComesFirstWhereAskedFor() {
    assertThat(list.pages().newestFirst()).containsExactly("d", "c", "a", "b");
    assertThat(list.sent).first().isEqualTo("- 2026-11-02 to 2026-11-11");
  }

  @Test
  void nothingIsSentForAWindowBeforeAnItemOfItIsAskedFor() {
    Iterator<String> items = list.pages().iterator();
    for (int i = 0; i < 3; i++) {
      items.next();
    }

    assertThat(list.sent).hasSize(2);
  }

  @Test
  void tokenOfBeforeIsNotForSeveralWindows() {
    list.from("t2");

    assertThatThrownBy(list::pages)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "listThings needs a nextPageToken and the window that it is of; 2026-09-01 to"
                + " 2026-11-11 takes several. Give from and to of that window, or use"
                + " resumeAt(position).");
  }

  @Test
  void rangeThatZoomNoLongerHasIsSaidBeforeAnythingIsSent() {
    FakeList old =
        FakeList.over(DateRange.ofDates(LocalDate.of(2026, 5, 1), SEPTEMBER, 365, 6))
            .with("2026-05-22", "a");
    Iterator<String> items = old.pages().iterator();

    assertThat(items.hasNext()).isTrue();
    assertThatThrownBy(items::next)
        .isInstanceOfSatisfying(
            RetentionException.class,
            refusal -> assertThat(refusal.firstDay()).isEqualTo("2026-05-22"))
        .hasMessage(
            "listThings: Zoom keeps nothing from before 2026-05-22, and the range begins on"
                + " 2026-05-01. Nothing was sent. withinRetention() of the list leaves that part"
                + " out.");
    assertThat(items.hasNext()).isFalse();
    assertThat(old.sent).isEmpty();
    assertThat(old.pages().withinRetention()).containsExactly("a");
    assertThat(old.sent).containsExactly("- 2026-05-22 to 2026-09-01");
  }

  @Test
  void rangeOfWhichZoomHasNothingIsEmpty() {
    LocalDate day = LocalDate.of(2020, 1, 1);
    Pages<String> pages =
        FakeList.over(DateRange.ofDates(day, day, 31, 6)).with("2020-01-01", "a").pages();

    assertThat(pages.withinRetention()).isEmpty();
    assertThat(pages.withinRetention().byPage()).isEmpty();
  }

  @Test
  void responseThatBeginsLaterThanAskedIsNoWholeList() {
    list.coveredFrom = LocalDate.of(2026, 9, 20);

    assertThatThrownBy(() -> list.pages().iterator().next())
        .isInstanceOf(RetentionException.class)
        .hasMessageStartingWith(
            "listThings: the range begins on 2026-09-01, and Zoom responded with what is there"
                + " from 2026-09-20 on.");
    assertThat(list.pages().withinRetention()).hasSize(4);
  }

  @Test
  void responseThatEndsEarlierThanAskedIsNoWholeList() {
    list.coveredTo = LocalDate.of(2026, 9, 30);

    assertThatThrownBy(() -> list.pages().iterator().next())
        .isInstanceOfSatisfying(
            RetentionException.class,
            refusal -> {
              assertThat(refusal.firstDay()).isNull();
              assertThat(refusal.lastDay()).isEqualTo("2026-09-30");
            });
  }

  @Test
  void responseThatEndsTodayIsWholeWhateverDayItIsThere() {
    FakeList future =
        FakeList.over(
                DateRange.ofDates(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 31, 6))
            .with("2026-11-01", "a");
    future.coveredFrom = LocalDate.of(2026, 11, 1);
    future.coveredTo = LocalDate.of(2026, 11, 21);

    assertThat(future.pages()).containsExactly("a");
  }

  @Test
  void whatAResponseCoversIsReadWhereTheDescriptionLacksIt() {
    PagedResponse<String> response =
        new PagedResponse<>() {
          @Override
          public List<String> items() {
            return List.of();
          }

          @Override
          public Map<String, @Nullable Object> additionalProperties() {
            return Map.of("from", "2026-09-20T10:00:00Z", "to", "Sep 30");
          }
        };

    assertThat(response.coveredFrom()).isEqualTo("2026-09-20");
    assertThat(response.coveredTo()).as("no date").isNull();
  }
}
