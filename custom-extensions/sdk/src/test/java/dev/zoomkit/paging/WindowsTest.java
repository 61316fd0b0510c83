package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.WindowSource;
import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private final List<String> sent = new ArrayList<>();

  private Windows<String> windows(String from, String to) {
    return Windows.of(
        new WindowSource<>(
            "getUse",
            DateRange.ofDates(LocalDate.parse(from), LocalDate.parse(to), 30, 6),
            new TestClock(),
            window ->
                new FunctionCall<>(
                    "",
                    () -> {
                      sent.add(window.toString());
                      if (window.firstDay().getMonthValue() == 7) {
                        throw new IllegalStateException("July fails");
                      }
                      return "use of " + window;
                    })));
  }

  @Test
  void eachWindowIsAskedForWhenItsTurnComes() {
    Iterator<Windows.Window<String>> windows = windows("2026-08-01", "2026-09-15").iterator();
    assertThat(windows.hasNext()).isTrue();
    assertThat(sent).isEmpty();

    Windows.Window<String> first = windows.next();
    assertThat(first.from()).isEqualTo(DateOrDateTime.parse("2026-08-01"));
    assertThat(first.to()).isEqualTo(DateOrDateTime.parse("2026-08-30"));
    assertThat(first.value()).isEqualTo("use of 2026-08-01 to 2026-08-30");
    assertThat(sent).hasSize(1);
    assertThat(windows.next().value()).isEqualTo("use of 2026-08-31 to 2026-09-15");
    assertThat(windows.hasNext()).isFalse();
    assertThatThrownBy(windows::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void newestComesFirstWhereAskedFor() {
    assertThat(windows("2026-08-01", "2026-09-15").newestFirst().stream())
        .extracting(Windows.Window::value)
        .containsExactly("use of 2026-08-31 to 2026-09-15", "use of 2026-08-01 to 2026-08-30");
  }

  @Test
  void failureEndsTheWalk() {
    Iterator<Windows.Window<String>> windows = windows("2026-07-01", "2026-09-15").iterator();

    assertThatThrownBy(windows::next).hasMessage("July fails");
    assertThat(windows.hasNext()).isFalse();
  }

  @Test
  void whatZoomNoLongerHasIsSaidOrLeftOut() {
    Windows<String> windows = windows("2026-04-01", "2026-06-01");

    assertThatThrownBy(() -> windows.iterator().next()).isInstanceOf(RetentionException.class);
    assertThat(sent).isEmpty();
    assertThat(windows.withinRetention())
        .extracting(Windows.Window::value)
        .containsExactly("use of 2026-05-22 to 2026-06-01");
  }

  @Test
  void rangeThatEndsBeforeItBeginsIsRefusedAtOnce() {
    assertThatThrownBy(() -> windows("2026-08-02", "2026-08-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("getUse needs from that is not after to");
  }
}
