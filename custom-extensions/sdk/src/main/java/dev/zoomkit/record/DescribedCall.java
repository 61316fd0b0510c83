package dev.zoomkit.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the description says of the requests and responses of an operation. Immutable.
 *
 * @param operation its id
 * @param path the segments of its path, with names in braces
 * @param parameters those of path and query by name
 * @param uuids the names in the path whose values may be encoded twice
 * @param request of the body that it sends
 * @param responses of those that it receives, by status
 */
record DescribedCall(
    String operation,
    List<String> path,
    Map<String, Shape> parameters,
    Set<String> uuids,
    Shape request,
    Map<String, Shape> responses) {

  /** Of an operation, with one of its paths. */
  static DescribedCall of(Node operation, List<String> path) {
    Map<String, Shape> parameters = new HashMap<>();
    Set<String> uuids = new HashSet<>();
    for (Node parameter : operation.at("parameters").items()) {
      String name = parameter.at("name").text();
      parameters.put(name, Shape.of(parameter.at("schema")).ofText());
      if (parameter.at("x-zoom-param").text().equals("uuid")) {
        uuids.add(name);
      }
    }
    Map<String, Shape> responses = new HashMap<>();
    operation
        .at("responses")
        .members()
        .forEach((status, response) -> responses.put(status, body(response)));
    return new DescribedCall(
        operation.at("operationId").text(),
        path,
        Map.copyOf(parameters),
        Set.copyOf(uuids),
        body(operation.at("requestBody")),
        Map.copyOf(responses));
  }

  private static Shape body(Node described) {
    return Shape.of(described.at("content", "application/json", "schema"));
  }

  Shape parameter(String name) {
    return parameters.getOrDefault(name, Shape.HIDDEN);
  }

  /** Errors have one shape; of those that the description does not tell of, Zoom's codes count. */
  Shape response(int status) {
    Shape otherwise = status < 400 ? Shape.HIDDEN : responses.getOrDefault("400", Shape.HIDDEN);
    return responses.getOrDefault(Integer.toString(status), otherwise);
  }
}
