package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.description.ApiDescription;
import dev.zoomkit.mock.description.DescribedOperation;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.http.RequestCheck;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.mock.world.AccountPlan;
import dev.zoomkit.mock.world.Doors;
import dev.zoomkit.mock.world.World;
import dev.zoomkit.mock.world.WorldClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts things into what exists, as tests say, or as a plan does. */
final class Seeds implements Doors {
  private final ApiDescription description;
  private final CallHandler handler;
  private final WorldClock clock;

  Seeds(ApiDescription description, CallHandler handler, WorldClock clock) {
    this.description = description;
    this.handler = handler;
    this.clock = clock;
  }

  /** Adds things to the own account, or below what the path names, as a test says. */
  List<String> add(String operationId, Map<String, String> path, String json, int times) {
    Arguments.require("MockZoom.seed needs an operationId", operationId);
    Arguments.require("MockZoom.seed needs a path", path)
        .keySet()
        .forEach(name -> Arguments.require("MockZoom.seed needs a name of each path value", name));
    Arguments.require("MockZoom.seed needs a JSON object", json);
    if (times < 1) {
      throw new IllegalArgumentException("A seed is added at least once, not " + times + " times.");
    }
    List<String> ids = new ArrayList<>();
    for (int n = 1; n <= times; n++) {
      JsonNode body = Json.parse(json.replace("{n}", Integer.toString(n)));
      if (!(body instanceof ObjectNode object)) {
        throw new IllegalArgumentException("A seed has to be a JSON object, not \"" + json + "\".");
      }
      ids.addAll(create(operationId, path, object));
    }
    return ids;
  }

  /** Fills the own account, as if it had come to be what it is until some time. */
  void add(AccountPlan plan, long seed, Instant now, String owner) {
    try {
      World.make(plan, seed, now, owner, this);
    } finally {
      clock.stand(null);
    }
  }

  @Override
  public void at(Instant time) {
    clock.stand(time);
  }

  @Override
  public List<String> create(String operationId, Map<String, String> path, ObjectNode body) {
    DescribedOperation operation = description.operation(operationId);
    handler.checkSeed(operation, body);
    try {
      return handler.seed(RequestCheck.seed(description, operation, path, body));
    } catch (ErrorResponseException error) {
      throw new IllegalArgumentException(
          operationId + " refuses the seed: " + error.getMessage(), error);
    }
  }

  @Override
  public JsonNode call(String operationId, Map<String, String> path, ObjectNode body) {
    DescribedOperation operation = description.operation(operationId);
    Response response = handler.execute(RequestCheck.seed(description, operation, path, body));
    return response.length() == 0 ? MissingNode.getInstance() : Json.read(response.text());
  }

  @Override
  public void hold(Occasion occasion) {
    handler.hold(occasion);
  }
}
