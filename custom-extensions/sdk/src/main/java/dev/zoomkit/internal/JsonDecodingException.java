package dev.zoomkit.internal;

import java.io.IOException;

/** A body that is not the JSON of its type; who catches it knows the rest of the response. */
final class JsonDecodingException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String problem;

  JsonDecodingException(String jsonPath, String problem, Exception cause) {
    super(problem, cause);
    this.jsonPath = jsonPath;
    this.problem = problem;
  }

  String jsonPath() {
    return jsonPath;
  }

  String problem() {
    return problem;
  }
}
