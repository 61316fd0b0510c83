package dev.zoomkit.arguments;

import dev.zoomkit.published.PublishedModule;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assert;

/**
 * What a user of the jars can call with arguments. Not in it are the packages that no module
 * exports, whatever takes a type of these, annotations, assertions, which are there to fail, and
 * methods that some other library declares, which says itself what they take.
 */
final class PublicApi {

  private static final String ROOT = "dev.zoomkit";

  /** Written by the generators, many of a kind. */
  private static final Set<String> GENERATED =
      Set.of(ROOT + ".api", ROOT + ".model", ROOT + ".operations");

  private PublicApi() {}

  /** In the order of their names, hand-written ones first. */
  static List<Executable> executables() {
    return PublishedModule.ALL.stream()
        .flatMap(module -> module.types().stream())
        .filter(type -> !type.isEnum() && !Assert.class.isAssignableFrom(type))
        .flatMap(PublicApi::executables)
        .sorted(
            Comparator.comparing((Executable one) -> isGenerated(one.getDeclaringClass()))
                .thenComparing(one -> name(one.getDeclaringClass()))
                .thenComparing(Executable::getName)
                .thenComparing(one -> Arrays.toString(one.getParameterTypes())))
        .toList();
  }

  static boolean isGenerated(Class<?> type) {
    return GENERATED.contains(type.getPackageName());
  }

  /** As a reader of the code writes it. */
  static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static boolean isOurs(Class<?> type) {
    return type.getPackageName().startsWith(ROOT);
  }

  private static Stream<Executable> executables(Class<?> type) {
    Stream<Constructor<?>> constructors = Arrays.stream(type.getConstructors());
    Stream<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .filter(method -> isCallable(method))
            .filter(method -> !isDeclaredElsewhere(type, method));
    return Stream.<Executable>concat(constructors, methods)
        .filter(one -> Modifier.isPublic(one.getModifiers()) && one.getParameterCount() > 0)
        .filter(one -> Arrays.stream(one.getParameterTypes()).noneMatch(PublishedModule::isHidden));
  }

  /** Methods that users implement are called by the SDK; raw interfaces are implemented by it. */
  private static boolean isCallable(Method method) {
    return !Modifier.isAbstract(method.getModifiers()) || isGenerated(method.getDeclaringClass());
  }

  private static boolean isDeclaredElsewhere(Class<?> type, Method method) {
    return Stream.concat(
            Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .anyMatch(
            parent ->
                !isOurs(parent) && has(parent, method) || isDeclaredElsewhere(parent, method));
  }

  private static boolean has(Class<?> type, Method method) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
  }
}
