package dev.zoomkit.mock.call;

import dev.zoomkit.spec.reader.ApiDescription.FieldProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A request that Zoom would refuse, with the response's status, code, message and fields. */
public final class ErrorResponseException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_MESSAGE = 500;
  private static final int MOST_FIELDS = 100;

  private final int status;
  private final int code;
  private final transient List<FieldProblem> fields;
  private final transient Map<String, String> headers;

  public ErrorResponseException(int status, int code, String message) {
    this(status, code, message, List.of(), Map.of());
  }

  private ErrorResponseException(
      int status,
      int code,
      String message,
      List<FieldProblem> fields,
      Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
    this.headers = Map.copyOf(headers);
  }

  /** Refuses a method that the path does not have, and names those that it has. */
  public static ErrorResponseException ofMethod(String message, Collection<String> allowed) {
    return new ErrorResponseException(
        405, 2300, message, List.of(), Map.of("Allow", String.join(", ", allowed)));
  }

  /** Refuses one field of a request. */
  public static ErrorResponseException ofField(String field, String problem) {
    return ofFields(List.of(new FieldProblem(field, problem)));
  }

  /** Refuses the fields of a request. */
  public static ErrorResponseException ofFields(List<FieldProblem> fields) {
    return ofFields(300, fields);
  }

  /** Refuses the fields of a request with a code. */
  public static ErrorResponseException ofFields(int code, List<FieldProblem> fields) {
    return new ErrorResponseException(
        400, code, "The request has invalid values.", fields, Map.of());
  }

  public Response response() {
    List<FieldProblem> told =
        fields.stream()
            .limit(MOST_FIELDS)
            .map(
                problem ->
                    new FieldProblem(shortened(problem.field()), shortened(problem.message())))
            .toList();
    Response response = Response.error(status, code, shortened(String.valueOf(getMessage())), told);
    for (var header : headers.entrySet()) {
      response = response.withHeader(header.getKey(), header.getValue());
    }
    return response;
  }

  /** A request's values are not sent back in full, however long they are. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }
}
