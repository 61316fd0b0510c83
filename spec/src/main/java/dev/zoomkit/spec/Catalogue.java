package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.JavaNames;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of all operations for those who choose among them: what each is called in Java and on
 * the wire, what it takes and returns, and what a call has to reckon with. References are followed,
 * so that an entry stands for itself. The same bundle gives the same bytes.
 */
final class Catalogue {
  private final DescribedOperation operation;
  private final ObjectNode entry = Json.object();

  private Catalogue(DescribedOperation operation) {
    this.operation = operation;
  }

  /**
   * The operations of a bundle, in its order.
   *
   * @throws IllegalArgumentException if the bundle refers to what it does not have
   */
  static ObjectNode of(ObjectNode document) {
    ApiDescription description = new ApiDescription(document);
    ObjectNode catalogue = Json.object();
    catalogue.set("title", document.at("/info/title"));
    catalogue.set("version", document.at("/info/version"));
    ArrayNode operations = catalogue.putArray("operations");
    description.operations().forEach(each -> operations.add(new Catalogue(each).entry()));
    return catalogue;
  }

  private ObjectNode entry() {
    String tag = operation.category();
    entry.put("id", operation.id());
    entry.put("category", tag);
    entry.put("summary", operation.summary());
    entry.put("deprecated", operation.deprecated());
    ObjectNode java = entry.putObject("java");
    java.put("interface", JavaNames.API_PACKAGE + "." + JavaNames.apiOfTag(tag));
    java.put("facade", JavaNames.FACADE_PACKAGE + "." + JavaNames.typeOfTag(tag));
    java.put("accessor", JavaNames.accessorOfTag(tag));
    java.put("method", operation.id());
    entry.put("method", operation.method());
    entry.put("path", operation.path());
    entry.put("ownPath", operation.ownPath());
    arguments();
    entry.set("request", request());
    entry.set("response", response());
    copy("effect", "x-zoom-effect");
    copy("notifies", "x-zoom-notifies");
    copy("scopes", "x-zoom-scopes");
    copy("rateLabel", "x-zoom-rate-limit");
    copy("limits", "x-zoom-limits");
    copy("alone", "x-zoom-alone");
    copy("paging", "x-zoom-paging");
    copy("dateWindow", "x-zoom-date-window");
    errors();
    return entry;
  }

  private void copy(String name, String key) {
    if (!operation.key(key).isMissingNode()) {
      entry.set(name, operation.key(key));
    }
  }

  /** In the order of the generated method: the path, what is required, the body, the rest. */
  private void arguments() {
    List<ObjectNode> arguments = new ArrayList<>();
    List<ObjectNode> optional = new ArrayList<>();
    for (String part : operation.path().split("/")) {
      if (part.startsWith("{")) {
        String name = part.substring(1, part.length() - 1);
        arguments.add(argument(operation.pathParameter(name)));
      }
    }
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery()) {
        (parameter.required() ? arguments : optional).add(argument(parameter));
      }
    }
    Content request = operation.request();
    if (request != null && request.isMultipart()) {
      parts(request.schema(), arguments, optional);
    } else if (request != null) {
      arguments.add(argument("request", "", "body", true, request.schema()));
    }
    entry.putArray("arguments").addAll(arguments).addAll(optional);
  }

  private static void parts(MergedSchema body, List<ObjectNode> required, List<ObjectNode> rest) {
    for (boolean file : new boolean[] {true, false}) {
      for (String name : body.names()) {
        MergedSchema part = body.property(name);
        if (file == "binary".equals(part.format())) {
          boolean needed = file || body.required().contains(name);
          (needed ? required : rest)
              .add(argument(JavaNames.value(name), name, "part", needed, part));
        }
      }
    }
  }

  private static ObjectNode argument(Parameter parameter) {
    ObjectNode argument =
        argument(
            parameter.javaName(),
            parameter.name(),
            parameter.in(),
            parameter.inPath() || parameter.required(),
            parameter.schema());
    if (parameter.acceptsMe()) {
      argument.put("acceptsMe", true);
    }
    return argument;
  }

  private static ObjectNode argument(
      String javaName, String name, String in, boolean required, MergedSchema schema) {
    ObjectNode argument = Json.object();
    argument.put("java", javaName);
    if (!name.isEmpty()) {
      argument.put("name", name);
    }
    argument.put("in", in);
    argument.put("required", required);
    argument.setAll(type(schema));
    Json.setIfKnown(argument, "default", schema.defaultValue());
    schema.bounds().forEach(argument::set);
    return argument;
  }

  /** What the description says of a type, and the class where there is one. */
  private static ObjectNode type(MergedSchema schema) {
    ObjectNode type = Json.object();
    type.put("type", schema.isObject() ? "object" : schema.type());
    if (schema.format() != null) {
      type.put("format", schema.format());
    }
    if (!schema.values().isEmpty()) {
      schema.values().forEach(type.putArray("values")::add);
    }
    MergedSchema items = schema.items();
    if (items != null) {
      type.set("items", type(items));
    } else if (schema.name() != null && (schema.isObject() || !schema.values().isEmpty())) {
      type.put("model", JavaNames.MODEL_PACKAGE + "." + schema.name());
    }
    return type;
  }

  private JsonNode request() {
    Content content = operation.request();
    return content == null ? Json.object().nullNode() : body(content);
  }

  private JsonNode response() {
    ObjectNode response = Json.object();
    response.put("status", operation.success());
    Content content = operation.response();
    if (operation.binaryResponse() != null) {
      response.put("mediaType", operation.binaryResponse());
    } else if (content != null) {
      response.setAll(body(content));
    }
    return response;
  }

  private static ObjectNode body(Content content) {
    ObjectNode body = Json.object();
    body.put("mediaType", content.mediaType());
    return content.isMultipart() ? body : body.setAll(type(content.schema()));
  }

  private void errors() {
    ArrayNode errors = entry.putArray("errors");
    for (DescribedOperation.DocumentedError known : operation.errors()) {
      ObjectNode error = errors.addObject();
      error.put("status", known.status());
      if (known.code() != null) {
        error.put("code", known.code());
      }
      error.put("meaning", known.meaning());
    }
  }
}
