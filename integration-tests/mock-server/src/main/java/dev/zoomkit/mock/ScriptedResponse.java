package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import java.util.Map;
import java.util.function.Supplier;

/** How calls are responded to, as a request to the {@link AdminApi} says it. */
final class ScriptedResponse {
  private final MockZoom mock;
  private final ObjectNode body;

  private ScriptedResponse(MockZoom mock, ObjectNode body) {
    this.mock = mock;
    this.body = body;
  }

  /**
   * Has it sent.
   *
   * @throws IllegalArgumentException if the request asks for what cannot be
   */
  static void add(MockZoom mock, ObjectNode body) {
    ScriptedResponse response = new ScriptedResponse(mock, body);
    MockCalls calls = response.calls();
    response.check(calls);
    for (int n = 0; n < AdminApi.times(body); n++) {
      calls.script(response::send);
    }
  }

  private MockCalls calls() {
    MockCalls all =
        body.has("operation_id") ? mock.on(body.get("operation_id").asText()) : mock.onAny();
    if (!body.has("every")) {
      return all.call(body.path("call").asInt(1));
    }
    for (String single : new String[] {"call", "times"}) {
      if (body.has(single)) {
        throw ErrorResponseException.ofField(single, "Is of single calls; leave it out, or every.");
      }
    }
    return all.every(body.get("every").asInt());
  }

  /** Refuses now what could not be sent later. */
  private void check(MockCalls calls) {
    if (body.has("code") && body.has("body")) {
      throw ErrorResponseException.ofField("code", "Says what the body is; leave out one of them.");
    } else if (body.has("code") && !body.has("status")) {
      throw ErrorResponseException.ofField("code", "Needs a status, such as 404.");
    } else if (body.has("code")) {
      calls.requireError(body.get("status").asInt(), body.get("code").asInt());
    }
    MockResponse own = MockResponse.empty(200);
    if (send(MockZoom.TOKEN_OPERATION, () -> own) == own) {
      throw new IllegalArgumentException(
          "This says of no response what it is to be; give a status, a body, headers, a delay or"
              + " such.");
    }
  }

  private MockResponse send(String operationId, Supplier<MockResponse> own) {
    MockResponse response = content(operationId, own);
    for (Map.Entry<String, String> header : AdminApi.texts(body.path("headers")).entrySet()) {
      response = response.withHeader(header.getKey(), header.getValue());
    }
    if (body.has("delay")) {
      response = response.delayed(AdminApi.duration(body, "delay"));
    }
    if (body.get("dripped") instanceof ObjectNode drops) {
      int bytes = drops.path("bytes").asInt();
      response = response.dripped(bytes, AdminApi.duration(drops, "every"));
    }
    if (body.path("truncated").asBoolean()) {
      response = response.truncated();
    }
    if (body.has("broken_off_after")) {
      response = response.brokenOffAfter(body.get("broken_off_after").asLong());
    }
    return body.path("never_sent").asBoolean() ? response.neverSent() : response;
  }

  private MockResponse content(String operationId, Supplier<MockResponse> own) {
    if (body.has("code")) {
      return mock.failure(operationId, body.get("status").asInt(), body.get("code").asInt());
    } else if (!body.has("status")) {
      return body.has("body") ? own.get().withBody(text(body.get("body"))) : own.get();
    }
    int status = body.get("status").asInt();
    return body.has("body")
        ? MockResponse.json(status, text(body.get("body")))
        : MockResponse.empty(status);
  }

  private static String text(JsonNode content) {
    return content.isTextual() ? content.asText() : content.toString();
  }
}
