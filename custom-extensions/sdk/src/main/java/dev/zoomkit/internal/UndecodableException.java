package dev.zoomkit.internal;

import java.io.IOException;

/** A body that is not the JSON of its type; who catches it knows the rest of the answer. */
final class UndecodableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String problem;

  UndecodableException(String jsonPath, String problem, Exception cause) {
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
