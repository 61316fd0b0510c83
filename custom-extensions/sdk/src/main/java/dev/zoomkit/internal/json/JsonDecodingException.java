package dev.zoomkit.internal.json;

import java.io.IOException;

/** A body that is not the JSON of its type; who catches it knows the rest of the response. */
public final class JsonDecodingException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String problem;

  JsonDecodingException(String jsonPath, String problem, Exception cause) {
    super(problem, cause);
    this.jsonPath = jsonPath;
    this.problem = problem;
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
