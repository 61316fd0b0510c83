package dev.zoomkit.published;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields, constructors and methods, a line each. */
final class MemberText {

  private final TypeText types;

  MemberText(TypeText types) {
    this.types = types;
  }

  String of(Member member) {
    if (member instanceof Field field) {
      return field(field);
    }
    return member instanceof Method method ? method(method) : constructor((Constructor<?>) member);
  }

  private String field(Field field) {
    if (field.isEnumConstant()) {
      return ApiAnnotations.of(field) + field.getName();
    }
    return "%s%s %s %s%s"
        .formatted(
            ApiAnnotations.of(field),
            Modifier.toString(field.getModifiers()),
            types.of(field.getAnnotatedType()),
            field.getName(),
            constant(field));
  }

  /** What the compiler copies into the classes of users. */
  private static String constant(Field field) {
    int modifiers = field.getModifiers();
    Class<?> type = field.getType();
    if (!Modifier.isStatic(modifiers)
        || !Modifier.isFinal(modifiers)
        || !(type.isPrimitive() || type == String.class)) {
      return "";
    }
    try {
      return " = " + ApiAnnotations.value(field.get(null));
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  private String constructor(Constructor<?> constructor) {
    return "%s%s new%s"
        .formatted(
            ApiAnnotations.of(constructor),
            Modifier.toString(constructor.getModifiers()),
            signature(constructor));
  }

  private String method(Method method) {
    int unsaid = Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.SYNCHRONIZED | Modifier.NATIVE;
    if (method.getDeclaringClass().isInterface()) {
      unsaid |= Modifier.ABSTRACT | Modifier.PUBLIC;
    }
    String modifiers = Modifier.toString(method.getModifiers() & ~unsaid);
    Object value = method.getDefaultValue();
    return Stream.of(
                ApiAnnotations.of(method).strip(),
                method.isDefault() ? "default" : modifiers,
                types.parameters(method.getTypeParameters()),
                types.of(method.getAnnotatedReturnType()),
                method.getName())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        + signature(method)
        + (value == null ? "" : " default " + ApiAnnotations.value(value));
  }

  private String signature(Executable executable) {
    Parameter[] parameters = executable.getParameters();
    List<String> declared = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String type = types.of(parameter.getAnnotatedType());
      declared.add(
          (parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type)
              + " "
              + parameter.getName());
    }
    Set<String> thrown = new TreeSet<>();
    Arrays.stream(executable.getAnnotatedExceptionTypes()).map(types::of).forEach(thrown::add);
    return "(%s)%s"
        .formatted(
            String.join(", ", declared),
            thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown));
  }
}
