package dev.zoomkit.retry;

import java.time.Duration;

/** Lets time pass before a call is sent again; tests replace it. Thread-safe. */
@FunctionalInterface
public interface Sleeper {

  /** Puts the thread to sleep. */
  Sleeper THREAD =
      duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);

  /**
   * Blocks for the duration, which is never negative.
   *
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
