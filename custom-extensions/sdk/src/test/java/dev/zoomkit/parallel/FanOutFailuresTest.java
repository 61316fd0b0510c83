package dev.zoomkit.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.internal.thread.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FanOutFailuresTest {

  private final RuntimeException failure = new IllegalArgumentException("no");
  private final Workers workers = new Workers();

  @Test
  void failureIsThrownAsItIsWithTheStackOfTheReader() {
    Iterator<Integer> results = FanOut.over(List.of(1)).<Integer>map(this::fail).iterator();

    assertThat(results.hasNext()).isTrue();
    assertThatThrownBy(results::next).isSameAs(failure);
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("failureIsThrownAsItIsWithTheStackOfTheReader");
    assertThat(results.hasNext()).isFalse();
  }

  @Test
  void failureInterruptsAllOthers() throws Exception {
    for (boolean ordered : List.of(true, false)) {
      CountDownLatch othersWork = new CountDownLatch(3);
      AtomicInteger read = new AtomicInteger();
      Iterable<Integer> endless = () -> Stream.generate(read::getAndIncrement).iterator();
      FanOut<Integer> fanOut = FanOut.over(endless).inFlight(4);
      try (Results<Integer> results =
          (ordered ? fanOut : fanOut.asTheyCome())
              .map(
                  item -> {
                    if (item > 0) {
                      return workers.workForever(othersWork);
                    }
                    Workers.await(othersWork);
                    throw failure;
                  })) {
        assertThatThrownBy(() -> results.iterator().next()).isSameAs(failure);
      }

      assertThat(workers.workingNow()).isZero();
      assertThat(read).hasValue(4);
      workers.join();
    }
    assertThat(workers.interrupted()).isEqualTo(6);
  }

  @Test
  void whatComesAfterAFailureEndsAtOnceAndWhatComesBeforeIsHandedOut() {
    CountDownLatch thirdWorks = new CountDownLatch(1);
    CountDownLatch thirdEnded = new CountDownLatch(1);
    try (Results<Integer> results =
        FanOut.over(List.of(1, 2, 3))
            .map(
                item -> {
                  if (item == 1) {
                    Workers.await(thirdEnded);
                    return item;
                  } else if (item == 2) {
                    Workers.await(thirdWorks);
                    throw failure;
                  }
                  try {
                    return workers.workForever(thirdWorks);
                  } finally {
                    thirdEnded.countDown();
                  }
                })) {
      Iterator<Integer> taken = results.iterator();

      assertThat(taken.next()).isEqualTo(1);
      assertThatThrownBy(taken::next).isSameAs(failure);
    }
    assertThat(workers.interrupted()).isEqualTo(1);
  }

  @Test
  void allOthersEndAtOnceWhereResultsAreTakenAsTheyCome() {
    CountDownLatch thirdIsThere = new CountDownLatch(1);
    CountDownLatch firstWorks = new CountDownLatch(1);
    CountDownLatch firstEnded = new CountDownLatch(1);
    try (Results<Integer> results =
        FanOut.over(List.of(1, 2, 3))
            .asTheyCome()
            .map(
                item -> {
                  if (item == 3) {
                    return item;
                  } else if (item == 2) {
                    Workers.await(thirdIsThere);
                    Workers.await(firstWorks);
                    throw failure;
                  }
                  try {
                    return workers.workForever(firstWorks);
                  } finally {
                    firstEnded.countDown();
                  }
                })) {
      Iterator<Integer> taken = results.iterator();

      assertThat(taken.hasNext()).isTrue();
      thirdIsThere.countDown();
      Workers.await(firstEnded);
      assertThat(taken.next()).isEqualTo(3);
      assertThatThrownBy(taken::next).isSameAs(failure);
    }
  }

  @Test
  void firstFailureInOrderIsTheOneThatIsThrown() {
    CountDownLatch secondFailed = new CountDownLatch(1);
    try (Results<Integer> results =
        FanOut.over(List.of(1, 2))
            .map(
                item -> {
                  if (item == 2) {
                    secondFailed.countDown();
                    throw new IllegalStateException("too");
                  }
                  Workers.await(secondFailed);
                  throw failure;
                })) {
      assertThatThrownBy(() -> results.iterator().next()).isSameAs(failure);
    }
  }

  @Test
  void whatAnItemBecameBeforeItFailedIsHandedOut() {
    Iterator<Integer> results =
        FanOut.over(List.of(1)).flatMap(item -> numbersUntilFailure(100)).iterator();

    for (int row = 0; row < 100; row++) {
      assertThat(results.next()).isEqualTo(row);
    }
    assertThatThrownBy(results::next).isSameAs(failure);
  }

  @Test
  void failuresAreCollectedByItem() {
    for (boolean ordered : List.of(true, false)) {
      FanOut<Integer> fanOut = FanOut.over(IntStream.range(0, 300).boxed().toList());
      List<Outcome<Integer, String>> outcomes =
          (ordered ? fanOut : fanOut.asTheyCome())
              .<String>mapOutcomes(item -> item % 3 == 0 ? fail(item) : "ok " + item).stream()
                  .toList();

      assertThat(outcomes)
          .hasSize(300)
          .allSatisfy(
              outcome -> {
                assertThat(outcome.isFailure()).isEqualTo(outcome.item() % 3 == 0);
                if (outcome.isFailure()) {
                  assertThat(outcome.failure()).isSameAs(failure);
                  assertThatThrownBy(outcome::value).isSameAs(failure);
                } else {
                  assertThat(outcome.value()).isEqualTo("ok " + outcome.item());
                }
              });
      if (ordered) {
        assertThat(outcomes).extracting(Outcome::item).isSorted();
      }
    }
  }

  @Test
  void itemThatFailsHalfwayHasItsRowsAndThenItsFailure() {
    List<String> outcomes =
        FanOut.over(List.of("a", "b")).flatMapOutcomes(item -> numbersUntilFailure(2)).stream()
            .map(Outcome::toString)
            .toList();

    assertThat(outcomes)
        .containsExactly(
            "Outcome[a: 0]",
            "Outcome[a: 1]",
            "Outcome[a: " + failure + "]",
            "Outcome[b: 0]",
            "Outcome[b: 1]",
            "Outcome[b: " + failure + "]");
  }

  @Test
  void checkedExceptionThatALanguageLetsThroughIsCollectedLikeOthers() {
    IOException checked = new IOException("no");
    Function<Integer, String> throwing =
        item -> {
          throw Rethrown.of(checked);
        };

    assertThat(FanOut.over(List.of(1)).mapOutcomes(throwing).iterator().next().failure())
        .isSameAs(checked);
  }

  @Test
  void errorEndsAlsoWhatCollectsFailures() {
    Iterator<Outcome<Integer, Integer>> outcomes =
        FanOut.over(List.of(1, 2))
            .inFlight(1)
            .<Integer>mapOutcomes(
                item -> {
                  throw new StackOverflowError("deep");
                })
            .iterator();

    assertThatThrownBy(outcomes::next).isInstanceOf(StackOverflowError.class);
    assertThat(outcomes.hasNext()).isFalse();
  }

  @Test
  void failureOfTheSourceComesAfterWhatWasReadOfIt() {
    for (boolean ordered : List.of(true, false)) {
      FanOut<Integer> fanOut = FanOut.over(numbersUntilFailure(20));
      Iterator<Outcome<Integer, Integer>> outcomes =
          (ordered ? fanOut : fanOut.asTheyCome()).<Integer>mapOutcomes(item -> item).iterator();
      List<Integer> items = new ArrayList<>();
      for (int item = 0; item < 20; item++) {
        items.add(outcomes.next().item());
      }

      assertThat(items).hasSize(20).doesNotHaveDuplicates();
      assertThatThrownBy(outcomes::next).isSameAs(failure);
      assertThat(outcomes.hasNext()).isFalse();
    }
  }

  @Test
  void systemWithoutFurtherThreadsEndsIt() {
    Threads threads = new Threads(2);
    Job<Integer, Integer> job =
        new Job<>(numbersUntilFailure(1000), List::of, 1, true, false, threads);
    assertThat(job.next().value()).isZero();
    threads.close();

    assertThatThrownBy(() -> job.forEachRemaining(row -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(job.hasNext()).isFalse();
    job.close(true);

    Job<Integer, Integer> none =
        new Job<>(numbersUntilFailure(1000), List::of, 1, true, false, threads);
    assertThatThrownBy(none::next).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void functionThatReturnsNoListIsToldSo() {
    assertThatThrownBy(
            () -> FanOut.over(List.of(1)).<Integer>flatMap(item -> null).iterator().next())
        .isInstanceOf(NullPointerException.class)
        .hasMessage("FanOut.flatMap needs a value of the function; it was null.");
  }

  private <R> R fail(Integer item) {
    throw failure;
  }

  private Iterable<Integer> numbersUntilFailure(int end) {
    return () ->
        IntStream.rangeClosed(0, end)
            .mapToObj(number -> number < end ? number : this.<Integer>fail(number))
            .iterator();
  }
}
