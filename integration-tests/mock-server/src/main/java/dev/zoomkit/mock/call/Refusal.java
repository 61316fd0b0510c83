package dev.zoomkit.mock.call;

import dev.zoomkit.mock.description.Description.FieldProblem;
import java.util.List;

/** A request that Zoom would refuse, with the answer's status, code, message and fields. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;
  private final transient List<FieldProblem> fields;

  public Refusal(int status, int code, String message) {
    this(status, code, message, List.of());
  }

  Refusal(int status, int code, String message, List<FieldProblem> fields) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
  }

  /** Refuses one field of a request. */
  public static Refusal ofField(String field, String problem) {
    return ofFields(List.of(new FieldProblem(field, problem)));
  }

  /** Refuses the fields of a request. */
  public static Refusal ofFields(List<FieldProblem> fields) {
    return new Refusal(400, 300, "The request has invalid values.", fields);
  }

  public Response answer() {
    return Response.error(status, code, String.valueOf(getMessage()), fields);
  }
}
