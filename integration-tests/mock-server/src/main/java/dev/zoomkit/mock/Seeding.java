package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.http.RequestCheck;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How {@link MockZoom#seed} adds things. */
record Seeding(ApiDescription description, CallHandler calls) {

  List<String> add(String operationId, Map<String, String> path, String json, int times) {
    Arguments.require("MockZoom.seed needs an operationId", operationId);
    Arguments.require("MockZoom.seed needs a path", path)
        .keySet()
        .forEach(name -> Arguments.require("MockZoom.seed needs a name of each path value", name));
    Arguments.require("MockZoom.seed needs a JSON object", json);
    if (times < 1) {
      throw new IllegalArgumentException("A seed is added at least once, not " + times + " times.");
    }
    DescribedOperation operation = description.operation(operationId);
    List<Call> seeds = new ArrayList<>();
    for (int n = 1; n <= times; n++) {
      JsonNode body = Json.parse(json.replace("{n}", Integer.toString(n)));
      if (!(body instanceof ObjectNode object)) {
        throw new IllegalArgumentException("A seed has to be a JSON object, not \"" + json + "\".");
      }
      calls.checkSeed(operation, object);
      seeds.add(RequestCheck.seed(description, operation, path, object));
    }
    List<String> ids = new ArrayList<>();
    for (int added = 0; added < times; added++) {
      String far = times == 1 ? "" : " Added before it: " + added + " of " + times + ".";
      try {
        ids.addAll(calls.seed(seeds.get(added)));
      } catch (ErrorResponseException error) {
        String reason = SeenRequest.reason(error.response());
        throw new IllegalArgumentException(
            operationId + " refuses the seed: " + reason + far, error);
      } catch (IllegalArgumentException refused) {
        throw new IllegalArgumentException(refused.getMessage() + far, refused);
      }
    }
    return ids;
  }
}
