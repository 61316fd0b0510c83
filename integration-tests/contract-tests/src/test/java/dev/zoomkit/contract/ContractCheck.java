package dev.zoomkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zoomkit.contract.Finding.Rule;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds exchanges against the description, both directions. */
final class ContractCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BundledDescription description;
  private final SchemaWalk walk;

  ContractCheck(BundledDescription description) {
    this.description = description;
    this.walk = new SchemaWalk(description);
  }

  /** Everything in which the exchange departs from the description; empty when it keeps to it. */
  List<Finding> check(Exchange exchange) {
    Optional<Operation> operation = description.find(exchange.method(), exchange.path());
    if (operation.isEmpty()) {
      return List.of(
          new Finding(Rule.UNKNOWN_PATH, exchange.toString(), "no operation has this path"));
    }
    List<Finding> findings = new ArrayList<>();
    checkParameters(operation.get(), exchange, findings);
    checkRequestBody(operation.get(), exchange, findings);
    checkResponse(operation.get(), exchange, findings);
    return findings;
  }

  private void checkParameters(Operation operation, Exchange exchange, List<Finding> findings) {
    Map<String, String> path = BundledDescription.pathValues(operation, exchange.path());
    Map<String, String> query = queryValues(exchange.query());
    for (JsonNode parameter : description.parameters(operation)) {
      String name = parameter.get("name").textValue();
      boolean inPath = parameter.get("in").textValue().equals("path");
      String value = inPath ? path.get(name) : query.remove(name);
      Rule rule = inPath ? Rule.PATH_PARAMETER : Rule.QUERY_PARAMETER;
      if (value == null) {
        if (!inPath && parameter.path("required").booleanValue()) {
          findings.add(new Finding(rule, operation.id(), name + " is required"));
        }
        continue;
      }
      JsonNode schema = parameter.get("schema");
      for (String fault : description.faults(schema, typed(schema, value))) {
        findings.add(new Finding(rule, operation.id(), name + "=" + value + " " + fault));
      }
    }
    query.forEach(
        (name, value) ->
            findings.add(
                new Finding(Rule.QUERY_PARAMETER, operation.id(), name + " is not described")));
  }

  private void checkRequestBody(Operation operation, Exchange exchange, List<Finding> findings) {
    JsonNode body = description.resolve(operation.node().path("requestBody"));
    if (body.isMissingNode()) {
      if (exchange.request().length > 0) {
        findings.add(new Finding(Rule.REQUEST_BODY, operation.id(), "takes no body"));
      }
      return;
    }
    String type = mediaType(exchange.requestType());
    JsonNode content = body.path("content").path(type);
    if (content.isMissingNode()) {
      findings.add(
          new Finding(
              Rule.REQUEST_TYPE, operation.id(), exchange.requestType() + " is not described"));
    } else if (type.equals("application/json")) {
      checkJson(
          content.get("schema"),
          exchange.request(),
          operation.id(),
          Rule.REQUEST_BODY,
          Rule.UNDESCRIBED_REQUEST_FIELD,
          findings);
    }
  }

  private void checkResponse(Operation operation, Exchange exchange, List<Finding> findings) {
    String where = operation.id() + " " + exchange.status();
    JsonNode response = operation.node().path("responses").path("" + exchange.status());
    if (response.isMissingNode()) {
      findings.add(
          new Finding(Rule.UNDOCUMENTED_STATUS, where, "documented: " + operation.statuses()));
      return;
    }
    JsonNode content = description.resolve(response).path("content");
    if (content.isMissingNode()) {
      if (exchange.response().length > 0) {
        Rule rule = exchange.status() == 204 ? Rule.BODY_ON_204 : Rule.RESPONSE_BODY;
        findings.add(new Finding(rule, where, exchange.response().length + " bytes"));
      }
      return;
    }
    String type = mediaType(exchange.responseType());
    JsonNode media = content.path(type);
    if (media.isMissingNode()) {
      findings.add(
          new Finding(Rule.RESPONSE_TYPE, where, exchange.responseType() + " is not described"));
    } else if (type.equals("application/json")) {
      checkJson(
          media.get("schema"),
          exchange.response(),
          where,
          Rule.RESPONSE_BODY,
          Rule.UNDESCRIBED_RESPONSE_FIELD,
          findings);
    }
  }

  private void checkJson(
      JsonNode schema,
      byte[] bytes,
      String where,
      Rule invalid,
      Rule undescribed,
      List<Finding> findings) {
    JsonNode value;
    try {
      value = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      findings.add(new Finding(invalid, where, "not JSON: " + e.getOriginalMessage()));
      return;
    } catch (IOException e) {
      throw new AssertionError("reading from memory", e);
    }
    for (String fault : description.faults(schema, value)) {
      findings.add(new Finding(invalid, where, fault));
    }
    walk.along(
        schema,
        value,
        new SchemaWalk.Visitor() {
          @Override
          public void undescribed(String place, JsonNode value) {
            findings.add(new Finding(undescribed, where, place));
          }
        });
  }

  /** The value of a parameter as the JSON that its schema speaks of. */
  private JsonNode typed(JsonNode schema, String value) {
    String type = description.type(schema);
    if (type.equals("array")) {
      ArrayNode items = JSON.createArrayNode();
      for (String item : value.split(",", -1)) {
        items.add(typed(description.items(schema), item));
      }
      return items;
    }
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (type) {
      case "integer" ->
          value.matches("-?\\d{1,18}")
              ? nodes.numberNode(Long.parseLong(value))
              : nodes.textNode(value);
      case "boolean" ->
          value.matches("true|false")
              ? nodes.booleanNode(Boolean.parseBoolean(value))
              : nodes.textNode(value);
      default -> nodes.textNode(value);
    };
  }

  static Map<String, String> queryValues(@Nullable String encodedQuery) {
    Map<String, String> values = new LinkedHashMap<>();
    if (encodedQuery != null) {
      for (String pair : encodedQuery.split("&")) {
        String[] parts = pair.split("=", 2);
        values.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
      }
    }
    return values;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  static String mediaType(@Nullable String contentType) {
    return contentType == null ? "" : contentType.split(";")[0].trim();
  }
}
