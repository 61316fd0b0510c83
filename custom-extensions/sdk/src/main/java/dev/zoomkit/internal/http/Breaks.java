package dev.zoomkit.internal.http;

import java.io.IOException;

/**
 * Decides whether what broke off goes on, and waits until it does. Counts breaks with nothing
 * gained in between. For one thread.
 */
public interface Breaks {

  /**
   * Waits after a break. Blocks.
   *
   * @return whether to go on; false where that has become too much
   * @throws java.io.InterruptedIOException if the thread is interrupted, whose flag stays set
   * @throws IOException if the calls are cancelled
   */
  boolean goesOnAfter(IOException failure) throws IOException;
}
