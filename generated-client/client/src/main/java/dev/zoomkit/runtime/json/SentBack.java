package dev.zoomkit.runtime.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import okio.Buffer;

/**
 * Makes of a response the request that sets what it says: the codec of the one writes JSON that the
 * codec of the other reads. What no request sets, what the description lacks, and values of another
 * type than described do not get through. A tag of the {@link JsonWriter} meanwhile.
 */
public final class SentBack {
  private static final SentBack TAG = new SentBack();

  private SentBack() {}

  /**
   * Makes the request.
   *
   * @param response what was read
   * @throws IllegalStateException where it lacks values that the request, or an object in it,
   *     needs; the message names them
   */
  public static <R, Q> Q asRequest(JsonCodec<R> responses, R response, JsonCodec<Q> requests) {
    Buffer json = new Buffer();
    JsonWriter writer = JsonWriter.of(json);
    writer.setTag(SentBack.class, TAG);
    try {
      responses.write(writer, response);
      Q request = requests.read(Reading.describedOnly(JsonReader.of(json)));
      return Objects.requireNonNull(request);
    } catch (JsonDataException incomplete) {
      throw new IllegalStateException(
          "This %s cannot be sent back. %s. Set it first, with toBuilder()."
              .formatted(response.getClass().getSimpleName(), incomplete.getMessage()),
          incomplete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether what is written becomes a request. */
  static boolean isUnderWay(JsonWriter writer) {
    return writer.tag(SentBack.class) != null;
  }
}
