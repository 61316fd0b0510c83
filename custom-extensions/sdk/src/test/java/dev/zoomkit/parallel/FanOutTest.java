package dev.zoomkit.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FanOutTest {

  private final Workers workers = new Workers();

  @Test
  void resultsComeInTheOrderOfTheItems() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    Results<String> results =
        FanOut.over(List.of(1, 2))
            .map(
                item -> {
                  if (item == 1) {
                    Workers.await(secondIsDone);
                  } else {
                    secondIsDone.countDown();
                  }
                  return "result " + item;
                });

    assertThat(results.stream()).containsExactly("result 1", "result 2");
  }

  @Test
  void resultsAreHandedOutAsTheyCome() {
    CountDownLatch secondWasTaken = new CountDownLatch(1);
    try (Results<Integer> results =
        FanOut.over(List.of(1, 2))
            .asTheyCome()
            .map(
                item -> {
                  if (item == 1) {
                    Workers.await(secondWasTaken);
                  }
                  return item;
                })) {
      Iterator<Integer> taken = results.iterator();

      assertThat(taken.next()).isEqualTo(2);
      secondWasTaken.countDown();
      assertThat(taken.next()).isEqualTo(1);
      assertThat(taken.hasNext()).isFalse();
    }
  }

  @Test
  void asManyAsAreAllowedWorkAtATimeAndNoMore() {
    CyclicBarrier three = new CyclicBarrier(3);
    for (FanOut<Integer> fanOut : bothOrders(numbers(60))) {
      Results<Integer> results =
          fanOut
              .inFlight(3)
              .map(
                  item ->
                      workers.work(
                          () -> {
                            three.await();
                            return item;
                          }));

      assertThat(results.stream()).hasSize(60);
    }
    assertThat(workers.mostAtATime()).isEqualTo(3);
  }

  @Test
  void readingAListThatTheFunctionReturnedCountsAsInFlight() {
    for (FanOut<Integer> fanOut : bothOrders(numbers(100))) {
      Results<Integer> results =
          fanOut
              .inFlight(2)
              .flatMap(
                  item ->
                      () -> numbers(3).stream().map(i -> workers.work(() -> item + i)).iterator());

      assertThat(results.stream()).hasSize(300);
    }
    assertThat(workers.mostAtATime()).isLessThanOrEqualTo(2);
  }

  @Test
  void sourceIsReadNoFurtherThanThereIsRoom() {
    for (boolean ordered : List.of(true, false)) {
      AtomicInteger read = new AtomicInteger();
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger furthest = new AtomicInteger();
      Iterable<Integer> source =
          () ->
              Stream.generate(() -> read.incrementAndGet() - taken.get())
                  .peek(ahead -> furthest.accumulateAndGet(ahead, Math::max))
                  .limit(10_000)
                  .iterator();
      FanOut<Integer> fanOut = FanOut.over(source).inFlight(2);
      for (Integer ahead : (ordered ? fanOut : fanOut.asTheyCome()).map(item -> item)) {
        taken.incrementAndGet();
      }

      assertThat(taken).hasValue(10_000);
      assertThat(furthest).hasValueBetween(2, 2 * 2 + 1); // One is taken before it is counted.
    }
  }

  @Test
  void listThatAnItemBecomesIsReadNoFurtherThanThereIsRoom() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger furthest = new AtomicInteger();
    Results<Integer> results =
        FanOut.over(List.of(1))
            .flatMap(
                item ->
                    () ->
                        IntStream.range(0, 10_000)
                            .peek(
                                made ->
                                    furthest.accumulateAndGet(made + 1 - taken.get(), Math::max))
                            .iterator());
    results.forEach(row -> taken.incrementAndGet());

    assertThat(taken).hasValue(10_000);
    assertThat(furthest).hasValueBetween(2, 64 + 2);
  }

  @Test
  void manyResultsOfManyItemsStayInOrder() {
    Results<Integer> results =
        FanOut.over(numbers(50))
            .inFlight(5)
            .flatMap(item -> IntStream.range(0, 1000).mapToObj(i -> item * 1000 + i).toList());

    assertThat(results.stream()).isEqualTo(numbers(50_000));
  }

  @Test
  void resultsOfOneItemStayInOrderAsTheyCome() {
    Results<Integer> results =
        FanOut.over(numbers(50))
            .inFlight(5)
            .asTheyCome()
            .flatMap(item -> IntStream.range(0, 1000).mapToObj(i -> item * 1000 + i).toList());

    List<Integer> all = results.stream().toList();

    assertThat(all).containsExactlyInAnyOrderElementsOf(numbers(50_000));
    for (int item = 0; item < 50; item++) {
      int one = item;
      assertThat(all.stream().filter(result -> result / 1000 == one)).isSorted();
    }
  }

  @Test
  void fanOutsWithinFanOutsDoNotWaitForEachOther() {
    for (FanOut<Integer> fanOut : bothOrders(numbers(4))) {
      Results<Integer> results =
          fanOut
              .inFlight(1)
              .flatMap(
                  one ->
                      FanOut.over(numbers(4))
                          .inFlight(1)
                          .flatMap(
                              two ->
                                  FanOut.over(numbers(100))
                                      .inFlight(1)
                                      .map(three -> one * 1000 + two * 100 + three)));

      assertThat(results.stream().toList()).hasSize(1600).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void fanOutFeedsAnother() {
    Results<Integer> evens = FanOut.over(numbers(1000)).inFlight(3).map(item -> 2 * item);
    Results<Integer> results = FanOut.over(evens).inFlight(3).map(item -> item + 1);

    assertThat(results.stream().mapToInt(Integer::intValue)).hasSize(1000).contains(1, 1999);
  }

  @Test
  void nothingIsDoneBeforeResultsAreRead() {
    Iterable<Integer> untouched =
        () -> {
          throw new AssertionError("The source was read.");
        };
    Results<Integer> results = FanOut.over(untouched).map(item -> item);

    results.iterator();
    results.close();
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(FanOut.over(List.of()).map(item -> item).stream()).isEmpty();
    assertThat(FanOut.over(numbers(100)).flatMap(item -> List.of()).stream()).isEmpty();
  }

  @Test
  void nullIsAResultWhereTheFunctionReturnsIt() {
    assertThat(FanOut.over(List.of(1, 2)).map(item -> null).stream()).containsExactly(null, null);
    assertThat(FanOut.over(List.of(1)).flatMap(item -> Arrays.asList(null, 2)).stream())
        .containsExactly(null, 2);
  }

  @Test
  void resultsAreReadOnce() {
    Results<Integer> results = FanOut.over(List.of(1)).map(item -> item);
    results.iterator();

    assertThatThrownBy(results::stream)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "These results are read already. Call map or flatMap of the FanOut again for others.");
  }

  @Test
  void boundIsFromOneToAThousand() {
    FanOut<Integer> fanOut = FanOut.over(List.of(1));

    assertThatThrownBy(() -> fanOut.inFlight(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FanOut needs an inFlight from 1 to 1000; it was 0.");
    assertThatThrownBy(() -> fanOut.inFlight(1001)).isInstanceOf(IllegalArgumentException.class);
    assertThat(fanOut.inFlight(1000).map(item -> item).stream()).containsExactly(1);
  }

  private static List<FanOut<Integer>> bothOrders(List<Integer> items) {
    return List.of(FanOut.over(items), FanOut.over(items).asTheyCome());
  }

  private static List<Integer> numbers(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
