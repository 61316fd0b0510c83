package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tokens that end, and items that move while a list is read. */
class ChangingListTest {

  private static final BadRequestException ENDED = FakeList.endedToken();

  private static void end() {
    throw ENDED;
  }

  @Test
  void tokenThatEndedCostsNoItemAndRepeatsNone() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e").before("t3", ChangingListTest::end);

    assertThat(list.pages()).containsExactly("a", "b", "c", "d", "e");
    assertThat(list.sent).containsExactly("-", "t2", "t3", "-", "t2", "t3");
  }

  @Test
  void pagesReadAgainAreNotHandedOutAgain() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e").before("t3", ChangingListTest::end);
    List<List<String>> pages = new ArrayList<>();
    list.pages().byPage().forEach(page -> pages.add(page.items()));

    assertThat(pages).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
  }

  @Test
  void itemsWithoutIdentityAreSkippedByCount() {
    FakeList list = FakeList.of("?1", "?1", "?1", "x", "?1").before("t3", ChangingListTest::end);

    assertThat(list.pages()).containsExactly("?1", "?1", "?1", "x", "?1");
  }

  @Test
  void identityFindsTheItemsThatMovedWhenTheTokenEnded() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e");
    list.before(
        "t3",
        () -> {
          list.items().remove("a");
          list.items().add(0, "new");
          list.items().add(0, "newer");
          end();
        });

    assertThat(list.pages()).containsExactly("a", "b", "c", "d", "newer", "new", "e");
  }

  @Test
  void tokensThatEndBeforeANewItemComesAreAnError() {
    FakeList list = FakeList.of("a", "b", "c").always("t2", ChangingListTest::end);

    assertThatThrownBy(() -> list.pages().forEach(item -> {}))
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listThings: Zoom took no next_page_token for longer than a few pages, 3 times without"
                + " a new item. Ask for larger pages, or for a shorter range.")
        .hasCause(ENDED);
    assertThat(list.sent).containsExactly("-", "t2", "-", "t2", "-", "t2");
  }

  @Test
  void tokenMayEndBehindEachPage() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
    for (int page = 2; page <= 5; page++) {
      list.before("t" + page, ChangingListTest::end);
    }

    assertThat(list.pages()).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void tokenOfTheCallersThatEndedIsTheirs() {
    FakeList list = FakeList.of("a", "b", "c").from("t2").always("t2", ChangingListTest::end);

    assertThatThrownBy(() -> list.pages().iterator().next()).isSameAs(ENDED);
  }

  @Test
  void otherRefusalsAreNoEndedToken() {
    BadRequestException refusal = FakeList.refusal(1001);
    FakeList list =
        FakeList.of("a", "b", "c")
            .before(
                "t2",
                () -> {
                  throw refusal;
                });

    assertThatThrownBy(() -> list.pages().forEach(item -> {})).isSameAs(refusal);
    FakeList first = FakeList.of("a").before("-", ChangingListTest::end);
    assertThatThrownBy(() -> first.pages().iterator().next())
        .as("nothing can have ended where no token was sent")
        .isSameAs(ENDED);
  }

  @Test
  void itemThatAnAdditionMovesToTheNextPageComesOnce() {
    FakeList list = FakeList.of("a", "b", "c", "d").numbered();
    list.before("#2", () -> list.items().add(0, "new"));

    assertThat(list.pages()).containsExactly("a", "b", "c", "d");
    Page<String> last = null;
    for (Page<String> page : list.pages().byPage()) {
      last = page;
    }
    assertThat(last.items()).containsExactly("d");
  }

  @Test
  void pageWithoutANewItemIsEmptyAndItsResponseWhole() {
    FakeList list = FakeList.of("a", "b", "c").numbered();
    list.before(
        "#2",
        () -> {
          list.items().add(0, "new");
          list.items().add(0, "newer");
        });
    List<Page<String>> pages = new ArrayList<>();
    list.pages().byPage().forEach(pages::add);

    assertThat(pages.get(1).items()).isEmpty();
    assertThat(pages.get(1).response().items()).containsExactly("a", "b");
  }

  @Test
  void twoItemsOfOnePageAreTwoWhateverTheirIdentity() {
    assertThat(FakeList.of("a", "a", "b").pages()).containsExactly("a", "a", "b");
  }

  @Test
  void itemThatARemovalMovesToAPageReadBeforeIsNotMissed() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e").numbered();
    list.before("#2", () -> list.items().remove("a"));

    assertThat(list.pages()).containsExactly("a", "b", "d", "e", "c");
    assertThat(list.sent).containsExactly("-", "#2", "-", "#2");
  }

  @Test
  void itemThatARemovalMovesBeforeATokenIsNotMissed() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e");
    list.before("t2", () -> list.items().remove("a"));

    assertThat(list.pages()).containsExactly("a", "b", "d", "e", "c");
    assertThat(list.sent).containsExactly("-", "t2", "-", "t2");
  }

  @Test
  void listWithoutIdentitiesIsNotReadAgainForARemoval() {
    FakeList list = FakeList.of("?a", "b", "c", "d", "e").numbered();
    list.before("#2", () -> list.items().remove("b"));

    assertThat(list.pages()).containsExactly("?a", "b", "d", "e");
  }

  @Test
  void listThatKeepsGettingShorterEnds() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e", "f", "g", "h").numbered();
    AtomicInteger removals = new AtomicInteger();
    list.always(
        "#2",
        () -> {
          if (removals.getAndIncrement() < 20 && list.items().size() > 3) {
            list.items().remove(0);
          }
        });

    List<String> read = list.pages().stream().toList();

    assertThat(read).doesNotHaveDuplicates().containsAll(list.items());
    assertThat(list.sent).hasSizeLessThan(30);
  }

  @Test
  void listThatIsNeverTheSameEnds() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e", "f", "g", "h");
    AtomicInteger changes = new AtomicInteger();
    for (int page = 2; page <= 8; page++) {
      list.always(
          "t" + page,
          () -> {
            int change = changes.getAndIncrement();
            list.items().remove(0);
            list.items().add("x" + change);
            if (change % 2 == 0) {
              list.items().add("y" + change);
            } else {
              list.items().remove(0);
            }
          });
    }

    assertThat(list.pages()).doesNotHaveDuplicates();
    assertThat(list.sent).hasSizeLessThan(30);
  }

  @Test
  void tokenOfTheCallersIsWhereAWalkBeginsWhateverIsRemoved() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e", "f").from("t2");
    list.before("t3", () -> list.items().remove("c"));

    assertThat(list.pages()).containsExactly("c", "d", "f");
  }

  @Test
  void removalThatAnAdditionMakesUpForIsNotMissed() {
    FakeList list = FakeList.of("a", "b", "c", "d", "e", "f");
    list.before("t2", () -> list.items().remove("a"));
    list.before("t3", () -> list.items().add("new"));

    assertThat(list.pages()).contains("c").doesNotHaveDuplicates();
  }
}
