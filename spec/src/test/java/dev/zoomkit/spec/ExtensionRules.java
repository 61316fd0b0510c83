package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zoomkit.spec.Description.Kind;
import dev.zoomkit.spec.Extensions.Extension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Rules about x- keys. */
enum ExtensionRules implements HouseRule {
  /** Every x- key is one of EXTENSIONS.md and stands where that says. */
  EXTENSION(ExtensionRules::extension),
  /** The value of an x- key has the form that EXTENSIONS.md says. */
  EXTENSION_FORM(ExtensionRules::form),
  /** A mark on a property agrees with the property. */
  PROPERTY_MARK(ExtensionRules::propertyMark),
  /** A start beside a time zone names it, and a request can say it without {@code Z}. */
  TIME_ZONE(ExtensionRules::timeZone);

  /** What is data and not description, and the headers, whose names may start with x- as well. */
  private static final Set<String> DATA = Set.of("example", "default", "headers", "examples");

  private static final String ERRORS = "x-zoom-errors";
  private static final String ZONE = "x-zoom-time-zone";

  private final Look look;

  ExtensionRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void extension(Description description, Report report) {
    Map<Spot, String> places = new HashMap<>();
    description.spots(Kind.OPERATION).forEach(spot -> places.put(spot, "operation"));
    description.spots(Kind.PARAMETERS).forEach(spot -> places.put(spot, "parameter"));
    description.spots(Kind.SCHEMAS).forEach(spot -> places.put(spot, "schema"));
    description
        .operations()
        .forEach(operation -> search(description, operation.spot(), places, report));
    description
        .components()
        .forEach(
            (component, spot) -> {
              if (!component.startsWith("examples/")) {
                search(description, spot, places, report);
              }
            });
    for (Spot entry : description.root().children()) {
      if (!Set.of("paths", "components").contains(entry.key())) {
        search(description, entry, places, report);
      }
    }
  }

  private static void search(
      Description description, Spot spot, Map<Spot, String> places, Report report) {
    boolean names = spot.key().equals("properties");
    for (Spot child : spot.children()) {
      if (child.key().startsWith("x-") && !names) {
        Extension extension = Extensions.all().get(child.key());
        if (extension == null) {
          report.add(child, "EXTENSIONS.md has no such key");
        } else if (!extension.at().equals(places.get(spot))) {
          report.add(child, "is for " + extension.at() + "s only");
        }
      } else if (names ? !description.isRepeated(child) : !DATA.contains(child.key())) {
        search(description, child, places, report);
      }
    }
  }

  private static void form(Description description, Report report) {
    for (Kind kind : new Kind[] {Kind.OPERATION, Kind.PARAMETERS, Kind.SCHEMAS}) {
      for (Spot spot : description.spots(kind)) {
        for (Spot value : spot.children()) {
          Extension extension = Extensions.all().get(value.key());
          if (extension != null && (!value.key().equals(ERRORS) || value.node().isEmpty())) {
            extension.faults(value.node()).forEach(fault -> report.add(value, fault));
          }
        }
      }
    }
    for (Spot error : description.errors()) {
      JsonNode one = JsonNodeFactory.instance.arrayNode().add(error.node());
      for (String fault : Extensions.all().get(ERRORS).faults(one)) {
        report.add(error, fault.replaceFirst("^0(\\.|: )", ""));
      }
    }
  }

  private static void propertyMark(Description description, Report report) {
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      Spot commas = schema.at("x-zoom-comma-separated");
      if (commas.exists() && !description.mayBeOf("string", schema)) {
        report.add(commas, "only a string is comma-separated");
      }
      Spot codes = commas.node().isObject() ? description.resolve(commas) : null;
      if (codes != null && !codes.at("enum").exists()) {
        report.add(commas, "refers to an enumeration, or is true");
      }
      boolean property =
          schema.path().size() > 1
              && schema.path().get(schema.path().size() - 2).equals("properties");
      Spot name = schema.at("x-zoom-name");
      Spot seen = schema.at("x-zoom-seen");
      for (Spot mark : List.of(name, seen)) {
        if (mark.exists() && !property) {
          report.add(mark, "is for properties");
        }
      }
      if (name.exists() && property && !SourceVersion.isName(name.node().asText())) {
        report.add(name, "is no Java name");
      }
      for (JsonNode required : schema.node().path("required")) {
        Spot member = description.members(schema).get(required.asText());
        if (member != null && member.has("x-zoom-seen")) {
          report.add(
              schema.at("required"), required.asText() + " was only seen, and may be absent");
        }
      }
    }
  }

  private static void timeZone(Description description, Report report) {
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      if (schema.has(ZONE) && !description.mayBeOf("string", schema)) {
        report.add(schema.at(ZONE), "only a string is a time");
      }
      Map<String, Spot> members = description.members(schema);
      members.forEach(
          (name, member) -> {
            Spot zone = description.keyword(member, ZONE);
            boolean needed = name.equals("start_time") && members.containsKey("timezone");
            if (needed && !zone.exists()) {
              report.add(member, "stands beside timezone and has no " + ZONE);
            }
            boolean known = zone.exists() && !zone.isGap() && !description.gap(schema).exists();
            if (known && !members.containsKey(zone.node().asText())) {
              report.add(member, ZONE + ": there is no " + zone.node().asText() + " beside it");
            } else if (known && !description.mayBeOf("string", members.get(zone.node().asText()))) {
              report.add(member, ZONE + ": " + zone.node().asText() + " is no string");
            }
          });
    }
    for (Operation operation : description.operations()) {
      Spot body = operation.spot().at("requestBody", "content", "application/json", "schema");
      for (Spot member : description.members(body).values()) {
        boolean zoned = description.parts(member).stream().anyMatch(part -> part.has(ZONE));
        if (zoned && description.parts(member).stream().anyMatch(part -> part.has("format"))) {
          report.add(member, "a format leaves no room for a local time; give it a pattern");
        }
      }
    }
  }
}
