package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonReader;
import dev.zoomkit.annotation.KnownErrors;
import dev.zoomkit.annotation.OwnPath;
import dev.zoomkit.annotation.Paged;
import dev.zoomkit.annotation.RateLimited;
import dev.zoomkit.annotation.RequiresScopes;
import dev.zoomkit.annotation.ScopeSet;
import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.value.OpenEnum;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Query;

/** The client's interfaces and classes against the description: what no exchange can show. */
final class SurfaceCheck {

  /** The Java types that a value of a type and format can have; of others any will do. */
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "boolean", Set.of("Boolean", "boolean"),
          "integer", Set.of("Integer", "int"),
          "integer int32", Set.of("Integer", "int"),
          "integer int64", Set.of("Long", "long"),
          "number double", Set.of("Double", "double"),
          "string", Set.of("String", "DateOrDateTime", "StartTime", "List"),
          "string email", Set.of("String"),
          "string date", Set.of("LocalDate"),
          "string date-time", Set.of("OffsetDateTime", "Instant"),
          "array", Set.of("List", "Csv"));

  private final BundledDescription description;
  private final ExampleCalls calls;
  private final Consumer<Finding> found;
  private final Set<List<Object>> seen = new HashSet<>();
  private Operation operation;

  SurfaceCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.description = sandbox.description;
    this.calls = sandbox.calls;
    this.found = found;
  }

  void check(Operation of) {
    operation = of;
    Method method = calls.method(of);
    facts(method);
    parameters(method);
    Type returned = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    value("response", description.responseSchema(of), returned, false);
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(Body.class)) {
        value("request", description.requestSchema(of), parameter.getParameterizedType(), true);
      }
    }
  }

  private void facts(Method method) {
    JsonNode node = operation.node();
    equal("path", operation.masterPath(), "/" + pathOf(method));
    OwnPath own = method.getAnnotation(OwnPath.class);
    equal("own path", node.path("x-zoom-own-path").asText(), own == null ? "" : "/" + own.value());
    RateLimited rate = method.getAnnotation(RateLimited.class);
    equal("rate label", node.path("x-zoom-rate-limit").asText(), rate.value().name());
    Paged paged = method.getAnnotation(Paged.class);
    equal("paging", operation.items(), paged == null ? "" : paged.items());
    equal(
        "page size",
        node.at("/x-zoom-paging/maxPageSize").asInt(),
        paged == null ? 0 : paged.maxPageSize());
    RequiresScopes scopes = method.getAnnotation(RequiresScopes.class);
    JsonNode described = node.path("x-zoom-scopes");
    equal("scopes", scopes(described.path("master")), scopes(scopes.master()));
    equal("own scopes", scopes(described.path("own")), scopes(scopes.own()));
    equal("errors", errors(node.path("x-zoom-errors")), errors(method));
  }

  private String pathOf(Method method) {
    String name = "retrofit2.http." + operation.method();
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().getName().equals(name)) {
        try {
          return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(method.toString(), e);
        }
      }
    }
    return operation.masterPath().substring(1);
  }

  private static Set<String> scopes(JsonNode path) {
    return Stream.of("classic", "granular")
        .flatMap(kind -> path.path(kind).valueStream())
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> scopes(ScopeSet set) {
    Set<String> scopes = new TreeSet<>(List.of(set.classic()));
    scopes.addAll(List.of(set.granular()));
    return scopes;
  }

  private static Set<String> errors(JsonNode described) {
    return described
        .valueStream()
        .map(
            error ->
                "%d %d %s"
                    .formatted(
                        error.path("status").asInt(),
                        error.path("code").asInt(),
                        error.path("missing").valueStream().map(JsonNode::asText).toList()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> errors(Method method) {
    KnownErrors known = method.getAnnotation(KnownErrors.class);
    return Arrays.stream(known == null ? new dev.zoomkit.annotation.KnownError[0] : known.value())
        .map(e -> "%d %d %s".formatted(e.status(), e.code(), List.of(e.missing())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void parameters(Method method) {
    Map<String, JsonNode> described = new TreeMap<>();
    for (JsonNode parameter : description.parameters(operation)) {
      if (parameter.get("in").textValue().equals("query")) {
        described.put(parameter.get("name").textValue(), parameter);
      }
    }
    Map<String, Parameter> ofClient = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getAnnotation(Query.class) != null) {
        ofClient.put(parameter.getAnnotation(Query.class).value(), parameter);
      }
    }
    equal("parameters", described.keySet(), ofClient.keySet());
    described.forEach(
        (name, parameter) -> {
          Parameter java = ofClient.get(name);
          if (java != null) {
            boolean nullable = isNullable(java.getAnnotatedType().getAnnotations());
            equal(name + " is required", parameter.path("required").asBoolean(), !nullable);
            value(name, parameter.get("schema"), java.getParameterizedType(), true);
          }
        });
  }

  private void value(String at, JsonNode schema, Type type, boolean input) {
    if (schema.isMissingNode() || !seen.add(List.of(schema, type))) {
      return;
    }
    Class<?> java = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    JsonNode items = description.items(schema);
    if (OpenEnum.class.isAssignableFrom(java)) {
      enumeration(at, schema, java);
    } else if (items != null && type instanceof ParameterizedType list) {
      value(at + "/*", items, list.getActualTypeArguments()[0], input);
    } else if (description.keyword(schema, "enum") != null) {
      equal(at + " is an enumeration", true, false);
    } else {
      scalar(at, schema, java);
    }
    if (!description.properties(schema).isEmpty() || names(java) != null) {
      object(at, schema, java, input);
    }
  }

  private void scalar(String at, JsonNode schema, Class<?> java) {
    JsonNode format = description.keyword(schema, "format");
    String key = description.type(schema) + (format == null ? "" : " " + format.asText());
    Set<String> allowed = TYPES.getOrDefault(key, Set.of());
    boolean scalar =
        TYPES.values().stream().anyMatch(names -> names.contains(java.getSimpleName()));
    if (description.keyword(schema, "oneOf") == null
        && (allowed.isEmpty()
            ? scalar && key.startsWith("object")
            : !allowed.contains(java.getSimpleName()))) {
      equal(at, key, java.getSimpleName());
    }
  }

  private void enumeration(String at, JsonNode schema, Class<?> java) {
    Set<String> values = new TreeSet<>();
    JsonNode described = description.keyword(schema, "enum");
    if (described != null) {
      described.forEach(value -> values.add(value.asText()));
    }
    Set<String> constants = new TreeSet<>();
    for (Field field : java.getFields()) {
      if (field.getType() == java && Modifier.isStatic(field.getModifiers())) {
        constants.add(get(field).toString());
      }
    }
    equal(at + " has values", values, constants);
  }

  private void object(String at, JsonNode schema, Class<?> java, boolean input) {
    List<String> names = names(java);
    if (names == null || description.keyword(schema, "oneOf") != null) {
      return;
    }
    Map<String, JsonNode> properties = description.properties(schema);
    equal(at + " has fields", new TreeSet<>(properties.keySet()), new TreeSet<>(names));
    List<Field> fields =
        Arrays.stream(java.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !field.getName().equals("additionalProperties"))
            .toList();
    Map<String, Field> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size() && i < fields.size(); i++) {
      byName.put(names.get(i), fields.get(i));
    }
    Set<String> required = new TreeSet<>();
    description
        .conjuncts(schema)
        .forEach(part -> part.path("required").forEach(name -> required.add(name.textValue())));
    byName.forEach(
        (name, field) -> {
          JsonNode property = properties.get(name);
          if (property != null) {
            equal(
                at + "/" + name + " is required", required.contains(name), isRequired(java, field));
            value(at + "/" + name, property, field.getGenericType(), input);
          }
        });
  }

  /** Whether the accessor never returns null. */
  private static boolean isRequired(Class<?> java, Field field) {
    try {
      Method accessor = java.getMethod(field.getName());
      return !isNullable(accessor.getAnnotatedReturnType().getAnnotations());
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  private static boolean isNullable(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
  }

  /** The names of a class in JSON, in the order of its fields; null for what is no object. */
  private static @Nullable List<String> names(Class<?> java) {
    try {
      Class<?> codec = Class.forName(java.getName() + "JsonAdapter");
      Field names = codec.getDeclaredField("NAMES");
      return ((JsonReader.Options) get(names)).strings();
    } catch (ReflectiveOperationException noObject) {
      return null;
    }
  }

  private static Object get(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.toString(), e);
    }
  }

  private void equal(String what, Object described, Object ofClient) {
    if (!described.equals(ofClient)) {
      found.accept(
          new Finding(
              Rule.SURFACE,
              operation.id(),
              "%s: %s, in the client %s".formatted(what, described, ofClient)));
    }
  }
}
