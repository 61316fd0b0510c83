package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.state.Beginnings;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.mock.state.Surroundings;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
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
import org.jspecify.annotations.Nullable;

/**
 * How far a response is to be trusted: found out by making the call of the description's examples
 * on what there is at the start. Thread-safe.
 */
public final class Evidence {
  /** No source has the response. */
  public static final String INFERRED = "INFERRED";

  /** The response follows the description alone. */
  public static final String DESCRIBED = "DESCRIBED";

  /**
   * The response to the call of the examples has each field of the example, of the same type; of
   * the optional parameters, the call has those that bring the response nearer to the example.
   */
  public static final String EXAMPLE = "EXAMPLE";

  private static final String ACCOUNT_CREATION = "createSubAccount";
  private static final URI ORIGIN = URI.create("http://127.0.0.1/");
  private static final Instant BEFORE_WHAT_IS_TO_COME = Instant.ofEpochSecond(1_795_341_600);

  private final ApiDescription description;
  private final Beginnings beginnings;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private @Nullable CallHandler onlyRead;

  public Evidence(ApiDescription description, Beginnings beginnings) {
    this.description = description;
    this.beginnings = beginnings;
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
    JsonNode example = response.example();
    Call call = exampleCall(operation);
    int agreeing = agreeing(sent(call), example);
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery() && !parameter.required() && !parameter.sample().isEmpty()) {
        Call asking = asking(call, parameter);
        int then = agreeing(sent(asking), example);
        call = then > agreeing ? asking : call;
        agreeing = Math.max(then, agreeing);
      }
    }
    return agreeing == agreeing(example, example) ? EXAMPLE : DESCRIBED;
  }

  private static Call asking(Call call, Parameter parameter) {
    ObjectNode query = call.query().deepCopy();
    query.set(parameter.name(), parameter.read(List.of(parameter.sample())));
    return new Call(call.operation(), call.path(), call.own(), query, call.body());
  }

  /**
   * The response to a call. What is refused because of what there is, as a plan that is bought
   * already, is called for an account that has nothing yet; missing where that is refused too.
   */
  private JsonNode sent(Call call) {
    boolean reads = call.operation().method().equals("GET");
    try {
      return json((reads ? onlyRead() : beginning()).execute(call));
    } catch (ErrorResponseException refused) {
      CallHandler world = beginning();
      try {
        return json(world.execute(inNewAccount(call, world)));
      } catch (ErrorResponseException refusedAgain) {
        return MissingNode.getInstance();
      }
    }
  }

  /** What there is at the start, for calls that leave it so. */
  private synchronized CallHandler onlyRead() {
    if (onlyRead == null) {
      onlyRead = beginning();
    }
    return onlyRead;
  }

  private Call inNewAccount(Call call, CallHandler world) {
    Call creation = exampleCall(description.operation(ACCOUNT_CREATION));
    creation.body().put("email", "new.owner@example.com");
    Map<String, String> path = new LinkedHashMap<>(call.path());
    path.replace("accountId", json(world.execute(creation)).path("id").asText());
    return new Call(call.operation(), path, false, call.query(), call.body());
  }

  private static JsonNode json(Response response) {
    JsonNode json = Json.parse(response.text());
    return json == null ? MissingNode.getInstance() : json;
  }

  /** What there is at the start, for calls of one operation or of several. */
  CallHandler beginning() {
    Surroundings around =
        new Surroundings(
            Clock.fixed(BEFORE_WHAT_IS_TO_COME, ZoneOffset.UTC),
            1,
            ORIGIN,
            life -> "token",
            () -> Duration.ZERO,
            () -> Set.of());
    return beginnings.begin(around, false, false);
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
    return new Call(operation, path, false, query, body);
  }

  /**
   * Whether a value has each field of an example, of the same type, in the first item of its lists.
   */
  static boolean hasShape(JsonNode value, JsonNode example) {
    return agreeing(value, example) == agreeing(example, example);
  }

  /** How many fields of an example a value has, each of the same type. */
  private static int agreeing(JsonNode value, JsonNode example) {
    if (value.getNodeType() != example.getNodeType()) {
      return 0;
    }
    int agreeing = 1;
    for (var field : example.properties()) {
      agreeing += agreeing(value.path(field.getKey()), field.getValue());
    }
    return example.has(0) ? agreeing + agreeing(value.path(0), example.get(0)) : agreeing;
  }
}
