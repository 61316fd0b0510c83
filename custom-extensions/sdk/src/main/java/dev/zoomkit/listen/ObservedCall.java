package dev.zoomkit.listen;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.runtime.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The call that an event is about.
 *
 * @param id tells the calls of a client and its views apart, from 1
 * @param operation the operationId of the description, such as {@code getWebinar}
 * @param rateLabel what it counts as in Zoom's limits; null where the description names none
 */
public record ObservedCall(long id, String operation, @Nullable RateLabel rateLabel) {

  /** For tests of listeners, too. */
  public ObservedCall {
    Arguments.require("ObservedCall", "operation", operation);
  }
}
