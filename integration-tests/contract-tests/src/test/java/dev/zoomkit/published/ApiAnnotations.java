package dev.zoomkit.published;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.ExtendWith;

/** The annotations that callers, compilers and test engines keep to. */
final class ApiAnnotations {

  private static final Set<Class<? extends Annotation>> ALL =
      Set.of(
          Deprecated.class,
          ExtendWith.class,
          FunctionalInterface.class,
          Inherited.class,
          NullMarked.class,
          NullUnmarked.class,
          Repeatable.class,
          Retention.class,
          Target.class);

  private ApiAnnotations() {}

  /** With a space behind each. */
  static String of(AnnotatedElement element) {
    return Arrays.stream(element.getDeclaredAnnotations())
        .filter(annotation -> ALL.contains(annotation.annotationType()))
        .map(annotation -> withoutPackages(annotation.toString()) + " ")
        .sorted()
        .collect(Collectors.joining());
  }

  /** A constant, or what a member of an annotation is where it is left out. */
  static String value(Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    String list = Arrays.deepToString(new Object[] {value});
    return withoutPackages(list.substring(1, list.length() - 1));
  }

  private static String withoutPackages(String text) {
    return text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
        .replace("(forRemoval=false, since=\"\")", "")
        .replace("()", "");
  }
}
