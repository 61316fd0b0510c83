package dev.zoomkit.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.contract.BundledDescription;
import dev.zoomkit.contract.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The example of an operation's request, and what differs from it in one value. */
final class Variants {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What no request's example has, and errors speak of. */
  private static final List<String> ADDITIONS =
      List.of(
          "{\"is_simulive\": true, \"type\": 6}",
          "{\"transfer_code\": \"TC-4471\"}",
          "{\"vanity_name\": \"jill.of.hamburg\"}",
          "{\"tag\": \"%s\"}".formatted("north-".repeat(20)),
          "{\"room_id\": \"nowhere\"}",
          "{\"feature\": {\"large_meeting\": true}}");

  private static final List<String> POOR_PASSWORDS =
      List.of(
          "aaaaaaaa",
          "Aabcd771",
          "19283746",
          "QwIrTzUo",
          "q7i2t9u4",
          "Welcome-7i2t9u4",
          "Fern92Lantern");

  private static final List<String> UNKNOWN = List.of("nobody@acme.example", "9", "98520143677");

  private final Requests requests;
  private final BundledDescription description;

  Variants(Requests requests, BundledDescription description) {
    this.requests = requests;
    this.description = description;
  }

  /** The example with what it lacks, with other passwords, and, last, as it is. */
  List<GeneratedRequest> of(Operation operation) {
    GeneratedRequest example = requests.example(operation);
    List<GeneratedRequest> all = new ArrayList<>();
    for (JsonNode one : operation.node().path("parameters")) {
      JsonNode parameter = description.resolve(one);
      JsonNode values = description.keyword(parameter.path("schema"), "enum");
      if (values != null) {
        values.forEach(value -> all.add(withQuery(example, parameter, value.asText())));
      }
    }
    JsonNode schema = description.requestSchema(operation);
    if (schema.isMissingNode() || !(read(example.body()) instanceof ObjectNode body)) {
      all.add(example);
      return all;
    }
    for (String addition : ADDITIONS) {
      JsonNode added = read(addition.getBytes(StandardCharsets.UTF_8));
      boolean known =
          added.properties().stream()
              .allMatch(field -> description.properties(schema).containsKey(field.getKey()));
      if (known) {
        all.add(example.withBody(bytes(body.deepCopy().setAll((ObjectNode) added))));
      }
    }
    if (body.has("password")) {
      POOR_PASSWORDS.forEach(
          poor -> all.add(example.withBody(bytes(body.deepCopy().put("password", poor)))));
    }
    all.add(example);
    return all;
  }

  private static GeneratedRequest withQuery(
      GeneratedRequest request, JsonNode parameter, String value) {
    if (!parameter.path("in").asText().equals("query")) {
      return request;
    }
    String name = parameter.path("name").asText();
    String others = request.query().replaceAll("(^|&)" + name + "=[^&]*", "");
    return request.withQuery(others).withMoreQuery(name + "=" + value);
  }

  /** The example with unknown values, one in the path, the query or the body. */
  List<GeneratedRequest> unknown(Operation operation) {
    GeneratedRequest example = requests.example(operation);
    List<GeneratedRequest> all = new ArrayList<>();
    for (String value : UNKNOWN) {
      example.path().keySet().forEach(name -> all.add(example.withPath(name, value)));
      for (JsonNode parameter : operation.node().path("parameters")) {
        all.add(withQuery(example, description.resolve(parameter), value));
      }
    }
    all.addAll(withTexts(example, UNKNOWN));
    all.addAll(lacking(example));
    return all;
  }

  /** The example without each of the fields of its body. */
  private static List<GeneratedRequest> lacking(GeneratedRequest example) {
    List<GeneratedRequest> all = new ArrayList<>();
    if (read(example.body()) instanceof ObjectNode body) {
      List<String> names = new ArrayList<>();
      body.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        ObjectNode lacking = body.deepCopy();
        lacking.remove(name);
        all.add(example.withBody(bytes(lacking)));
      }
    }
    return all;
  }

  /** A request with other values in the place of each text of its body. */
  List<GeneratedRequest> withTexts(GeneratedRequest request, List<String> values) {
    List<GeneratedRequest> all = new ArrayList<>();
    JsonNode body = read(request.body());
    for (String value : values) {
      for (int at = 0, count = texts(body.deepCopy(), -1, TextNode.valueOf(value));
          at < count;
          at++) {
        JsonNode changed = body.deepCopy();
        texts(changed, at, TextNode.valueOf(value));
        all.add(request.withBody(bytes(changed)));
      }
    }
    return all;
  }

  /** Counts the texts of a tree, and puts another value into the place of one of them. */
  private static int texts(JsonNode tree, int at, JsonNode value) {
    int count = 0;
    List<String> names = new ArrayList<>();
    tree.fieldNames().forEachRemaining(names::add);
    for (int i = 0; i < tree.size(); i++) {
      JsonNode inner = names.isEmpty() ? tree.get(i) : tree.get(names.get(i));
      if (inner.isTextual() && at == count++) {
        if (tree instanceof ArrayNode array) {
          array.set(i, value);
        } else {
          ((ObjectNode) tree).set(names.get(i), value);
        }
      } else if (inner.isContainerNode()) {
        count += texts(inner, at - count, value);
      }
    }
    return count;
  }

  /** A request that says of a thing what the example of its creation says of another. */
  GeneratedRequest like(Operation creating, GeneratedRequest request) {
    JsonNode other = read(requests.example(creating).body());
    if (read(request.body()) instanceof ObjectNode body) {
      description.properties(description.requestSchema(request.operation())).keySet().stream()
          .filter(other::has)
          .forEach(name -> body.set(name, other.get(name)));
      return request.withBody(bytes(body));
    }
    return request;
  }

  /** What bytes say as JSON; an empty object where they say nothing. */
  static JsonNode read(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      return tree == null || tree.isMissingNode() ? JsonNodeFactory.instance.objectNode() : tree;
    } catch (IOException none) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  static byte[] bytes(JsonNode tree) {
    return tree.toString().getBytes(StandardCharsets.UTF_8);
  }
}
