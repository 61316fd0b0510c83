package dev.zoomkit.spec;

import dev.zoomkit.spec.Description.Kind;
import java.util.Map;

/** Rules about examples. */
enum ExampleRules implements HouseRule {
  /** Every body of JSON has examples, each a file with a summary and a value. */
  BODY_EXAMPLE(ExampleRules::bodyExample),
  /** Every example and every default is valid against its schema, formats too. */
  EXAMPLE(ExampleRules::example),
  /**
   * An example has only fields that its schema knows, with values that one may see for real, and
   * that of a request none that is read-only.
   */
  EXAMPLE_FIELD(ExampleRules::exampleField);

  private final Look look;

  ExampleRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void bodyExample(Description description, Report report) {
    for (Spot media : description.spots(Kind.MEDIA)) {
      if (media.key().equals("application/json") && media.node().path("examples").isEmpty()) {
        report.add(media, "the body has no examples");
      }
      for (Spot example : media.at("examples").children()) {
        if (!example.isReference()) {
          report.add(example, "has to be a $ref to a file under examples/");
        }
      }
    }
    for (Spot example : description.spots(Kind.EXAMPLES)) {
      if (!example.isReference() && (example.text("summary").isBlank() || !example.has("value"))) {
        report.add(example, "needs a summary and a value");
      }
    }
  }

  private static void example(Description description, Report report) {
    if (!description.circularSchemas().isEmpty()) {
      return;
    }
    SchemaCheck check = new SchemaCheck(description);
    for (Spot media : description.spots(Kind.MEDIA)) {
      for (Spot reference : media.at("examples").children()) {
        Spot value = description.resolve(reference).at("value");
        check(check, media.at("schema"), value, report);
      }
    }
    for (Kind kind : new Kind[] {Kind.PARAMETERS, Kind.HEADERS}) {
      for (Spot spot : description.spots(kind)) {
        check(check, spot.at("schema"), spot.at("example"), report);
      }
    }
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      check(check, schema, schema.at("example"), report);
      check(check, schema, schema.at("default"), report);
    }
  }

  private static void check(SchemaCheck check, Spot schema, Spot value, Report report) {
    if (value.exists()) {
      check.faults(schema, value.node()).forEach(fault -> report.add(value, fault));
    }
  }

  private static void exampleField(Description description, Report report) {
    for (Spot media : description.spots(Kind.MEDIA)) {
      for (Spot reference : media.at("examples").children()) {
        fields(description, media.at("schema"), description.resolve(reference).at("value"), report);
      }
    }
    for (Spot body : description.spots(Kind.REQUEST_BODY)) {
      for (Spot media : body.at("content").children()) {
        for (Spot reference : media.at("examples").children()) {
          Spot value = description.resolve(reference).at("value");
          settable(description, media.at("schema"), value, report);
        }
      }
    }
  }

  private static void settable(Description description, Spot schema, Spot value, Report report) {
    Map<String, Spot> members = description.members(schema);
    for (Spot child : value.children()) {
      Spot member =
          value.node().isArray() ? description.keyword(schema, "items") : members.get(child.key());
      if (member != null && member.at("readOnly").node().asBoolean()) {
        report.add(child, "is read-only, and no request has it");
      } else if (member != null) {
        settable(description, member, child, report);
      }
    }
  }

  private static void fields(Description description, Spot schema, Spot value, Report report) {
    Map<String, Spot> members = description.members(schema);
    Spot open = description.keyword(schema, "additionalProperties");
    Spot items = description.keyword(schema, "items");
    if (value.node().isTextual() && value.node().asText().equals("string")) {
      report.add(value, "'string' is no plausible value");
    }
    for (Spot child : value.children()) {
      if (value.node().isArray()) {
        fields(description, items, child, report);
      } else if (members.containsKey(child.key())) {
        fields(description, members.get(child.key()), child, report);
      } else if (schema.exists() && !open.exists()) {
        report.add(child, "the schema has no such field");
      }
    }
  }
}
