package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares schemas, components first and last where they stand. */
final class SchemaComparison {
  private final ApiDescription base;
  private final ApiDescription now;
  private final Changes changes;
  private final Keywords keywords;
  private final Uses before;
  private final Uses after;
  private final Map<String, String> renames;
  private final Set<String> compared = new HashSet<>();

  SchemaComparison(ApiDescription base, ApiDescription now, Changes changes) {
    this.base = base;
    this.now = now;
    this.changes = changes;
    this.keywords = new Keywords(changes);
    this.before = new Uses(base);
    this.after = new Uses(now);
    this.renames = Renames.of(base.document(), now.document());
  }

  /** Compares all component schemas by name. */
  void components() {
    Set<String> names = new TreeSet<>();
    base.document().at("/components/schemas").fieldNames().forEachRemaining(names::add);
    now.document().at("/components/schemas").fieldNames().forEachRemaining(names::add);
    renames.keySet().forEach(names::remove);
    for (String name : names) {
      String old = oldName(name);
      if (!has(base, old)) {
        existence("schema-added", after, name, name);
      } else if (!has(now, name)) {
        existence("schema-removed", before, name, "");
      } else {
        component(old, name);
      }
    }
  }

  private void component(String old, String name) {
    Found found = now.component("schemas", name);
    Place place = Place.of(after.category(name), name, found.pointer());
    if (!old.equals(name) && (before.isClass(old) || after.isClass(name))) {
      changes.add(
          "schema-renamed", place, Map.of("before", "`" + old + "`", "after", "`" + name + "`"));
    }
    Set<Side> sides = new TreeSet<>(before.sides(old));
    sides.addAll(after.sides(name));
    schema(place, base.component("schemas", old), found, sides);
  }

  private void existence(String rule, Uses uses, String name, String ours) {
    if (uses.isClass(name)) {
      String pointer = ours.isEmpty() ? "" : now.component("schemas", ours).pointer();
      changes.add(rule, Place.of(uses.category(name), name, pointer));
    }
  }

  /** The name that a schema of ours had in the base. */
  private String oldName(String name) {
    return renames.entrySet().stream()
        .filter(rename -> rename.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  private static boolean has(ApiDescription description, String name) {
    return description.document().at("/components/schemas").has(name);
  }

  /** Compares what a schema and its successor say. */
  void schema(Place place, Found one, Found other, Set<Side> sides) {
    if (sides.isEmpty() || one.node().isMissingNode() || other.node().isMissingNode()) {
      return;
    }
    SchemaView was = SchemaView.own(base, one);
    SchemaView is = SchemaView.own(now, other);
    if (renamed(was.components()).equals(is.components())) {
      views(place, was, is, sides);
    } else if (compared.add(place.key() + " " + one.pointer() + " " + other.pointer())) {
      classes(place, was, is, sides);
      views(place, SchemaView.whole(base, one), SchemaView.whole(now, other), sides);
    }
  }

  private Set<String> renamed(Set<String> components) {
    Set<String> names = new LinkedHashSet<>();
    components.forEach(name -> names.add(renames.getOrDefault(name, name)));
    return names;
  }

  private void classes(Place place, SchemaView was, SchemaView is, Set<Side> sides) {
    boolean one = was.components().size() == 1 && is.components().size() == 1;
    if (one && was.properties().isEmpty() && is.properties().isEmpty()) {
      String old = was.components().iterator().next();
      String name = is.components().iterator().next();
      if (before.isClass(old) || after.isClass(name)) {
        for (Side side : sides) {
          changes.add(
              side.rule("class-changed"),
              place,
              Map.of("before", "`" + old + "`", "after", "`" + name + "`"));
        }
      }
    }
  }

  private void views(Place place, SchemaView was, SchemaView is, Set<Side> sides) {
    for (Side side : sides) {
      keywords.compare(place, was, is, side);
    }
    keywords.compareMarks(place, was, is);
    for (var property : was.properties().entrySet()) {
      String name = property.getKey();
      Found successor = is.properties().get(name);
      if (successor != null) {
        schema(place.of(name, successor.pointer()), property.getValue(), successor, sides);
      }
    }
    propertyLists(place, was, is, sides);
    Found items = is.items();
    schema(place.items(items.pointer()), was.items(), items, sides);
    if (was.keyword("additionalProperties").isObject()
        && is.keyword("additionalProperties").isObject()) {
      Found additional = is.at().to("additionalProperties");
      schema(
          place.of("*", additional.pointer()),
          was.at().to("additionalProperties"),
          additional,
          sides);
    }
    new Alternatives(changes).compare(place, was, is, sides, this);
  }

  private void propertyLists(Place place, SchemaView was, SchemaView is, Set<Side> sides) {
    Set<String> names = new LinkedHashSet<>(was.properties().keySet());
    names.addAll(is.properties().keySet());
    names.addAll(was.required());
    names.addAll(is.required());
    if (names.isEmpty()) {
      return;
    }
    SchemaView allWas = SchemaView.whole(base, was.at());
    SchemaView allIs = SchemaView.whole(now, is.at());
    for (String name : names) {
      boolean had = allWas.properties().containsKey(name);
      boolean has = allIs.properties().containsKey(name);
      boolean required = (had ? allWas : allIs).required().contains(name);
      String stem = required ? "required-property-" : "property-";
      for (Side side : sides) {
        if (had && has) {
          requirement(place, name, was, is, side);
        } else if (had || has) {
          String pointer = has ? allIs.properties().get(name).pointer() : place.pointer();
          Place at =
              new Place(place.category(), place.subject(), place.what(), place.key(), pointer);
          changes.named(side.rule(stem + (has ? "added" : "removed")), at, name);
        }
      }
    }
  }

  private void requirement(Place place, String name, SchemaView was, SchemaView is, Side side) {
    boolean required = was.required().contains(name);
    if (required != is.required().contains(name)) {
      String rule = required ? "property-became-optional" : "property-became-required";
      changes.named(side.rule(rule), place, name);
    }
  }

  /** Whether two references lead to what is the same schema but for its name. */
  boolean same(JsonNode one, JsonNode other) {
    String name = SchemaView.component(one);
    return name.isEmpty()
        ? one.equals(other)
        : renames.getOrDefault(name, name).equals(SchemaView.component(other));
  }
}
