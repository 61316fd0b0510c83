package dev.zoomkit.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.CallInterruptedException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FanOutEndTest {

  private static final List<Integer> ITEMS = List.of(1, 2, 3, 4);

  private final Workers workers = new Workers();
  private final CountDownLatch begun = new CountDownLatch(3);

  @Test
  void closingEndsAllWorkersAndLeavesNoThread() throws Exception {
    try (Results<Integer> results = FanOut.over(ITEMS).map(this::firstOrForever)) {
      assertThat(results.iterator().next()).isEqualTo(1);
      begun.await();
    }

    assertThat(workers.workingNow()).isZero();
    assertThat(workers.interrupted()).isEqualTo(3);
    workers.join();
  }

  @Test
  void readingToTheEndLeavesNoThread() throws Exception {
    Results<Integer> results = FanOut.over(ITEMS).map(item -> workers.work(() -> item));

    assertThat(results.stream()).hasSize(4);
    workers.join();
  }

  @Test
  void closingTheStreamEndsAllWorkers() throws Exception {
    try (Stream<Integer> results = FanOut.over(ITEMS).map(this::firstOrForever).stream()) {
      assertThat(results.iterator().next()).isEqualTo(1);
      begun.await();
    }

    assertThat(workers.workingNow()).isZero();
    workers.join();
  }

  @Test
  void closingEndsWhatAnItemBecameAndWhatFeedsTheItems() throws Exception {
    CountDownLatch sourceIsRead = new CountDownLatch(1);
    Iterable<Integer> slow =
        () ->
            Stream.iterate(1, item -> item + 1)
                .map(item -> item < 4 ? item : workers.<Integer>workForever(sourceIsRead))
                .iterator();
    Results<Integer> feeding = FanOut.over(slow).map(item -> item);
    try (Results<Integer> results =
        FanOut.over(feeding).flatMap(one -> FanOut.over(ITEMS).map(this::firstOrForever))) {
      assertThat(results.iterator().next()).isEqualTo(1);
      begun.await();
      sourceIsRead.await();
    }

    assertThat(workers.workingNow()).isZero();
    assertThat(workers.interrupted()).isGreaterThanOrEqualTo(4);
    workers.join();
  }

  @Test
  void closingEndsAFanOutThatNoThreadReads() throws Exception {
    CountDownLatch full = new CountDownLatch(1);
    try (Results<Integer> results =
        FanOut.over(List.of(1))
            .flatMap(
                one ->
                    FanOut.over(Stream.iterate(0, item -> item + 1).limit(1000).toList())
                        .inFlight(1)
                        .map(item -> item < 64 ? item : workers.<Integer>workForever(full)))) {
      assertThat(results.iterator().hasNext()).isTrue();
      full.await();
    }

    assertThat(workers.workingNow()).isZero();
    workers.join();
  }

  @Test
  void interruptOfTheReaderEndsAllWorkersAndStays() throws Exception {
    Results<Integer> results = FanOut.over(List.of(2, 3, 4)).map(this::firstOrForever);
    Iterator<Integer> taken = results.iterator();
    Thread reader = Thread.currentThread();
    Thread interrupting =
        new Thread(
            () -> {
              Workers.await(begun);
              reader.interrupt();
            });
    interrupting.start();

    assertThat(taken.hasNext()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(taken::next)
        .isInstanceOf(CallInterruptedException.class)
        .hasMessage("FanOut: given up, because the thread was interrupted or the call cancelled.");
    assertThat(taken.hasNext()).isFalse();
    interrupting.join();
    workers.join();
    assertThat(workers.interrupted()).isEqualTo(3);
  }

  @Test
  void closingFromAnotherThreadEndsTheReadersWait() throws Exception {
    Results<Integer> results = FanOut.over(List.of(2, 3, 4)).map(this::firstOrForever);
    AtomicReference<Boolean> flag = new AtomicReference<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                results.iterator().next();
              } catch (RuntimeException failure) {
                flag.set(Thread.currentThread().isInterrupted());
                thrown.set(failure);
              }
            });
    reader.start();
    begun.await();
    results.close();
    reader.join();

    assertThat(thrown.get()).isInstanceOf(CallInterruptedException.class);
    assertThat(flag.get()).isFalse();
    workers.join();
  }

  @Test
  void workerMayCloseTheResultsThatItWorksFor() throws Exception {
    AtomicReference<Results<Integer>> self = new AtomicReference<>();
    try (Results<Integer> results =
        FanOut.over(List.of(1))
            .flatMap(
                one ->
                    FanOut.over(List.of(1, 2))
                        .map(
                            item ->
                                workers.work(
                                    () -> {
                                      self.get().close();
                                      return item;
                                    })))) {
      self.set(results);
      assertThatThrownBy(() -> results.iterator().next())
          .isInstanceOf(CallInterruptedException.class);
    }

    assertThat(workers.workingNow()).isZero();
    workers.join();
  }

  @Test
  void interruptOfOneItemDoesNotReachAnother() {
    Results<Boolean> results =
        FanOut.over(ITEMS)
            .inFlight(1)
            .map(
                item -> {
                  boolean interrupted = Thread.currentThread().isInterrupted();
                  Thread.currentThread().interrupt();
                  return interrupted;
                });

    assertThat(results.stream()).containsOnly(false);
  }

  private Integer firstOrForever(Integer item) {
    return item == 1 ? workers.work(() -> item) : workers.workForever(begun);
  }
}
