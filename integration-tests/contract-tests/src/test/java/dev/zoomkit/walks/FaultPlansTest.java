package dev.zoomkit.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random plans of what can go wrong while a list of 50 pages is walked. Each walk hands out every
 * item that was there all the time once and no item twice, or ends in one of a few exceptions; none
 * hangs. Where the list did not change, walks that go on from the last position hand out the rest.
 * With {@code -Dzoomkit.soak=true} 10,000 plans, else a share; {@code -Dplan=SEED} runs one.
 */
@Timeout(3600)
class FaultPlansTest {
  private static final int PLANS = Boolean.getBoolean("zoomkit.soak") ? 10_000 : 100;

  /** Most of a plan's time is spent waiting for responses that come too late. */
  private static final int AT_ONCE = 4;

  /** In real time, for a plan whose other waits are of the mock's time. */
  private static final Duration HANGS = Duration.ofMinutes(2);

  @Test
  void everyItemComesOnceOrTheWalkFails() throws Exception {
    Integer one = Integer.getInteger("plan");
    int first = one == null ? 0 : one;
    int end = one == null ? PLANS : one + 1;
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<PlannedWalks> walks = new ArrayList<>();
    List<Future<Void>> running = new ArrayList<>();
    AtomicInteger next = new AtomicInteger(first);
    try {
      for (int i = 0; i < Math.min(AT_ONCE, end - first); i++) {
        PlannedWalks own = new PlannedWalks();
        walks.add(own);
        running.add(threads.submit(() -> run(own, next, end)));
      }
      for (Future<Void> worker : running) {
        worker.get();
      }
    } finally {
      threads.shutdownNow();
      walks.forEach(PlannedWalks::close);
    }
    int all = walks.stream().mapToInt(PlannedWalks::walks).sum();
    int failures = walks.stream().mapToInt(PlannedWalks::failures).sum();
    int responses = walks.stream().mapToInt(PlannedWalks::responses).sum();
    System.out.printf(
        "%d plans of %d pages: %d walks, %d ended in an exception, %d responses%n",
        end - first, PlannedWalks.PAGES, all, failures, responses);
    assertThat(failures).as("both ends are met").isBetween(1, all - 1);
  }

  private static Void run(PlannedWalks walks, AtomicInteger next, int end) {
    for (int seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
      int plan = seed;
      try {
        assertTimeoutPreemptively(HANGS, () -> walks.walk(plan));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("To run it again: -Dtest=FaultPlansTest -Dplan=" + plan, failure);
      }
    }
    return null;
  }
}
