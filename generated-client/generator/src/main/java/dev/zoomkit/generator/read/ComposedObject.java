package dev.zoomkit.generator.read;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The properties of an object schema, including those of its allOf parts and of its oneOf and anyOf
 * variants, since one class has to hold any of them.
 *
 * @param properties the properties by name, in the order of the description
 * @param required the names of those that every such object has
 */
record ComposedObject(Map<String, Schema<?>> properties, Set<String> required) {

  /** Reads a schema; the name is empty if it has none. */
  static ComposedObject of(String where, String name, Schema<?> schema, ReaderContext context) {
    return new Reader(where, context.types(), context.problems()).read(schema, List.of(name));
  }

  /** Follows the parts of one schema. */
  private static final class Reader {
    private final String where;
    private final TypeReader types;
    private final Problems problems;

    Reader(String where, TypeReader types, Problems problems) {
      this.where = where;
      this.types = types;
      this.problems = problems;
    }

    ComposedObject read(Schema<?> schema, List<String> path) {
      checkKeywords(schema);
      ComposedObject shape = new ComposedObject(new LinkedHashMap<>(), new LinkedHashSet<>());
      for (Schema<?> part : parts(schema.getAllOf())) {
        ComposedObject other = part(part, path);
        merge(shape, other);
        shape.required.addAll(other.required);
      }
      if (schema.getProperties() != null) {
        Map<String, Schema<?>> own = new LinkedHashMap<>();
        schema.getProperties().forEach((key, value) -> own.put(key, (Schema<?>) value));
        merge(shape, new ComposedObject(own, Set.of()));
      }
      if (schema.getRequired() != null) {
        shape.required.addAll(schema.getRequired());
      }
      mergeVariants(shape, parts(schema.getOneOf()), path);
      mergeVariants(shape, parts(schema.getAnyOf()), path);
      return shape;
    }

    private void mergeVariants(ComposedObject shape, List<Schema<?>> variants, List<String> path) {
      Set<String> inAll = null;
      for (Schema<?> variant : variants) {
        if (!types.isObject(variant)) {
          problems.add(
              where,
              "a union of objects and other values",
              "Unite objects only, or describe the property without a union");
          continue;
        }
        ComposedObject other = part(variant, path);
        merge(shape, other);
        if (inAll == null) {
          inAll = new LinkedHashSet<>(other.required);
        } else {
          inAll.retainAll(other.required);
        }
      }
      if (inAll != null) {
        shape.required.addAll(inAll);
      }
    }

    private ComposedObject part(Schema<?> part, List<String> path) {
      if (part.get$ref() == null) {
        return read(part, path);
      }
      String name = TypeReader.nameOf(part.get$ref());
      if (path.contains(name)) {
        problems.add(
            where, "it is composed of itself through " + name, "Take the part out of the circle");
        return new ComposedObject(Map.of(), Set.of());
      }
      Schema<?> schema = types.schemas().get(name);
      if (schema == null) {
        problems.add(
            where, "$ref " + part.get$ref() + " leads nowhere", "Correct it, or add the schema");
        return new ComposedObject(Map.of(), Set.of());
      }
      Deque<String> deeper = new ArrayDeque<>(path);
      deeper.add(name);
      return read(schema, List.copyOf(deeper));
    }

    private void merge(ComposedObject shape, ComposedObject other) {
      other.properties.forEach(
          (name, schema) -> {
            Schema<?> before = shape.properties.get(name);
            if (before != null) {
              checkClash(name, before, schema);
            }
            if (before == null || before.getDescription() == null) {
              shape.properties.put(name, schema);
            }
          });
    }

    private void checkClash(String name, Schema<?> one, Schema<?> other) {
      String place = where + ", property " + name;
      String first = types.of(one, place).name();
      String second = types.of(other, place).name();
      if (!Objects.equals(first, second)) {
        problems.add(
            place,
            "its parts give it the types " + first + " and " + second,
            "One class cannot hold both: give the parts one type, or describe them as two schemas");
      }
    }

    private void checkKeywords(Schema<?> schema) {
      if (schema.getDiscriminator() != null) {
        problems.add(
            where,
            "it has a discriminator",
            "Leave it out: one class holds the properties of all variants");
      }
      if (schema.getAdditionalProperties() instanceof Schema && schema.getProperties() != null) {
        problems.add(
            where,
            "it has both properties and additionalProperties of a type",
            "Leave out additionalProperties: unknown fields are kept anyway");
      }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Schema<?>> parts(List<Schema> parts) {
      return parts == null ? List.of() : (List) parts;
    }
  }
}
