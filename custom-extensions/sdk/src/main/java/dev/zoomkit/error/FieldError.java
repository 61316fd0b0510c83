package dev.zoomkit.error;

import dev.zoomkit.runtime.Arguments;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What Zoom found wrong with one field of a request.
 *
 * @param field the field's name as on the wire, such as {@code settings.approval_type}; null where
 *     Zoom does not say
 * @param message Zoom's words
 */
public record FieldError(@Nullable String field, String message) implements Serializable {

  /** Refuses a null message. */
  public FieldError {
    Arguments.require("FieldError", "message", message);
  }

  @Override
  public String toString() {
    return field == null ? message : field + ": " + message;
  }
}
