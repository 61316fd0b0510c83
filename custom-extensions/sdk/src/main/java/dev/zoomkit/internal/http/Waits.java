package dev.zoomkit.internal.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one call, which end when the call is cancelled. What waits knows interrupts only, so
 * that is what ends it; nobody sees that interrupt afterwards. Thread-safe.
 */
public final class Waits {

  private @Nullable Thread waiting;
  private boolean woken;
  private boolean cancelled;

  /** Something that blocks until it ends or its thread is interrupted. */
  @FunctionalInterface
  public interface Wait<T> {

    /** Blocks. */
    T end() throws InterruptedException;
  }

  /** What a {@code Sleeper} does. */
  @FunctionalInterface
  public interface Sleep {

    /** Blocks for the duration. */
    void last(Duration duration) throws InterruptedException;
  }

  /** Sleeps as {@link #until} waits. Blocks. */
  public void sleep(Sleep sleep, Duration duration) throws IOException, InterruptedException {
    until(
        () -> {
          sleep.last(duration);
          return duration;
        });
  }

  /**
   * Waits for the end of something. Blocks.
   *
   * @return what it returned, even where the call was cancelled in the last moment
   * @throws IOException if the call is cancelled before or meanwhile
   * @throws InterruptedException if the thread is interrupted for another reason
   */
  public <T> T until(Wait<T> wait) throws IOException, InterruptedException {
    begin();
    boolean noticed = false;
    try {
      return wait.end();
    } catch (InterruptedException interrupt) {
      noticed = true;
      throw meant(interrupt);
    } finally {
      end(noticed);
    }
  }

  /** Ends the wait that is under way, and every later one. */
  synchronized void cancel() {
    cancelled = true;
    if (waiting != null && !woken && !waiting.isInterrupted()) {
      woken = true;
      waiting.interrupt();
    }
  }

  private synchronized void begin() throws IOException {
    if (cancelled) {
      throw cancelledWait();
    }
    waiting = Thread.currentThread();
    woken = false;
  }

  private synchronized InterruptedException meant(InterruptedException interrupt)
      throws IOException {
    if (woken) {
      throw cancelledWait();
    }
    return interrupt;
  }

  /** Takes the own interrupt back where nobody noticed it. */
  private synchronized void end(boolean noticed) {
    waiting = null;
    if (woken && !noticed) {
      Thread.interrupted();
    }
  }

  private static IOException cancelledWait() {
    return new IOException("cancelled while it waited");
  }
}
