package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The constraining keywords of what operations take, with requests on both sides of each. */
final class Boundaries {

  private final BundledDescription description;
  private final RawRequests requests;
  private final SampleValues samples;
  private final BoundaryValues values;
  private final NamedValues named;
  private final SchemaWalk walk;

  Boundaries(BundledDescription description, RawRequests requests) {
    this.description = description;
    this.requests = requests;
    this.samples = new SampleValues(description);
    this.values = new BoundaryValues(description);
    this.named = requests.named;
    this.walk = new SchemaWalk(description);
  }

  List<Boundary> of(Operation operation) {
    List<Boundary> found = new ArrayList<>();
    for (JsonNode parameter : description.parameters(operation)) {
      new Site(
              operation,
              parameter.get("name").textValue(),
              (request, value) -> set(request, parameter, value))
          .parameter(parameter, found);
    }
    JsonNode schema = description.requestSchema(operation);
    walk.places(schema)
        .forEach(
            (place, inner) ->
                new Site(
                        operation,
                        place,
                        (request, value) ->
                            request.withBody(requests.put(schema, request.body(), place, value)))
                    .body(inner, found));
    return found;
  }

  private static RawRequest set(RawRequest request, JsonNode parameter, JsonNode value) {
    String name = parameter.get("name").textValue();
    if (parameter.get("in").textValue().equals("path")) {
      return request.withPath(name, RawRequests.text(value));
    }
    return value.isMissingNode()
        ? request.withoutQuery(name)
        : request.withQuery(name, RawRequests.text(value));
  }

  /** A place of a request at which a value can stand. */
  private final class Site {

    private final RawRequest needed;
    private final RawRequest everything;
    private final String place;
    private final BiFunction<RawRequest, JsonNode, RawRequest> setter;

    Site(Operation operation, String place, BiFunction<RawRequest, JsonNode, RawRequest> setter) {
      this.needed = requests.needed(operation);
      this.everything = requests.everything(operation);
      this.place = place;
      this.setter = setter;
    }

    /** Whatever stands in a path or query is a text, and a list of texts. */
    void parameter(JsonNode parameter, List<Boundary> found) {
      JsonNode schema = parameter.get("schema");
      JsonNode usual = requests.usual(parameter);
      values
          .of(schema, usual)
          .forEach(
              (keyword, sides) -> {
                boolean free = List.of("string", "array").contains(description.type(schema));
                if (!keyword.equals("type") || !free) {
                  found.add(boundary(keyword, sides));
                }
              });
      JsonNode items = description.items(schema);
      if (items != null) {
        values
            .of(items, usual.isArray() ? usual.path(0) : usual)
            .forEach(
                (keyword, sides) -> {
                  if (!keyword.equals("type") || !description.type(items).equals("string")) {
                    found.add(boundary("items " + keyword, sides));
                  }
                });
      }
      if (parameter.get("in").textValue().equals("query")
          && parameter.path("required").booleanValue()) {
        found.add(boundary("required", KeywordSides.of(usual, MissingNode.getInstance())));
      }
    }

    void body(JsonNode schema, List<Boundary> found) {
      List<JsonNode> usual = usual(schema);
      values
          .of(schema, usual.get(0))
          .forEach((keyword, sides) -> found.add(boundary(keyword, sides, usual)));
      for (String name : samples.required(schema)) {
        JsonNode whole = RawRequests.at(needed.body(), place);
        JsonNode with = whole.isMissingNode() ? samples.object(schema) : whole;
        JsonNode without = requests.put(schema, with, "/" + name, MissingNode.getInstance());
        KeywordSides sides = KeywordSides.of(with, without);
        found.add(boundary("/" + name, "required", sides, List.of()));
      }
    }

    /** What the example has here, what examples elsewhere have by this name, or what fits. */
    private List<JsonNode> usual(JsonNode schema) {
      String name = place.substring(place.lastIndexOf('/') + 1);
      return Stream.of(
              Stream.of(RawRequests.at(needed.body(), place)),
              named.of(name, schema).limit(3),
              Stream.of(samples.of(schema)))
          .flatMap(each -> each)
          .filter(value -> !value.isMissingNode())
          .toList();
    }

    private Boundary boundary(String keyword, KeywordSides sides) {
      return boundary("", keyword, sides, List.of());
    }

    /** What only says of which kind a value is, any usual value meets. */
    private Boundary boundary(String keyword, KeywordSides sides, List<JsonNode> usual) {
      boolean ofKind = List.of("type", "format", "pattern").contains(keyword);
      return boundary("", keyword, sides, ofKind ? usual : List.of());
    }

    private Boundary boundary(
        String inner, String keyword, KeywordSides sides, List<JsonNode> alternatives) {
      List<RawRequest> good = new ArrayList<>();
      for (RawRequest around : sides.each() ? List.of(needed) : List.of(needed, everything)) {
        Stream.concat(sides.good().stream(), alternatives.stream())
            .map(value -> setter.apply(around, value))
            .forEach(good::add);
      }
      return new Boundary(
          needed.operation(),
          place + inner,
          keyword,
          sides.each(),
          good.stream().distinct().toList(),
          sides.bad().stream().map(value -> setter.apply(needed, value)).toList());
    }
  }
}
