package dev.zoomkit.mock;

import dev.zoomkit.mock.Description.FieldProblem;
import java.util.List;

/** A request that Zoom would refuse, with the answer's status, code, message and fields. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;
  private final transient List<FieldProblem> fields;

  Refusal(int status, int code, String message) {
    this(status, code, message, List.of());
  }

  Refusal(int status, int code, String message, List<FieldProblem> fields) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
  }

  /** Refuses one field of a request. */
  static Refusal ofField(String field, String problem) {
    return ofFields(List.of(new FieldProblem(field, problem)));
  }

  /** Refuses the fields of a request. */
  static Refusal ofFields(List<FieldProblem> fields) {
    return new Refusal(400, 300, "The request has invalid values.", fields);
  }

  MockAnswer answer() {
    return MockAnswer.error(status, code, String.valueOf(getMessage()), fields);
  }
}
