package dev.zoomkit.runtime;

import dev.zoomkit.annotation.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what {@code toString()} of a model says: its values by name, without those that are absent
 * and without secrets. Not thread-safe.
 */
public final class ToString {
  private final StringBuilder text;
  private String separator = "{";

  /** Starts with the name of the type. */
  public ToString(String type) {
    this.text = new StringBuilder(type);
  }

  /** Adds a value, unless it is null. */
  public ToString add(String name, @Nullable Object value) {
    if (value != null) {
      text.append(separator).append(name).append('=').append(value);
      separator = ", ";
    }
    return this;
  }

  /** Adds that there is a value, unless it is null, and not which. */
  public ToString addSecret(String name, @Nullable Object value) {
    return add(name, value == null ? null : Secret.BLACKED_OUT);
  }

  /** Adds the names of fields that the description lacks; nobody knows which of them are secret. */
  public ToString addUnknown(Map<String, ?> fields) {
    return add("additionalProperties", fields.isEmpty() ? null : fields.keySet());
  }

  /** The text, such as <code>Webinar{id=98520143677, topic=Launch}</code>. */
  @Override
  public String toString() {
    return separator.equals("{") ? text + "{}" : text + "}";
  }
}
