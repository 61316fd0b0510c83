package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The errors that the description has for an operation. */
final class DocumentedErrors {

  /** A status with the code that Zoom sends with it. */
  record DocumentedError(int status, int code) {
    @Override
    public String toString() {
      return status + " " + code;
    }
  }

  private DocumentedErrors() {}

  static List<DocumentedError> of(Operation operation) {
    List<DocumentedError> errors = new ArrayList<>();
    for (JsonNode error : operation.node().path("x-zoom-errors")) {
      int status = error.get("status").intValue();
      errors.add(new DocumentedError(status, error.path("code").asInt(usualCode(status))));
    }
    for (String documented : operation.statuses()) {
      int status = Integer.parseInt(documented);
      if (status >= 400 && errors.stream().noneMatch(error -> error.status() == status)) {
        errors.add(new DocumentedError(status, usualCode(status)));
      }
    }
    return errors;
  }

  /** Whether a response is one of the errors that the description has for an operation. */
  static boolean has(Operation operation, Exchange exchange) {
    int code = exchange.json().path("code").asInt(-1);
    return of(operation).contains(new DocumentedError(exchange.status(), code));
  }

  /** Documented statuses without a row in {@code x-zoom-errors}, and what Zoom sends with them. */
  static int usualCode(int status) {
    return switch (status) {
      case 400 -> 300;
      case 401 -> 124;
      default -> status;
    };
  }
}
