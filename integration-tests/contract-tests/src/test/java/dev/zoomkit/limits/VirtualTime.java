package dev.zoomkit.limits;

import dev.zoomkit.mock.MockClock;
import dev.zoomkit.retry.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Lets the mock's time pass for a number of threads. It stands still while one of them is awake,
 * and moves on to the first that wants to wake when all sleep: so a call takes no time, and what
 * happens in a span of time does not depend on how fast this machine is.
 */
final class VirtualTime implements Sleeper {

  private final MockClock clock;
  private final Consumer<Duration> passing;
  private final List<Instant> alarms = new ArrayList<>();
  private int awake;

  /**
   * Moves a clock.
   *
   * @param passing is told of each span before a thread wakes after it
   */
  VirtualTime(MockClock clock, Consumer<Duration> passing) {
    this.clock = clock;
    this.passing = passing;
  }

  /** Runs a task in several threads at once, until all have ended. */
  void run(int threads, Runnable task) throws InterruptedException, ExecutionException {
    synchronized (this) {
      awake = threads;
    }
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        ends.add(
            executor.submit(
                () -> {
                  try {
                    task.run();
                  } finally {
                    ended();
                  }
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Instant alarm = clock.instant().plus(duration);
    if (duration.isZero()) {
      return;
    }
    alarms.add(alarm);
    awake--;
    moveOn();
    while (clock.instant().isBefore(alarm)) {
      wait();
    }
  }

  private synchronized void ended() {
    awake--;
    moveOn();
  }

  /** Those who wake are awake at once, also before their threads notice. */
  private void moveOn() {
    if (awake > 0 || alarms.isEmpty()) {
      return;
    }
    Instant first = alarms.stream().min(Instant::compareTo).orElseThrow();
    Duration span = Duration.between(clock.instant(), first);
    clock.advance(span);
    passing.accept(span);
    for (Iterator<Instant> alarm = alarms.iterator(); alarm.hasNext(); ) {
      if (!alarm.next().isAfter(first)) {
        alarm.remove();
        awake++;
      }
    }
    notifyAll();
  }
}
