package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Property.Trait;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the properties of schemas, and what parameters have in common with them. */
final class PropertyReader {
  static final String NAME = "x-zoom-name";

  /** Names of methods that a model has besides its accessors and those of every object. */
  private static final Set<String> RESERVED =
      Set.of("additionalProperties", "builder", "toBuilder", "toRequest");

  private final ReaderContext context;

  PropertyReader(ReaderContext context) {
    this.context = context;
  }

  /** Reads a property of a schema. */
  Property read(String wireName, Schema<?> schema, boolean required, String where) {
    TypeReader types = context.types();
    JavaType type = types.of(schema, where);
    List<String> docs = new ArrayList<>(context.prose().paragraphs(description(schema)));
    if (docs.isEmpty()) {
      docs.add("The value of <code>" + wireName + "</code>.");
    }
    if (TypeReader.isMarked(schema, TypeReader.SEEN)) {
      docs.add("Zoom sends it without documenting it.");
    }
    if (Boolean.TRUE.equals(schema.getNullable())) {
      context.problem(
          where,
          "it is nullable, and no null is ever sent",
          "Leave nullable out; a response may have null for whatever is not required");
    }
    boolean readOnly = Boolean.TRUE.equals(schema.getReadOnly());
    if (readOnly) {
      docs.add("Only in responses: no request sets it.");
    }
    boolean secret = TypeReader.isMarked(schema, TypeReader.SECRET);
    if (secret) {
      docs.add("A secret: {@code toString()} hides it.");
    }
    return new Property(
        wireName,
        javaName(wireName, schema),
        type,
        traits(
            Map.of(
                Trait.REQUIRED,
                required,
                Trait.DEPRECATED,
                Boolean.TRUE.equals(schema.getDeprecated()),
                Trait.SECRET,
                secret,
                Trait.READ_ONLY,
                readOnly)),
        (String) TypeReader.extension(types.resolved(schema), TypeReader.TIME_ZONE),
        List.copyOf(docs),
        Limits.of(schema, types));
  }

  /** Those that hold. */
  static Set<Trait> traits(Map<Trait, Boolean> traits) {
    return traits.keySet().stream().filter(traits::get).collect(Collectors.toSet());
  }

  /** Its name in Java, which the description may give. */
  static String javaName(String wireName, Schema<?> schema) {
    Object named = TypeReader.extension(schema, NAME);
    return named == null ? Names.value(wireName) : named.toString();
  }

  /** Its own description, or its type's: of a class the first sentence, for the class has all. */
  private String description(Schema<?> schema) {
    if (schema.getDescription() != null) {
      return schema.getDescription();
    }
    Schema<?> type = context.types().resolved(schema);
    String ofType = type.getDescription();
    if (ofType == null || !context.types().needsClass(type)) {
      return ofType;
    }
    int end = ofType.indexOf(". ");
    return end < 0 ? ofType : ofType.substring(0, end + 1);
  }

  /** Refuses Java names that are no names, taken, or there twice. */
  void checkNames(String where, String kind, List<Property> properties) {
    Map<String, String> seen = new HashMap<>();
    for (Property property : properties) {
      String place = where + ", " + kind + " " + property.wireName();
      String javaName = property.name();
      boolean keyword = javaName.endsWith("_");
      if (!keyword && !Names.isValue(javaName)) {
        context.problem(place, "`" + javaName + "` is no Java name", "Give it one with " + NAME);
      }
      if (RESERVED.contains(javaName) || Names.METHODS_OF_OBJECT.contains(javaName)) {
        context.problem(
            place,
            "every generated class has a method " + javaName + "() of its own",
            "Give it another name with " + NAME);
      }
      String other = seen.put(javaName, property.wireName());
      if (other != null) {
        context.problem(
            place,
            "its Java name " + javaName + " is also that of " + other,
            "Give one of them another name with " + NAME);
      }
    }
  }
}
