package dev.zoomkit.internal.json;

import com.squareup.moshi.JsonReader;
import dev.zoomkit.runtime.json.Reading;
import dev.zoomkit.value.UnexpectedValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What a client and its views do about values of an undescribed type in responses: tell a listener
 * and log one warning an operation and path, by the logger {@code dev.zoomkit.json}, or fail.
 * Thread-safe.
 */
public final class JsonReading {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.json");

  /** An interface of the caller's own may return a map, whose paths have names without end. */
  private static final int MOST_WARNINGS = 1_000;

  private final @Nullable BiConsumer<String, UnexpectedValue> listener;
  private final boolean strict;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  private JsonReading(boolean strict, @Nullable BiConsumer<String, UnexpectedValue> listener) {
    this.strict = strict;
    this.listener = listener;
  }

  /** Fails. */
  public static JsonReading strict() {
    return new JsonReading(true, null);
  }

  /** Goes on, and tells the listener the operation and the value. */
  public static JsonReading tolerant(@Nullable BiConsumer<String, UnexpectedValue> listener) {
    return new JsonReading(false, listener);
  }

  /**
   * A reader of a response; what is unexpected is to be {@linkplain #tell told} with its operation.
   */
  JsonReader reader(BufferedSource source, Consumer<UnexpectedValue> unexpected) {
    JsonReader reader = JsonReader.of(source);
    return strict ? Reading.strict(reader) : Reading.tolerant(reader, unexpected);
  }

  /** Tells of a value in a response of the operation. */
  void tell(String operation, UnexpectedValue value) {
    String place = operation + " " + value.path().replaceAll("\\[\\d+]", "[]");
    if (warned.size() < MOST_WARNINGS && warned.add(place)) {
      LOGGER.log(
          Level.WARNING,
          "{0}: {1}. It is read as null and kept in additionalProperties(). Said once an operation"
              + " and path.",
          operation,
          value);
    }
    if (listener != null) {
      listener.accept(operation, value);
    }
  }
}
