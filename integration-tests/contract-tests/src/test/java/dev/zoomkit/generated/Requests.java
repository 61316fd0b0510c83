package dev.zoomkit.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.BundledDescription;
import dev.zoomkit.contract.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Generates requests for an operation: the usual one, and what departs from it. */
final class Requests {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String JSON = "application/json";

  private final BundledDescription description;
  private final Values values;

  Requests(BundledDescription description) {
    this.description = description;
    this.values = new Values(description);
  }

  GeneratedRequest next(Operation operation, Random random) {
    GeneratedRequest request = usual(operation, random);
    for (int left = random.nextInt(4); left > 0; left = left / 2) {
      request = departed(request, random);
    }
    return random.nextInt(10) == 0 && request.body().length > 0 ? request.inChunks() : request;
  }

  /** The request of the description's examples, for the account that they are about. */
  GeneratedRequest example(Operation operation) {
    Map<String, String> path = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : parameters(operation)) {
      String name = parameter.get("name").textValue();
      String value = encoded(parameter.path("example").asText());
      if (!isQuery(parameter)) {
        path.put(name, value);
      } else if (parameter.path("required").asBoolean()) {
        query.add(name + "=" + value);
      }
    }
    boolean json = !description.requestSchema(operation).isMissingNode();
    GeneratedRequest request =
        new GeneratedRequest(
            operation,
            operation.masterPath(),
            path,
            String.join("&", query),
            json ? JSON : null,
            json ? text(description.requestExample(operation)) : new byte[0],
            false);
    return uploads(operation) ? withFile(request, "sky") : request;
  }

  static boolean uploads(Operation operation) {
    return operation.node().at("/requestBody/content").has("multipart/form-data");
  }

  /** The request with a file of a content, which is no real picture. */
  GeneratedRequest withFile(GeneratedRequest request, String content) {
    var file = description.file(request.operation());
    String type = file.getValue().at("/x-zoom-file/types/0").asText("image/png");
    String form =
        """
        --x\r
        Content-Disposition: form-data; name="%s"; filename="sky.png"\r
        Content-Type: %s\r
        \r
        %s\r
        --x--\r
        """;
    return request
        .withType("multipart/form-data; boundary=x")
        .withBody(form.formatted(file.getKey(), type, content).getBytes(StandardCharsets.US_ASCII));
  }

  private GeneratedRequest usual(Operation operation, Random random) {
    boolean own = operation.onOwnAccount() && random.nextBoolean();
    String template =
        own ? operation.node().get("x-zoom-own-path").textValue() : operation.masterPath();
    Map<String, String> path = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : parameters(operation)) {
      String name = parameter.get("name").textValue();
      String example = parameter.path("example").asText();
      if (template.contains("{" + name + "}")) {
        boolean me = name.equals("accountId") && random.nextBoolean();
        path.put(name, me ? "me" : encoded(example));
      } else if (isQuery(parameter)
          && (parameter.path("required").asBoolean() || random.nextInt(6) == 0)) {
        query.add(name + "=" + encoded(example));
      }
    }
    JsonNode schema = description.requestSchema(operation);
    boolean json = !schema.isMissingNode();
    byte[] body = json ? text(body(operation, schema, random)) : new byte[0];
    return new GeneratedRequest(
        operation, template, path, String.join("&", query), json ? JSON : null, body, false);
  }

  private JsonNode body(Operation operation, JsonNode schema, Random random) {
    return random.nextInt(3) == 0
        ? values.usual(schema, random, 0)
        : description.requestExample(operation).deepCopy();
  }

  private GeneratedRequest departed(GeneratedRequest request, Random random) {
    boolean hasBody = request.body().length > 0;
    return switch (random.nextInt(hasBody ? 12 : 5)) {
      case 0, 1 -> otherQuery(request, random);
      case 2 -> request.withMoreQuery(Values.one(Oddities.QUERIES, random));
      case 3 -> otherPath(request, random);
      case 4 -> otherBodyOrNone(request, random);
      case 5 -> request.withType(Values.one(Oddities.TYPES, random));
      case 6 -> request.withBody(mangled(request.body(), random));
      default -> otherValue(request, random);
    };
  }

  private GeneratedRequest otherQuery(GeneratedRequest request, Random random) {
    List<JsonNode> known =
        parameters(request.operation()).stream().filter(Requests::isQuery).toList();
    if (known.isEmpty() || random.nextInt(8) == 0) {
      return request.withQuery("");
    }
    JsonNode parameter = Values.one(known, random);
    String name = parameter.get("name").textValue();
    String pair = name + "=" + encoded(values.edgyText(parameter.get("schema"), random));
    List<String> others =
        Arrays.stream(request.query().split("&"))
            .filter(other -> !other.isEmpty() && !other.startsWith(name + "="))
            .toList();
    boolean repeated = random.nextInt(6) == 0;
    GeneratedRequest other = repeated ? request : request.withQuery(String.join("&", others));
    return other.withMoreQuery(pair);
  }

  private GeneratedRequest otherPath(GeneratedRequest request, Random random) {
    if (request.path().isEmpty()) {
      return request;
    }
    String name = Values.one(List.copyOf(request.path().keySet()), random);
    JsonNode parameter = description.parameter(request.operation(), name);
    String value =
        random.nextInt(3) == 0
            ? Values.one(Oddities.SEGMENTS, random)
            : encoded(values.edgyText(parameter.get("schema"), random)).replace("+", "%20");
    return value.isEmpty() ? request : request.withPath(name, value);
  }

  private static GeneratedRequest otherBodyOrNone(GeneratedRequest request, Random random) {
    List<String> bodies =
        List.of("", " ", "{}", "[]", "null", "\"x\"", "1", "{", "{} {}", "\u0000");
    byte[] body = Values.one(bodies, random).getBytes(StandardCharsets.UTF_8);
    return request.withType(JSON).withBody(body);
  }

  /** The same text in other bytes, or bytes that are no text. */
  private static byte[] mangled(byte[] body, Random random) {
    String text = new String(body, StandardCharsets.UTF_8);
    int at = random.nextInt(body.length);
    return switch (random.nextInt(8)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case 3 -> Arrays.copyOf(body, at);
      case 4 -> joined(body, at, new byte[] {(byte) 0xff});
      case 5 -> joined(body, at, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
      case 6 -> joined(body, at, new byte[] {0});
      default -> text.replaceFirst("\\{", "{\"a\":1,\"a\":2,").getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] joined(byte[] body, int at, byte[] inserted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(body, 0, at);
    bytes.writeBytes(inserted);
    bytes.write(body, at, body.length - at);
    return bytes.toByteArray();
  }

  private GeneratedRequest otherValue(GeneratedRequest request, Random random) {
    try {
      JsonNode tree = MAPPER.readTree(request.body());
      if (tree instanceof ObjectNode object) {
        change(description.requestSchema(request.operation()), object, random);
        return request.withBody(text(object));
      }
      return request;
    } catch (IOException mangledBefore) {
      return request;
    }
  }

  /** Changes, adds or removes a field of an object, or of one within it. */
  private void change(JsonNode schema, ObjectNode object, Random random) {
    Map<String, JsonNode> properties = description.properties(schema);
    if (properties.isEmpty() || random.nextInt(15) == 0) {
      object.set(Values.one(Oddities.TEXTS, random), values.edgy(schema, random));
      return;
    }
    String name = Values.one(List.copyOf(properties.keySet()), random);
    JsonNode property = properties.get(name);
    if (random.nextInt(12) == 0) {
      removeOne(object, random);
    } else if (random.nextInt(3) > 0 && !description.properties(property).isEmpty()) {
      ObjectNode inner =
          object.get(name) instanceof ObjectNode present
              ? present
              : values.usual(property, random, 2) instanceof ObjectNode made
                  ? made
                  : JsonNodeFactory.instance.objectNode();
      object.set(name, inner);
      change(property, inner, random);
    } else if (random.nextInt(3) > 0 && description.type(property).equals("array")) {
      object.set(name, changedArray(property, object.get(name), random));
    } else {
      object.set(name, values.edgy(property, random));
    }
  }

  private ArrayNode changedArray(JsonNode schema, @Nullable JsonNode present, Random random) {
    ArrayNode array =
        present instanceof ArrayNode some ? some : JsonNodeFactory.instance.arrayNode();
    JsonNode items = description.items(schema);
    if (array.isEmpty()) {
      array.add(values.usual(items, random, 2));
    }
    int at = random.nextInt(array.size());
    if (items != null && array.get(at) instanceof ObjectNode row) {
      change(items, row, random);
    } else {
      array.set(at, items == null ? array.get(at) : values.edgy(items, random));
    }
    return array;
  }

  private static void removeOne(ObjectNode object, Random random) {
    Iterator<String> names = object.fieldNames();
    for (int skip = random.nextInt(object.size() + 1); names.hasNext(); skip--) {
      names.next();
      if (skip == 0) {
        names.remove();
        return;
      }
    }
  }

  private List<JsonNode> parameters(Operation operation) {
    List<JsonNode> parameters = new ArrayList<>();
    operation.node().path("parameters").forEach(one -> parameters.add(description.resolve(one)));
    return parameters;
  }

  private static boolean isQuery(JsonNode parameter) {
    return parameter.get("in").asText().equals("query");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] text(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
