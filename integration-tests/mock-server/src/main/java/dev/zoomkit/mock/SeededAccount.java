package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.http.RequestCheck;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.mock.world.AccountPlan;
import dev.zoomkit.mock.world.Doors;
import dev.zoomkit.mock.world.World;
import dev.zoomkit.mock.world.WorldClock;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills the own account of a mock that starts. */
final class SeededAccount implements Doors {
  private final ApiDescription description;
  private final CallHandler handler;
  private final WorldClock clock;

  /** The first call of each operation and form; the others differ in values of the same make. */
  private final Map<String, Call> checked = new HashMap<>();

  private SeededAccount(ApiDescription description, CallHandler handler, WorldClock clock) {
    this.description = description;
    this.handler = handler;
    this.clock = clock;
  }

  /**
   * Lets the account have come to be, until some time, what a plan says.
   *
   * @param clock what the handler goes by
   * @param owner the id of the user who is there
   */
  static void fill(
      ApiDescription description,
      CallHandler handler,
      WorldClock clock,
      AccountPlan plan,
      long seed,
      Instant now,
      String owner) {
    World.make(plan, seed, now, owner, new SeededAccount(description, handler, clock));
    clock.stand(null);
  }

  @Override
  public void at(Instant time) {
    clock.stand(time);
  }

  @Override
  public List<String> create(String operationId, Map<String, String> path, ObjectNode body) {
    return handler.seed(checked(operationId, path, body));
  }

  @Override
  public JsonNode call(String operationId, Map<String, String> path, ObjectNode body) {
    Response response = handler.execute(checked(operationId, path, body));
    return response.length() == 0 ? MissingNode.getInstance() : Json.read(response.text());
  }

  @Override
  public void hold(Occasion occasion) {
    handler.hold(occasion);
  }

  private Call checked(String operationId, Map<String, String> path, ObjectNode body) {
    Call like =
        checked.computeIfAbsent(
            operationId + form(body),
            first -> {
              DescribedOperation operation = description.operation(operationId);
              return RequestCheck.seed(description, operation, path, body);
            });
    Map<String, String> values = new LinkedHashMap<>(like.path());
    values.putAll(path);
    return new Call(like.operation(), values, like.own(), like.query(), body);
  }

  /** The names of all that a body has, however deep. */
  private static String form(JsonNode body) {
    StringBuilder form = new StringBuilder();
    for (var field : body.properties()) {
      form.append(' ').append(field.getKey()).append('{').append(form(field.getValue()));
      form.append('}');
    }
    return form.toString();
  }
}
