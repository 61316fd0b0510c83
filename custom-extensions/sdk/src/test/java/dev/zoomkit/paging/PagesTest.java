package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.runtime.PagedResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class PagesTest {

  private final List<Object> asked = new ArrayList<>();

  /** Page 1 has a, b and token t2; page 2 nothing and t3; page 3 c and the given end. */
  private Pages<String> threePages(@Nullable String start, @Nullable String end) {
    return byToken(
        start,
        token ->
            token == null
                ? answer("t2", "a", "b")
                : token.equals("t2") ? answer("t3") : answer(end, "c"));
  }

  private Pages<String> byToken(
      @Nullable String start, Function<@Nullable String, Answer> answers) {
    return Pages.byToken(
        start,
        token -> {
          asked.add(String.valueOf(token));
          assertThat(asked).as("a walk that ends").hasSizeLessThan(2_000);
          return answers.apply(token);
        });
  }

  private Pages<String> byNumber(@Nullable Integer start, Function<Integer, Answer> answers) {
    return Pages.byNumber(
        start,
        number -> {
          asked.add(number);
          return answers.apply(number);
        });
  }

  private static Answer answer(@Nullable String next, String... items) {
    return new Answer(List.of(items), next, null, null);
  }

  private static Answer numbered(
      @Nullable Integer number, @Nullable Integer count, String... items) {
    return new Answer(List.of(items), null, number, count);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void walksOverAnEmptyPageToTheEnd(@Nullable String end) {
    assertThat(threePages(null, end)).containsExactly("a", "b", "c");
    assertThat(asked).containsExactly("null", "t2", "t3");
  }

  @Test
  void nothingIsAskedBeforeAnItemIs() {
    Pages<String> pages = threePages(null, null);
    Iterator<String> items = pages.iterator();
    pages.stream();
    pages.byPage().iterator().hasNext();
    assertThat(asked).isEmpty();

    assertThat(items.next()).isEqualTo("a");
    assertThat(items.hasNext()).isTrue();
    assertThat(items.next()).isEqualTo("b");
    assertThat(asked).containsExactly("null");
  }

  @Test
  void eachIteratorStartsAfresh() {
    Pages<String> pages = threePages(null, null);
    Iterator<String> first = pages.iterator();
    first.next();

    assertThat(pages).containsExactly("a", "b", "c");
    assertThat(first.next()).isEqualTo("b");
  }

  @Test
  void streamIsLazy() {
    assertThat(threePages(null, null).stream().limit(2)).containsExactly("a", "b");
    assertThat(asked).containsExactly("null");
  }

  @Test
  void pagesTellWhereToResume() {
    List<String> seen = new ArrayList<>();
    for (Page<String> page : threePages(null, "").byPage()) {
      seen.add(page.items() + " " + page.nextPageToken());
    }
    assertThat(seen).containsExactly("[a, b] t2", "[] t3", "[c] null");
  }

  @Test
  void pageGivesTheWholeAnswer() {
    Page<String> page = threePages(null, null).byPage().iterator().next();

    assertThat(page.answer()).isInstanceOf(Answer.class);
    assertThat(page).hasToString("Page[2 items, nextPageToken=t2, nextPageNumber=null]");
  }

  @Test
  void resumesFromAToken() {
    assertThat(threePages("t3", null)).containsExactly("c");
    assertThat(asked).containsExactly("t3");
  }

  @Test
  void emptyStartIsTheFirstPage() {
    assertThat(threePages("", null)).hasSize(3);
    assertThat(asked).first().isEqualTo("null");
  }

  @Test
  void nothingAtAllIsNoItemAndOnePage() {
    Pages<String> pages = byToken(null, token -> answer(""));

    assertThat(pages).isEmpty();
    assertThat(pages.byPage()).hasSize(1);
  }

  @Test
  void nextAfterTheLastItemIsRefused() {
    Iterator<String> items = byToken(null, token -> answer(null)).iterator();

    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    Iterator<Page<String>> pages = byToken(null, token -> answer(null)).byPage().iterator();
    pages.next();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void errorSurfacesFromNextAndEndsTheWalk() {
    RuntimeException failure = new IllegalStateException("page 2 failed");
    Iterator<String> items =
        byToken(
                null,
                token -> {
                  if (token == null) {
                    return answer("t2", "a");
                  }
                  throw failure;
                })
            .iterator();

    assertThat(items.next()).isEqualTo("a");
    assertThat(items.hasNext()).isTrue();
    assertThatThrownBy(items::next).isSameAs(failure);
    assertThat(items.hasNext()).isFalse();
    assertThat(asked).containsExactly("null", "t2");
  }

  @Test
  void errorOfTheFirstPageSurfacesFromNext() {
    Iterator<String> items =
        byToken(
                null,
                token -> {
                  throw new IllegalStateException("no");
                })
            .iterator();

    assertThat(items.hasNext()).isTrue();
    assertThatThrownBy(items::next).hasMessage("no");
  }

  @Test
  void tokenThatLeadsToItselfEndsWithAnError() {
    Iterator<String> items = byToken(null, token -> answer("same", "x")).iterator();
    items.next();

    assertThatThrownBy(items::next)
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("Page 2 leads back to a page that was already read");
  }

  @Test
  void tokenThatLeadsToItselfLaterEndsWithAnError() {
    Pages<String> pages =
        byToken(
            null,
            token -> {
              int page = token == null ? 0 : Integer.parseInt(token);
              return answer(String.valueOf(Math.min(page + 1, 6)), "x");
            });

    assertThatThrownBy(() -> pages.forEach(item -> {})).isInstanceOf(PagingException.class);
    assertThat(asked).hasSize(7);
  }

  @Test
  void circleOfTokensEndsWithAnError() {
    Pages<String> pages =
        byToken(
            null,
            token -> {
              int page = token == null ? 0 : Integer.parseInt(token);
              return answer(String.valueOf(page == 9 ? 3 : page + 1), "x");
            });

    assertThatThrownBy(() -> pages.forEach(item -> {})).isInstanceOf(PagingException.class);
    assertThat(asked).hasSizeLessThan(30);
  }

  @Test
  void longListIsNoCircle() {
    Pages<String> pages =
        byToken(
            null,
            token -> {
              int page = token == null ? 0 : Integer.parseInt(token);
              return answer(page == 999 ? null : String.valueOf(page + 1), "x");
            });

    assertThat(pages.stream().count()).isEqualTo(1000);
  }

  @Test
  void numbersGoToThePageCountOverAnEmptyPage() {
    Pages<String> pages =
        byNumber(
            null, number -> number == 2 ? numbered(2, 3) : numbered(number, 3, "item-" + number));

    assertThat(pages).containsExactly("item-1", "item-3");
    assertThat(asked).containsExactly(1, 2, 3);
  }

  @Test
  void pageCountOfTheFirstPageHoldsForAll() {
    Pages<String> pages =
        byNumber(null, number -> number == 1 ? numbered(1, 2, "a") : numbered(null, null, "b"));

    assertThat(pages).containsExactly("a", "b");
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void numbersWithoutCountEndWithAnEmptyPage() {
    Pages<String> pages =
        byNumber(null, number -> number < 3 ? numbered(null, null, "x") : numbered(null, null));

    assertThat(pages).containsExactly("x", "x");
    assertThat(asked).containsExactly(1, 2, 3);
  }

  @Test
  void resumesFromANumber() {
    Pages<String> pages = byNumber(2, number -> numbered(number, 2, "item-" + number));

    assertThat(pages).containsExactly("item-2");
    assertThat(byNumber(1, number -> numbered(number, 2, "x")).byPage().iterator().next())
        .extracting(Page::nextPageNumber)
        .isEqualTo(2);
  }

  @Test
  void anotherNumberThanAskedForEndsWithAnError() {
    Pages<String> pages = byNumber(null, number -> numbered(1, null, "x"));

    assertThatThrownBy(() -> pages.forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessage("Page 2 was asked for and page 1 answered, so the list would never end.");
  }

  private record Answer(
      List<String> items,
      @Nullable String nextPageToken,
      @Nullable Integer pageNumber,
      @Nullable Integer pageCount)
      implements PagedResponse<String> {}
}
