package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes requests of the description's examples, and puts other values into them. */
final class RawRequests {

  private final BundledDescription description;
  private final SampleValues samples;
  final NamedValues named;

  RawRequests(BundledDescription description) {
    this.description = description;
    this.samples = new SampleValues(description);
    this.named = new NamedValues(description);
  }

  /** With what the operation needs, for the account that its example names. */
  RawRequest needed(Operation operation) {
    return of(operation, false);
  }

  /** With all that it takes but the token of a later page, which an earlier page has to give. */
  RawRequest everything(Operation operation) {
    return of(operation, true);
  }

  /** The same for the caller's own account, by its own path or by {@code me}. */
  RawRequest forOwnAccount(RawRequest request) {
    Operation operation = request.operation();
    if (operation.onOwnAccount()) {
      return new RawRequest(operation, true, request.path(), request.query(), request.body());
    }
    return request.path().containsKey("accountId")
        ? request.withPath("accountId", Sandbox.OWN_ACCOUNT)
        : request;
  }

  private RawRequest of(Operation operation, boolean optionalToo) {
    Map<String, String> path = new LinkedHashMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    for (JsonNode parameter : description.parameters(operation)) {
      String name = parameter.get("name").textValue();
      boolean needed = parameter.path("required").booleanValue();
      String value = text(usual(parameter));
      if (parameter.get("in").textValue().equals("path")) {
        path.put(name, value);
      } else if (needed || optionalToo && !name.equals("next_page_token")) {
        query.put(name, value);
      }
    }
    return new RawRequest(operation, false, path, query, body(operation, optionalToo));
  }

  /** The example of a body, else a value that fits; those of overlays need no examples. */
  private JsonNode body(Operation operation, boolean optionalToo) {
    JsonNode example = description.requestExample(operation);
    JsonNode schema = description.requestSchema(operation);
    if (!example.isMissingNode() || schema.isMissingNode()) {
      return example;
    }
    return optionalToo ? samples.whole(schema) : samples.of(schema);
  }

  /**
   * A parameter's example, else what examples elsewhere have by its name, else the smallest value
   * that fits, of a list one with an item.
   */
  JsonNode usual(JsonNode parameter) {
    JsonNode schema = parameter.get("schema");
    JsonNode value = samples.of(schema);
    return parameter.has("example")
        ? parameter.get("example")
        : named
            .of(parameter.get("name").textValue(), schema)
            .findFirst()
            .orElseGet(
                () ->
                    value.isArray() && value.isEmpty()
                        ? samples.list(schema, samples.of(description.items(schema)), 1)
                        : value);
  }

  /** A value as a parameter writes it: a list with commas. */
  static String text(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
        : value.isContainerNode() ? value.toString() : value.asText();
  }

  /**
   * The body with another value at a place; what the place is in is made where it is not there.
   *
   * @param value missing for a body without the place
   */
  JsonNode put(JsonNode schema, JsonNode body, String place, JsonNode value) {
    return put(
        schema, body, place.isEmpty() ? List.of() : List.of(place.substring(1).split("/")), value);
  }

  private JsonNode put(JsonNode schema, JsonNode at, List<String> path, JsonNode value) {
    if (path.isEmpty()) {
      return value;
    }
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (name.equals("*")) {
      ArrayNode list = at.isArray() ? at.deepCopy() : JsonNodeFactory.instance.arrayNode();
      JsonNode item = put(description.items(schema), list.path(0), rest, value);
      while (list.isEmpty() || list.size() < samples.number(schema, "minItems", 0)) {
        list.add(item);
      }
      list.set(0, item);
      return list;
    }
    ObjectNode object = at.isObject() ? at.deepCopy() : samples.object(schema);
    JsonNode inner = put(description.properties(schema).get(name), object.path(name), rest, value);
    if (inner.isMissingNode()) {
      object.remove(name);
    } else {
      object.set(name, inner);
    }
    return object;
  }

  /** What a body has at a place, of a list the first item; missing where there is nothing. */
  static JsonNode at(JsonNode body, String place) {
    JsonNode found = body.at(place.replace("*", "0"));
    return found.isNull() ? MissingNode.getInstance() : found;
  }
}
