package dev.zoomkit.generator.java;

import dev.zoomkit.generator.read.Problems;
import dev.zoomkit.generator.read.Shape;
import dev.zoomkit.generator.read.Types;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A class of values: an object schema, or the optional values of an operation. */
public final class Model {
  /** Names of methods that a model has besides its accessors. */
  private static final Set<String> RESERVED =
      Set.of(
          "additionalProperties",
          "builder",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "nulls",
          "toBuilder",
          "toString",
          "wait");

  private final String name;
  private final List<String> docs;
  private final List<Property> properties;

  private boolean inRequests;
  private boolean inAnswers;
  private Pages pages;

  public Model(String name, List<String> docs, List<Property> properties) {
    this.name = name;
    this.docs = docs;
    this.properties = properties;
  }

  /** Reads an object schema. */
  public static Model of(
      String name, Schema<?> schema, Types types, Prose prose, Problems problems) {
    String where = "schema " + name;
    Shape shape = Shape.of(where, name, schema, types, problems);
    if (Boolean.TRUE.equals(schema.getDeprecated())) {
      problems.add(
          where, "a schema cannot be deprecated", "Deprecate the properties or operations instead");
    }
    for (String required : shape.required()) {
      if (!shape.properties().containsKey(required)) {
        problems.add(
            where, "it requires " + required + ", which it does not have", "Add it, or correct it");
      }
    }
    List<Property> properties = new ArrayList<>();
    shape
        .properties()
        .forEach(
            (key, value) ->
                properties.add(
                    Property.of(
                        key,
                        value,
                        shape.required().contains(key),
                        types,
                        prose,
                        where + ", property " + key)));
    checkNames(where, "property", properties, problems);
    checkTimeZones(where, properties, problems);
    return new Model(name, prose.paragraphs(schema.getDescription()), properties);
  }

  /** Refuses times whose zone is not beside them. */
  private static void checkTimeZones(String where, List<Property> properties, Problems problems) {
    for (Property property : properties) {
      String zone = property.timeZone();
      if (zone != null
          && properties.stream()
              .noneMatch(
                  other -> other.wireName().equals(zone) && other.type().name().equals("String"))) {
        problems.add(
            where + ", property " + property.wireName(),
            Types.TIME_ZONE + ": " + zone,
            "Name a property beside it that is a string");
      }
    }
  }

  /** Refuses Java names that are no names, taken, or there twice. */
  public static void checkNames(
      String where, String kind, List<Property> properties, Problems problems) {
    Map<String, String> seen = new HashMap<>();
    for (Property property : properties) {
      String place = where + ", " + kind + " " + property.wireName();
      String javaName = property.name();
      boolean keyword = javaName.endsWith("_");
      if (!keyword && !Names.isValue(javaName)) {
        problems.add(
            place, "`" + javaName + "` is no Java name", "Give it one with " + Property.NAME);
      }
      if (RESERVED.contains(javaName)) {
        problems.add(
            place,
            "every generated class has a method " + javaName + "() of its own",
            "Give it another name with " + Property.NAME);
      }
      String other = seen.put(javaName, property.wireName());
      if (other != null) {
        problems.add(
            place,
            "its Java name " + javaName + " is also that of " + other,
            "Give one of them another name with " + Property.NAME);
      }
    }
  }

  public String name() {
    return name;
  }

  public List<String> docs() {
    return docs;
  }

  public List<Property> properties() {
    return properties;
  }

  /** The property of a name in JSON. */
  public Optional<Property> property(String wireName) {
    return properties.stream().filter(property -> property.wireName().equals(wireName)).findFirst();
  }

  /** The schemas that its properties refer to. */
  public Set<String> references() {
    Set<String> references = new TreeSet<>();
    for (Property property : properties) {
      if (property.type().schema() != null) {
        references.add(property.type().schema());
      }
    }
    return references;
  }

  public boolean inRequests() {
    return inRequests;
  }

  public void usedInRequests() {
    inRequests = true;
  }

  public boolean inAnswers() {
    return inAnswers;
  }

  public void usedInAnswers() {
    inAnswers = true;
  }

  /** How it holds a page; null where it is none. */
  public Pages pages() {
    return pages;
  }

  public void pages(Pages itsPages) {
    pages = itsPages;
  }

  /** Whether a value is checked by build() rather than nullable: where only requests have it. */
  public boolean checks(Property property) {
    return property.required() && !inAnswers;
  }

  /** Whether a null is sent, rather than taken for an absent value. */
  public boolean sendsNull(Property property) {
    return property.nullable() && inRequests && !checks(property);
  }

  /**
   * Where a page's items and its place in the list stand.
   *
   * @param items the properties on the way to the items, from the page down
   * @param nested the model that has the items, where the page itself has not; else null
   */
  public record Pages(List<Property> items, Model nested) {

    public Property list() {
      return items.get(items.size() - 1);
    }
  }
}
