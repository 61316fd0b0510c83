package dev.zoomkit.mock.call;

import dev.zoomkit.mock.description.ApiDescription.FieldProblem;
import java.util.List;

/** A request that Zoom would refuse, with the response's status, code, message and fields. */
public final class ErrorResponseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;
  private final transient List<FieldProblem> fields;

  public ErrorResponseException(int status, int code, String message) {
    this(status, code, message, List.of());
  }

  ErrorResponseException(int status, int code, String message, List<FieldProblem> fields) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
  }

  /** Refuses one field of a request. */
  public static ErrorResponseException ofField(String field, String problem) {
    return ofFields(List.of(new FieldProblem(field, problem)));
  }

  /** Refuses the fields of a request. */
  public static ErrorResponseException ofFields(List<FieldProblem> fields) {
    return new ErrorResponseException(400, 300, "The request has invalid values.", fields);
  }

  public Response response() {
    return Response.error(status, code, String.valueOf(getMessage()), fields);
  }
}
