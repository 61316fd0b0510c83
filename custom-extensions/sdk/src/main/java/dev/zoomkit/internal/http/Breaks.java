package dev.zoomkit.internal.http;

import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** Decides whether what broke off goes on, and waits until it does. Thread-safe. */
public interface Breaks {

  /**
   * Counts breaks from here on.
   *
   * @param own the policy of the calls; null for that of the client
   * @param context of the calls, which may not last longer
   */
  Series begin(@Nullable RetryPolicy own, CallContext context);

  /** Breaks with nothing gained in between. For one thread. */
  interface Series {

    /**
     * Waits after a break. Blocks.
     *
     * @return whether to go on; false where that has become too much
     * @throws InterruptedIOException if the thread is interrupted, whose flag stays set
     * @throws IOException if the calls are cancelled
     */
    boolean goesOnAfter(IOException failure) throws IOException;
  }
}
