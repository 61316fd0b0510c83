package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.Span;
import dev.zoomkit.value.DateOrDateTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk that goes on in another process. */
class PositionTest {

  private static FakeList days() {
    return FakeList.over(
            DateRange.ofDates(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31), 31, 6))
        .with("2026-09-01", "a", "b", "c")
        .with("2026-10-02", "d", "e", "f");
  }

  /** The place behind a page, as another process would read it. */
  private static Position after(Pages<String> pages, int page) {
    Iterator<Page<String>> walk = pages.byPage().iterator();
    for (int i = 1; i < page; i++) {
      walk.next();
    }
    return Position.parse(walk.next().position().text());
  }

  @Test
  void eachPageOfAWalkLeadsToTheRestOfIt() {
    List<String> all = days().pages().stream().toList();
    int before = 0;
    int number = 0;
    for (Page<String> page : days().pages().byPage()) {
      before += page.items().size();
      number++;
      FakeList later = days();
      assertThat(later.pages().resumeAt(after(days().pages(), number)))
          .containsExactlyElementsOf(all.subList(before, all.size()));
    }
    assertThat(number).isEqualTo(4);
  }

  @Test
  void liveTokenReadsNothingAgain() {
    FakeList later = days();
    later.pages().resumeAt(after(days().pages(), 3)).forEach(item -> {});

    assertThat(later.sent).containsExactly("t2 2026-10-02 to 2026-10-31");
  }

  @Test
  void newestWindowFirstGoesOnWithOlderOnes() {
    Position position = after(days().pages().newestFirst(), 2);

    assertThat(days().pages().newestFirst().resumeAt(position)).containsExactly("a", "b", "c");
  }

  @Test
  void walkThatGoesOnTheNextDayReadsWhatCameWithIt() {
    LocalDate september = LocalDate.of(2026, 9, 1);
    FakeList list = FakeList.over(DateRange.ofDates(september, null, 31, 6));
    list.with("2026-11-02", "z");
    Position end = after(list.pages(), 3);
    assertThat(list.pages().resumeAt(end)).isEmpty();

    list.clock.advance(Duration.ofDays(1));
    list.with("2026-11-23", "of today");
    assertThat(list.pages().resumeAt(end)).containsExactly("of today");
  }

  @Test
  void endedTokenSkipsUpToTheLastItem() {
    FakeList later = FakeList.of("new", "a", "b", "c", "d", "e");
    later.before(
        "t3",
        () -> {
          throw FakeList.endedToken();
        });
    Position position = after(FakeList.of("a", "b", "c", "d", "e").pages(), 2);

    assertThat(later.pages().resumeAt(position)).containsExactly("e");
    assertThat(later.sent).containsExactly("t3", "-", "t2", "t3");
  }

  @Test
  void endedTokenSkipsByCountWhereTheLastItemIsGone() {
    FakeList later = FakeList.of("a", "b", "c", "x", "e", "f");
    later.before(
        "t3",
        () -> {
          throw FakeList.endedToken();
        });
    Position position = after(FakeList.of("a", "b", "c", "d", "e").pages(), 2);

    assertThat(later.pages().resumeAt(position)).containsExactly("e", "f");
  }

  @Test
  void endedTokenSkipsByCountWhereTheLastItemHasNoIdentity() {
    FakeList later = FakeList.of("a", "b", "c", "?d", "e", "f");
    later.before(
        "t3",
        () -> {
          throw FakeList.endedToken();
        });
    Position position = after(FakeList.of("a", "b", "c", "?d", "e").pages(), 2);

    assertThat(later.pages().resumeAt(position)).containsExactly("e", "f");
  }

  @Test
  void tokenThatEndsAfterResumingSkipsWhatBothProcessesRead() {
    FakeList later = FakeList.of("a", "b", "c", "?d", "?e", "f", "g");
    later.before(
        "t4",
        () -> {
          throw FakeList.endedToken();
        });
    Position position = after(FakeList.of("a", "b", "c", "?d", "?e", "f", "g").pages(), 1);

    assertThat(later.pages().resumeAt(position)).containsExactly("c", "?d", "?e", "f", "g");
  }

  @Test
  void positionOfAResumedWalkCountsFromTheStart() {
    String[] items = {"?1", "?2", "?3", "?4", "?5", "?6", "?7"};
    Position first = after(FakeList.of(items).pages(), 1);
    Position third = after(FakeList.of(items).pages().resumeAt(first), 2);
    FakeList later = FakeList.of(items);
    later.before(
        "t4",
        () -> {
          throw FakeList.endedToken();
        });

    assertThat(later.pages().resumeAt(third)).containsExactly("?7");
  }

  @Test
  void numberedListGoesOnByNumber() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e").numbered();
    Position position = after(list.pages(), 1);
    list.sent.clear();

    assertThat(list.pages().resumeAt(position)).containsExactly("c", "d", "e");
    assertThat(list.sent).containsExactly("#2", "#3");
  }

  @Test
  void otherListsArePointedOut() {
    Position position = after(days().pages(), 1);

    assertThatThrownBy(() -> FakeList.of("a").pages().resumeAt(position))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "listThings needs a position of the same list; it is of another account, user, range or"
                + " query, page size included.");
    assertThatThrownBy(() -> days().query("page_size=300").pages().resumeAt(position))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> days().pages().newestFirst().resumeAt(position))
        .hasMessageEndingWith("it is of a walk that began with the oldest window.");
    assertThatThrownBy(() -> days().pages().resumeAt(position).newestFirst())
        .hasMessageEndingWith("it is of a walk that began with the oldest window.");
    Pages<String> others =
        Pages.byToken(
            "listOthers",
            null,
            token -> new FakeList.Response(List.of(), null, null, null, null, null, null));
    assertThatThrownBy(() -> others.resumeAt(position))
        .hasMessage("listOthers needs a position of the same list; it is of listThings.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t2", "MQ", "MQpsaXN0VGhpbmdz", "?", "gone with the wind"})
  void textOfSomethingElseIsRefused(String text) {
    assertThatThrownBy(() -> Position.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Position needs a text as text() of a Position returns it, whole; this is another one.");
  }

  @Test
  void textWithAWrongOrALostCharacterIsRefused() {
    String text = after(days().pages(), 1).text();
    for (int i = 0; i < text.length(); i++) {
      for (String other : List.of("", text.charAt(i) == 'A' ? "w" : "A")) {
        String broken = text.substring(0, i) + other + text.substring(i + 1);
        assertThatThrownBy(() -> Position.parse(broken))
            .as(broken)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Property(tries = 200)
  void textIsReadAsItWasWritten(
      @ForAll @NotEmpty @CharRange(from = ' ', to = '~') String token,
      @ForAll long list,
      @ForAll long last,
      @ForAll @IntRange int read,
      @ForAll boolean newestFirst) {
    Position position =
        new Position(
            "listThings",
            list,
            newestFirst,
            new Span(DateOrDateTime.parse("2026-09-01T00:00:01Z"), null),
            token,
            null,
            read,
            last);
    Position parsed = Position.parse(position.text());

    assertThat(parsed).isEqualTo(position).hasSameHashCodeAs(position).hasToString(parsed.text());
    assertThat(List.of(parsed.token(), parsed.read(), parsed.last(), parsed.window()))
        .isEqualTo(List.of(token, (long) read, last, position.window()));
    assertThat(position.text()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void pagesOfTwoWalksAreAtTheSamePlace() {
    List<Position> places = new ArrayList<>();
    days().pages().byPage().forEach(page -> places.add(page.position()));

    assertThat(places).doesNotHaveDuplicates().hasSize(4);
    assertThat(after(days().pages(), 2)).isEqualTo(places.get(1)).isNotEqualTo(places.get(2));
  }
}
