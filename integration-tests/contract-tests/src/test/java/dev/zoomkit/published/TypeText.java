package dev.zoomkit.published;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Types as a reader of the code writes them: simple names for ours and those of the JDK, whole ones
 * for others and for what is hidden, with the annotations that stand at a use of a type, such as
 * {@code @Nullable}.
 */
final class TypeText {

  private final Map<String, Class<?>> simpleNames = new HashMap<>();

  /** {@code <T extends Comparable<T>, U>}; nothing where there are no parameters. */
  String parameters(TypeVariable<?>[] parameters) {
    return parameters.length == 0
        ? ""
        : Arrays.stream(parameters).map(this::parameter).collect(joining("<", ", ", ">"));
  }

  private String parameter(TypeVariable<?> parameter) {
    List<String> bounds =
        Arrays.stream(parameter.getAnnotatedBounds())
            .map(this::of)
            .filter(bound -> !bound.equals("Object"))
            .toList();
    String name = annotations(parameter) + parameter.getName();
    return bounds.isEmpty() ? name : name + " extends " + String.join(" & ", bounds);
  }

  String of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      String brackets = annotations(array) + "[]";
      String spaced = brackets.startsWith("@") ? " " + brackets : brackets;
      return of(array.getAnnotatedGenericComponentType()) + spaced;
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return annotations(type) + "?" + bounds(wildcard);
    }
    if (type instanceof AnnotatedTypeVariable) {
      return annotations(type) + type.getType().getTypeName();
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
      return annotations(type)
          + name(raw)
          + Arrays.stream(generic.getAnnotatedActualTypeArguments())
              .map(this::of)
              .collect(joining("<", ", ", ">"));
    }
    return annotations(type) + name((Class<?>) type.getType());
  }

  private String bounds(AnnotatedWildcardType wildcard) {
    if (wildcard.getAnnotatedLowerBounds().length > 0) {
      return " super " + of(wildcard.getAnnotatedLowerBounds()[0]);
    }
    String upper = of(wildcard.getAnnotatedUpperBounds()[0]);
    return upper.equals("Object") ? "" : " extends " + upper;
  }

  /**
   * Without its package where it is ours or the JDK's.
   *
   * @throws IllegalStateException if that would say two types in one word
   */
  String name(Class<?> type) {
    if (type.isPrimitive()) {
      return type.getName();
    }
    if (type.isArray()) {
      return name(type.getComponentType()) + "[]";
    }
    String whole = type.getCanonicalName();
    if (PublishedModule.isHidden(type) || !whole.matches("(java|dev\\.zoomkit)\\..*")) {
      return whole;
    }
    String simple = whole.substring(type.getPackageName().length() + 1);
    Class<?> other = simpleNames.putIfAbsent(simple, type);
    if (other != null && other != type) {
      throw new IllegalStateException(simple + " would say " + type + " as well as " + other);
    }
    return simple;
  }

  private static String annotations(AnnotatedElement use) {
    return Arrays.stream(use.getAnnotations())
        .map(Annotation::annotationType)
        .map(annotation -> "@" + annotation.getSimpleName() + " ")
        .sorted()
        .collect(Collectors.joining());
  }

  private static Collector<CharSequence, ?, String> joining(
      String before, String between, String after) {
    return Collectors.joining(between, before, after);
  }
}
