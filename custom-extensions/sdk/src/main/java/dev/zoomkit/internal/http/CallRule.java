package dev.zoomkit.internal.http;

import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What can be known to be wrong with a call before it is sent. Thread-safe. */
@FunctionalInterface
public interface CallRule {

  /**
   * The exception that refuses a call; null where nothing is known to be wrong with it.
   *
   * @throws IOException if finding out failed on the way to Zoom
   */
  @Nullable RuntimeException refusal(Request request) throws IOException;
}
