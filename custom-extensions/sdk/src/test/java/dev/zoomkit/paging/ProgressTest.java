package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.internal.window.DateRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final List<Progress> told = new ArrayList<>();

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void eachPageIsToldWithTheTimeThatTheRestWillTake() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e");
    list.before("-", () -> list.clock.advance(seconds(2)));
    list.before("t2", () -> list.clock.advance(seconds(6)));
    list.before("t3", () -> list.clock.advance(seconds(1)));
    list.pages().onProgress(told::add).forEach(item -> {});

    assertThat(told)
        .containsExactly(
            new Progress(1, 2, 5L, 0, 1, seconds(2), seconds(3)),
            new Progress(2, 4, 5L, 0, 1, seconds(8), seconds(2)),
            new Progress(3, 5, 5L, 1, 1, seconds(9), Duration.ZERO));
  }

  @Test
  void windowsCountAsEqualParts() {
    FakeList list =
        FakeList.over(
                DateRange.ofDates(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31), 31, 6))
            .with("2026-09-01", "a", "b")
            .with("2026-10-02", "c", "d", "e", "f");
    list.before("- 2026-09-01 to 2026-10-01", () -> list.clock.advance(seconds(5)));
    list.before("- 2026-10-02 to 2026-10-31", () -> list.clock.advance(seconds(4)));
    list.pages().onProgress(told::add).forEach(item -> {});

    assertThat(told)
        .containsExactly(
            new Progress(1, 2, 2L, 1, 2, seconds(5), seconds(5)),
            new Progress(2, 4, 6L, 1, 2, seconds(9), seconds(3)),
            new Progress(3, 6, 6L, 2, 2, seconds(9), Duration.ZERO));
  }

  @Test
  void timeLeftIsUnknownWhereZoomCountsNothing() {
    FakeList list = FakeList.of("a", "b", "c");
    list.counts = false;
    list.pages().onProgress(told::add).forEach(item -> {});

    assertThat(told.get(0).total()).isNull();
    assertThat(told.get(0).timeLeft()).isNull();
    assertThat(told.get(1).timeLeft()).isEqualTo(Duration.ZERO);
  }

  @Test
  void resumedWalkTellsOfItsOwnPart() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e", "f", "g");
    Position position = list.pages().byPage().iterator().next().position();
    list.before("t2", () -> list.clock.advance(seconds(10)));
    list.pages().resumeAt(position).onProgress(told::add).iterator().next();

    assertThat(told)
        .as("2 of the 5 that were left took 10 seconds")
        .containsExactly(new Progress(1, 2, 7L, 0, 1, seconds(10), seconds(15)));
  }

  @Test
  void listenerHearsOfAPageBeforeItsItemsAreHandedOut() {
    FakeList list = FakeList.of("a", "b", "c");
    List<String> order = new ArrayList<>();
    list.pages()
        .prefetching()
        .onProgress(progress -> order.add("page " + progress.pages() + Thread.currentThread()))
        .forEach(order::add);

    String here = Thread.currentThread().toString();
    assertThat(order).containsExactly("page 1" + here, "a", "b", "page 2" + here, "c");
  }

  @Test
  void whatAListenerThrowsEndsTheWalk() {
    Iterator<String> items =
        FakeList.of("a", "b", "c")
            .pages()
            .onProgress(
                progress -> {
                  throw new IllegalStateException("enough");
                })
            .iterator();

    assertThatThrownBy(items::next).hasMessage("enough");
    assertThat(items.hasNext()).isFalse();
  }
}
