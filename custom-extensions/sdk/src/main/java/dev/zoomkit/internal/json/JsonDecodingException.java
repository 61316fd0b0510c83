package dev.zoomkit.internal.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;

/** A body that is not the JSON of its type; who catches it knows the rest of the response. */
public final class JsonDecodingException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final String AT_PATH = " at path ";

  private final String jsonPath;
  private final String problem;

  private JsonDecodingException(String jsonPath, String problem, Exception cause) {
    super(problem, cause);
    this.jsonPath = jsonPath;
    this.problem = problem;
  }

  /** With the path that the exception names: the reader may be at the next value by now. */
  static IOException of(JsonReader reader, Exception unreadable) {
    String words = String.valueOf(unreadable.getMessage());
    int at = words.lastIndexOf(AT_PATH);
    return at < 0
        ? new JsonDecodingException(reader.getPath(), words + ".", unreadable)
        : new JsonDecodingException(
            words.substring(at + AT_PATH.length()), words.substring(0, at) + ".", unreadable);
  }

  /** Where decoding stopped. */
  public String jsonPath() {
    return jsonPath;
  }

  /** What is wrong, without secrets. */
  public String problem() {
    return problem;
  }
}
