package dev.zoomkit.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Decides whether what broke off goes on, and waits until it does. Thread-safe. */
public interface Breaks {

  /** Counts breaks from here on. */
  Series begin();

  /** Breaks with nothing gained in between. For one thread. */
  interface Series {

    /**
     * Waits after a break. Blocks.
     *
     * @return whether to go on; false where that has become too much
     * @throws InterruptedIOException if the thread is interrupted, whose flag stays set
     */
    boolean goesOnAfter(IOException failure) throws InterruptedIOException;
  }
}
