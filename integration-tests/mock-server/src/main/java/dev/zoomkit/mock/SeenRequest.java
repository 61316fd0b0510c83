package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.http.RequestHandler;
import dev.zoomkit.spec.reader.Json;
import java.util.Objects;

/** A request that the mock has seen, and what became of it. Thread-safe. */
final class SeenRequest {
  private final MockRequest request;
  private boolean scripted;
  private int status;
  private String refusal = "";

  /** A request that is not responded to yet. */
  SeenRequest(MockRequest request) {
    this.request = request;
  }

  MockRequest request() {
    return request;
  }

  /** The operation that it named, or that it named none. */
  String operation() {
    return Objects.requireNonNullElse(request.operationId(), RequestLog.NO_OPERATION);
  }

  /** Takes note that a test says how it is responded to. */
  synchronized void script() {
    scripted = true;
  }

  /** Takes note of the response. */
  synchronized void end(Response response) {
    status = response.status();
    refusal = status < 400 ? "" : reason(response);
  }

  /** What a response says of why it is an error. */
  static String reason(Response response) {
    JsonNode body = Json.parse(response.text());
    if (body == null) {
      return "";
    }
    StringBuilder reason =
        new StringBuilder(body.path("message").asText(body.path("reason").asText()));
    for (JsonNode field : body.path("errors")) {
      reason.append(" ").append(field.path("field").asText()).append(": ");
      reason.append(field.path("message").asText());
    }
    return reason.toString();
  }

  /** The status of the response; 0 as long as there is none. */
  synchronized int status() {
    return status;
  }

  /** Whether the mock itself refused the request: with 4xx that no test asked for. */
  synchronized boolean isRefused() {
    return status >= 400 && status < 500 && !scripted;
  }

  /** Whether it counts as a call: the mock did not refuse its access token. */
  synchronized boolean isCall() {
    return status != 401 || scripted || RequestHandler.OAUTH_OPERATIONS.containsValue(operation());
  }

  /** Why the request was refused; empty where it was not, or the response does not say. */
  synchronized String refusal() {
    return refusal;
  }
}
