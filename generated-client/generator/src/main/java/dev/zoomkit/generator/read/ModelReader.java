package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Property;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** Reads the schemas of objects. */
final class ModelReader {
  private final ReaderContext context;
  private final PropertyReader properties;

  ModelReader(ReaderContext context) {
    this.context = context;
    this.properties = new PropertyReader(context);
  }

  Model read(String name, Schema<?> schema) {
    String where = "schema " + name;
    ComposedObject composed = ComposedObject.of(where, name, schema, context);
    if (Boolean.TRUE.equals(schema.getDeprecated())) {
      context.problem(
          where, "a schema cannot be deprecated", "Deprecate the properties or operations instead");
    }
    for (String required : composed.required()) {
      if (!composed.properties().containsKey(required)) {
        context.problem(
            where, "it requires " + required + ", which it does not have", "Add it, or correct it");
      }
    }
    List<Property> values = new ArrayList<>();
    composed
        .properties()
        .forEach(
            (key, value) -> {
              boolean required = composed.required().contains(key);
              values.add(properties.read(key, value, required, where + ", property " + key));
            });
    properties.checkNames(where, "property", values);
    values.forEach(value -> checkTimeZone(where, value, values));
    return new Model(name, context.prose().paragraphs(schema.getDescription()), values);
  }

  /** Refuses a time whose zone is not beside it. */
  private void checkTimeZone(String where, Property time, List<Property> all) {
    boolean beside =
        time.timeZone() == null
            || all.stream()
                .filter(other -> other.wireName().equals(time.timeZone()))
                .anyMatch(other -> other.type().name().equals("String"));
    if (!beside) {
      context.problem(
          where + ", property " + time.wireName(),
          TypeReader.TIME_ZONE + ": " + time.timeZone(),
          "Name a property beside it that is a string");
    }
  }
}
