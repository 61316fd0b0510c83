package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.description.ApiDescription;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.DescribedOperation;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Parameter;
import dev.zoomkit.mock.state.CallHandler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far a response is to be trusted: found out by making the call of the description's examples
 * on what there is at the start. Thread-safe.
 */
public final class Evidence {
  /** No source has the response. */
  public static final String INFERRED = "INFERRED";

  /** The response follows the description alone. */
  public static final String DESCRIBED = "DESCRIBED";

  /** The response to the example call has each field of the example, of the same type. */
  public static final String EXAMPLE = "EXAMPLE";

  private static final URI ORIGIN = URI.create("http://127.0.0.1/");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final ApiDescription description;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public Evidence(ApiDescription description) {
    this.description = description;
  }

  /** One of the levels above. */
  public String of(DescribedOperation operation) {
    return known.computeIfAbsent(operation.id(), id -> found(operation));
  }

  private String found(DescribedOperation operation) {
    Content response = operation.response();
    if (operation.isInferred()) {
      return INFERRED;
    }
    if (response == null || response.examples().isEmpty()) {
      return DESCRIBED;
    }
    return agrees(operation, response.example()) ? EXAMPLE : DESCRIBED;
  }

  private boolean agrees(DescribedOperation operation, JsonNode example) {
    try {
      JsonNode sent = Json.parse(beginning().execute(exampleCall(operation)).text());
      return sent != null && hasShape(sent, example);
    } catch (ErrorResponseException refusedAsThingsAre) {
      return false;
    }
  }

  /** What there is at the start, for calls of one operation or of several. */
  CallHandler beginning() {
    return CallHandler.start(
        description,
        CLOCK,
        1,
        false,
        false,
        ORIGIN,
        life -> "token",
        () -> Duration.ZERO,
        () -> Set.of());
  }

  /** The call of the examples, on the sub-account that they name. */
  static Call exampleCall(DescribedOperation operation) {
    ObjectNode query = Json.object();
    Map<String, String> path = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        path.put(parameter.name(), parameter.example());
      } else if (parameter.inQuery() && parameter.required()) {
        query.set(parameter.name(), parameter.read(List.of(parameter.example())));
      }
    }
    Content request = operation.request();
    ObjectNode body = Json.object();
    if (request != null && request.example() instanceof ObjectNode example) {
      body = example.deepCopy();
    }
    if (request != null && request.isMultipart()) {
      body.put("name", "sky.png").put("size", 1);
    }
    return new Call(operation, path, false, query, null, body);
  }

  /**
   * Whether a value has each field of an example, of the same type, in the first item of its lists.
   */
  static boolean hasShape(JsonNode value, JsonNode example) {
    if (example.isObject()) {
      return value.isObject()
          && example.properties().stream()
              .allMatch(field -> hasShape(value.path(field.getKey()), field.getValue()));
    }
    if (example.isArray()) {
      return value.isArray()
          && (example.isEmpty() || !value.isEmpty() && hasShape(value.get(0), example.get(0)));
    }
    return value.getNodeType() == example.getNodeType();
  }
}
