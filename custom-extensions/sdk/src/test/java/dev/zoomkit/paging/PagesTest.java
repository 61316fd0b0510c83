package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.value.PagedResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
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
                ? response("t2", "a", "b")
                : token.equals("t2") ? response("t3") : response(end, "c"));
  }

  private Pages<String> byToken(
      @Nullable String start, Function<@Nullable String, Response> responses) {
    return Pages.byToken(
        "listThings",
        start,
        token -> {
          asked.add(String.valueOf(token));
          assertThat(asked).as("a walk that ends").hasSizeLessThan(2_000);
          return responses.apply(token);
        });
  }

  private Pages<String> byNumber(@Nullable Integer start, Function<Integer, Response> responses) {
    return Pages.byNumber(
        "listThings",
        start,
        number -> {
          assertThat(asked).as("a walk that ends").hasSizeLessThan(2_000);
          asked.add(number);
          return responses.apply(number);
        });
  }

  private Pages<String> byTokenOrNumber(
      @Nullable String start,
      @Nullable Integer startNumber,
      BiFunction<@Nullable String, @Nullable Integer, Response> responses) {
    return Pages.byTokenOrNumber(
        "listThings",
        start,
        startNumber,
        (token, number) -> {
          asked.add(token + "/" + number);
          assertThat(asked).as("a walk that ends").hasSizeLessThan(2_000);
          return responses.apply(token, number);
        });
  }

  private static Response response(@Nullable String next, String... items) {
    return new Response(List.of(items), next, null, null, null);
  }

  private static Response numbered(
      @Nullable Integer number, @Nullable Integer count, String... items) {
    return new Response(List.of(items), null, number, count, null);
  }

  private static Response withoutList(
      @Nullable String next, @Nullable Integer number, @Nullable Integer count, Number total) {
    return new Response(null, next, number, count, total);
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
  void pageGivesTheWholeResponse() {
    Page<String> page = threePages(null, null).byPage().iterator().next();

    assertThat(page.response()).isInstanceOf(Response.class);
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
    Pages<String> pages = byToken(null, token -> response(""));

    assertThat(pages).isEmpty();
    assertThat(pages.byPage()).hasSize(1);
  }

  @Test
  void nextAfterTheLastItemIsRefused() {
    Iterator<String> items = byToken(null, token -> response(null)).iterator();

    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    Iterator<Page<String>> pages = byToken(null, token -> response(null)).byPage().iterator();
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
                    return response("t2", "a");
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
    Iterator<String> items = byToken(null, token -> response("same", "x")).iterator();
    items.next();

    assertThatThrownBy(items::next)
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listThings: page 2 leads back to a page that was already read");
  }

  @Test
  void tokenThatLeadsToItselfLaterEndsWithAnError() {
    Pages<String> pages =
        byToken(
            null,
            token -> {
              int page = token == null ? 0 : Integer.parseInt(token);
              return response(String.valueOf(Math.min(page + 1, 6)), "x");
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
              return response(String.valueOf(page == 9 ? 3 : page + 1), "x");
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
              return response(page == 999 ? null : String.valueOf(page + 1), "x");
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
        byNumber(null, n -> n < 3 ? numbered(null, null, "item-" + n) : numbered(null, null));

    assertThat(pages).containsExactly("item-1", "item-2");
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
    Pages<String> pages = byNumber(null, number -> numbered(1, null, "x" + number));

    assertThatThrownBy(() -> pages.forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listThings: page 2 was requested and page 1 came, so the list would never end.");
  }

  @Test
  void samePageAgainWithoutItsNumberEndsWithAnError() {
    Pages<String> pages = byNumber(null, number -> numbered(null, null, "x"));

    assertThatThrownBy(() -> pages.forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listThings: page 2 was requested and the page before it came again, so the list"
                + " would never end.");
  }

  @Test
  void pageCountThatShrinksBelowAPageWithItemsIsNoEnd() {
    Pages<String> pages =
        byNumber(null, number -> numbered(number, number == 1 ? 3 : 1, "item-" + number));

    assertThat(pages).containsExactly("item-1", "item-2", "item-3");
  }

  @Test
  void pageCountOfZeroBesideItemsIsNoEnd() {
    Pages<String> pages = byNumber(null, n -> n < 3 ? numbered(n, 0, "item-" + n) : numbered(n, 0));

    assertThat(pages).containsExactly("item-1", "item-2");
  }

  @Test
  void pageCountOfZeroWithoutItemsIsTheEnd() {
    assertThat(byTokenOrNumber(null, null, (token, number) -> numbered(null, 0))).isEmpty();
    assertThat(asked).containsExactly("null/null");
  }

  @Test
  void tokenGoesBeforeThePageCount() {
    Pages<String> pages =
        byTokenOrNumber(
            null,
            null,
            (token, number) ->
                token == null
                    ? new Response(List.of("a"), "t2", 1, 2, null)
                    : new Response(List.of("b"), "", 2, 2, null));

    assertThat(pages).containsExactly("a", "b");
    assertThat(asked).containsExactly("null/null", "t2/null");
  }

  @Test
  void numberLeadsOnWhereTokensEndBeforeThePagesThatAreCounted() {
    Pages<String> pages =
        byTokenOrNumber(
            null,
            null,
            (token, number) ->
                number != null
                    ? numbered(null, null, "c")
                    : token == null ? response("t2", "a") : numbered(null, 3, "b"));

    assertThat(pages).containsExactly("a", "b", "c");
    assertThat(asked).containsExactly("null/null", "t2/null", "null/3");
  }

  @Test
  void tokenThatAPageOfANumberGivesLeadsOn() {
    Pages<String> pages =
        byTokenOrNumber(
            null,
            null,
            (token, number) ->
                token != null
                    ? response(null, "c")
                    : number == null ? numbered(1, 2, "a") : response("t3", "b"));

    assertThat(pages).containsExactly("a", "b", "c");
    assertThat(asked).containsExactly("null/null", "null/2", "t3/2");
  }

  @Test
  void pageTellsTheNumberToResumeFrom() {
    Page<String> page =
        byTokenOrNumber(null, null, (token, number) -> numbered(1, 2, "a"))
            .byPage()
            .iterator()
            .next();

    assertThat(page.nextPageToken()).isNull();
    assertThat(page.nextPageNumber()).isEqualTo(2);
  }

  @Test
  void numberToBeginWithIsThePosition() {
    assertThat(byTokenOrNumber(null, 2, (token, number) -> numbered(number, 3, "x" + number)))
        .containsExactly("x2", "x3");
    assertThat(asked).containsExactly("null/2", "null/3");
  }

  @Test
  void resumedListDoesNotTakeItsFirstPageForThatOfTheWhole() {
    assertThat(byTokenOrNumber("t9", null, (token, number) -> numbered(null, 9, "a")))
        .containsExactly("a");
    assertThat(byTokenOrNumber("t9", null, (token, number) -> numbered(1, 9, "a")))
        .as("1 is what was asked for by default, and not where a token leads")
        .containsExactly("a");
    assertThat(byToken("t9", token -> numbered(null, 9, "a"))).containsExactly("a");
    assertThat(byToken("t9", token -> withoutList(null, null, 9, 900))).isEmpty();
    assertThat(asked).containsExactly("t9/null", "t9/null", "t9", "t9");
  }

  @Test
  void resumedListGoesOnFromTheNumberOfItsPage() {
    Pages<String> pages =
        byTokenOrNumber(
            "t8",
            null,
            (token, number) -> token == null ? numbered(9, 9, "b") : numbered(8, 9, "a"));

    assertThat(pages).containsExactly("a", "b");
    assertThat(asked).containsExactly("t8/null", "null/9");
  }

  @Test
  void samePageAgainUnderACountEndsWithAnError() {
    assertThatThrownBy(
            () ->
                byTokenOrNumber(null, null, (token, number) -> numbered(null, 3, "a"))
                    .forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listThings: page 2 was requested and the page before it came");
    assertThatThrownBy(
            () ->
                byTokenOrNumber(null, null, (token, number) -> numbered(1, 3, "a"))
                    .forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listThings: page 2 was requested and page 1 came");
  }

  @Test
  void circleOfTokensAndNumbersEndsWithAnError() {
    Pages<String> pages =
        byTokenOrNumber(
            null,
            null,
            (token, number) ->
                token == null
                    ? new Response(List.of("a"), "t", null, 100_000, null)
                    : new Response(List.of("b"), "", null, 100_000, null));

    assertThatThrownBy(() -> pages.forEach(item -> {})).isInstanceOf(PagingException.class);
    assertThat(asked).hasSizeLessThan(10);
  }

  @Test
  void countOfPagesWithoutATokenFailsWhereNoNumberIsTaken() {
    assertThatThrownBy(() -> byToken(null, token -> numbered(1, 2, "a")).iterator().next())
        .isInstanceOfSatisfying(
            PagingException.class, broken -> assertThat(broken.operation()).isEqualTo("listThings"))
        .hasMessage(
            "listThings: page 1 of 2 has no next_page_token, and listThings takes no page_number,"
                + " so nothing leads to the next one. Ask for larger pages, so that one holds all,"
                + " or ask Zoom's support.");
  }

  @Test
  void miscountedTotalsFailNoList() {
    assertThat(byToken(null, token -> new Response(List.of("a"), "", null, null, 500)))
        .as("a total that is too high")
        .containsExactly("a");
    assertThat(byToken(null, token -> new Response(List.of("a"), "", null, 2, 1)))
        .as("a page count that the total refutes")
        .containsExactly("a");
    assertThat(
            byToken(
                null,
                token ->
                    token == null
                        ? new Response(List.of("a"), "t2", null, 4, 120)
                        : new Response(List.of("b"), "", null, 4, 120)))
        .as("tokens that end before the pages that are counted, as they may")
        .containsExactly("a", "b");
  }

  @Test
  void lastPageMayLackItsListOnceAllItemsCame() {
    assertThat(
            byToken(
                null,
                token -> token == null ? response("t2", "a", "b") : withoutList("", null, null, 2)))
        .containsExactly("a", "b");
  }

  @Test
  void pageInTheMiddleThatLacksItsListFails() {
    Pages<String> pages =
        byToken(
            null, token -> token == null ? response("t2", "a") : withoutList("t3", null, null, 3L));

    assertThatThrownBy(() -> pages.forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listThings: page 2 has no things, but total_records is 3, of which 1 came before. Try"
                + " again; if it stays so, ask Zoom's support.");
  }

  @Test
  void pageInTheMiddleThatCountsNothingIsEmpty() {
    Pages<String> pages =
        byToken(
            null,
            token ->
                token == null
                    ? response("t2", "a")
                    : token.equals("t2")
                        ? withoutList("t3", null, null, null)
                        : response(null, "b"));

    assertThat(pages).containsExactly("a", "b");
  }

  @Test
  void pageOfANumberThatLacksItsListFails() {
    assertThatThrownBy(() -> byNumber(2, number -> withoutList(null, 2, 3, 80)).iterator().next())
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listThings: page 2 has no things, but page_count is 3.");
    assertThat(byNumber(4, number -> withoutList(null, 4, 3, 80)))
        .as("a page after the last")
        .isEmpty();
  }

  /** Null items are a list that was left out. */
  private record Response(
      @Nullable List<String> list,
      @Nullable String nextPageToken,
      @Nullable Integer pageNumber,
      @Nullable Integer pageCount,
      @Nullable Number totalRecords)
      implements PagedResponse<String> {

    @Override
    public List<String> items() {
      return list == null ? List.of() : list;
    }

    @Override
    public @Nullable String absentList() {
      return list == null ? "things" : null;
    }
  }
}
