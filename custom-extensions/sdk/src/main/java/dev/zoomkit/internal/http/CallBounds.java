package dev.zoomkit.internal.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends a call before its time.
 *
 * @param timeout of the whole call, with all attempts and waits; null for that of the HTTP client
 * @param signals each of which ends it
 */
public record CallBounds(@Nullable Duration timeout, List<CancelSignal> signals) {

  /** Nothing but the HTTP client's own timeouts. */
  public static final CallBounds NONE = new CallBounds(null, List.of());
}
