package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares the parameters of an operation. */
final class ParameterComparison {
  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]*)}");

  private static final Set<String> TOLD =
      Set.of(
          "name",
          "in",
          "required",
          "style",
          "explode",
          "deprecated",
          "x-zoom-param",
          "x-zoom-accepts-me",
          "description",
          "example",
          "schema");

  private final ApiDescription base;
  private final ApiDescription now;
  private final Changes changes;
  private final SchemaComparison schemas;

  ParameterComparison(
      ApiDescription base, ApiDescription now, Changes changes, SchemaComparison schemas) {
    this.base = base;
    this.now = now;
    this.changes = changes;
    this.schemas = schemas;
  }

  void compare(Place place, DescribedOperation was, DescribedOperation is) {
    Map<String, Found> had = parameters(base, was);
    Map<String, Found> has = parameters(now, is);
    Lists.compare(
        had.keySet(),
        has.keySet(),
        name -> existence(place, "removed", had.get(name)),
        name -> existence(place, "added", has.get(name)));
    List<String> common = new ArrayList<>(has.keySet());
    common.retainAll(had.keySet());
    for (boolean required : new boolean[] {true, false}) {
      List<String> order = inJava(common, has, required);
      List<String> earlier = inJava(new ArrayList<>(had.keySet()), has, required);
      earlier.retainAll(order);
      if (!order.equals(earlier)) {
        Map<String, String> after = Map.of("after", String.join(", ", names(order, has)));
        changes.add("parameters-reordered", place, after);
      }
    }
    common.forEach(name -> parameter(place, had.get(name), has.get(name)));
  }

  /** The arguments of a method have the required ones first, whatever the order here. */
  private static List<String> inJava(
      List<String> keys, Map<String, Found> parameters, boolean required) {
    List<String> order = new ArrayList<>(keys);
    order.removeIf(
        key ->
            !parameters.containsKey(key)
                || parameters.get(key).node().path("required").asBoolean() != required);
    return order;
  }

  private static List<String> names(List<String> keys, Map<String, Found> parameters) {
    return keys.stream().map(key -> name(parameters.get(key))).toList();
  }

  /** By where they stand and their names; those of the path by their position. */
  private static Map<String, Found> parameters(
      ApiDescription description, DescribedOperation operation) {
    List<String> path =
        IN_PATH.matcher(operation.path()).results().map((MatchResult it) -> it.group(1)).toList();
    Map<String, Found> parameters = new LinkedHashMap<>();
    for (Found parameter : description.parameters(operation.at())) {
      String in = parameter.node().path("in").asText();
      boolean inPath = in.equals("path");
      String key = inPath ? "path " + path.indexOf(name(parameter)) : in + " " + name(parameter);
      parameters.put(key, parameter);
    }
    return parameters;
  }

  private static String name(Found parameter) {
    return parameter.node().path("name").asText();
  }

  private void existence(Place place, String what, Found parameter) {
    boolean required = parameter.node().path("required").asBoolean();
    String rule = (required ? "required-" : "optional-") + "parameter-" + what;
    Place at = what.equals("added") ? at(place, parameter) : place;
    changes.add(rule, at, Map.of("name", kind(parameter) + " `" + name(parameter) + "`"));
  }

  private static Place at(Place place, Found parameter) {
    return new Place(
        place.category(), place.subject(), place.what(), place.key(), parameter.pointer());
  }

  private static String kind(Found parameter) {
    return parameter.node().path("in").asText() + " parameter";
  }

  private void parameter(Place operation, Found one, Found other) {
    JsonNode before = one.node();
    JsonNode after = other.node();
    Place place = operation.of(name(other), other.pointer());
    if (!name(one).equals(name(other))) {
      changes.valued(
          "path-parameter-renamed", at(operation, other), before.path("name"), after.path("name"));
    }
    boolean required = after.path("required").asBoolean();
    if (required != before.path("required").asBoolean()) {
      changes.add(
          required ? "parameter-became-required" : "parameter-became-optional",
          at(operation, other),
          Map.of("name", kind(other) + " `" + name(other) + "`"));
    }
    if (!style(before).equals(style(after))) {
      changes.add(
          "parameter-style-changed", place, Map.of("before", style(before), "after", style(after)));
    }
    boolean deprecated = after.path("deprecated").asBoolean();
    if (deprecated != before.path("deprecated").asBoolean()) {
      changes.add(deprecated ? "parameter-deprecated" : "parameter-reactivated", place);
    }
    changes.comparedValue(
        "parameter-kind", place, before.path("x-zoom-param"), after.path("x-zoom-param"));
    changes.comparedMark(
        "me",
        place,
        before.path("x-zoom-accepts-me").asBoolean(),
        after.path("x-zoom-accepts-me").asBoolean());
    if (!before.path("description").equals(after.path("description"))) {
      changes.add("wording-changed", Keywords.whole(place));
    }
    if (!before.path("example").equals(after.path("example"))) {
      changes.add("example-changed", Keywords.whole(place));
    }
    changes.others(Side.REQUEST.rule("keyword-changed"), place, before, after, TOLD);
    schemas.schema(place, one.to("schema"), other.to("schema"), Set.of(Side.REQUEST));
  }

  private static String style(JsonNode parameter) {
    String style =
        parameter
            .path("style")
            .asText(parameter.path("in").asText().equals("query") ? "form" : "simple");
    boolean list = parameter.at("/schema/type").asText().equals("array");
    boolean explode = parameter.path("explode").asBoolean(style.equals("form"));
    return style + (list ? explode ? ", one by one" : ", joined" : "");
  }
}
