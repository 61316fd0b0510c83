package dev.zoomkit.published;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that code outside a module can refer to, a line a type and a line a member, sorted. What a
 * non-public parent hands down stands with the type that has it. Not in it are {@code equals},
 * {@code hashCode} and {@code toString}, which everything has, and the annotations that carry facts
 * of the description, which change with that.
 */
final class ApiText {

  private static final Set<String> EVERYBODYS = Set.of("equals", "hashCode", "toString");

  private final TypeText types = new TypeText();
  private final MemberText memberText = new MemberText(types);
  private final PublishedModule module;

  private ApiText(PublishedModule module) {
    this.module = module;
  }

  /** Of all packages that the module exports to everybody. */
  static String of(PublishedModule module) {
    return new ApiText(module).text();
  }

  private String text() {
    StringBuilder lines = new StringBuilder();
    TreeMap<String, List<Class<?>>> packages =
        module.types().stream()
            .collect(
                Collectors.groupingBy(Class::getPackageName, TreeMap::new, Collectors.toList()));
    packages.forEach(
        (name, members) -> {
          lines.append(
              "package %s%s\n".formatted(ApiAnnotations.of(members.get(0).getPackage()), name));
          members.forEach(type -> lines.append(type(type)));
        });
    return lines.toString();
  }

  private String type(Class<?> type) {
    StringBuilder lines = new StringBuilder("\n%s\n".formatted(header(type)));
    members(type).forEach(member -> lines.append("  %s\n".formatted(member)));
    return lines.toString();
  }

  private String header(Class<?> type) {
    StringJoiner header = new StringJoiner(" ");
    header.add(ApiAnnotations.of(type) + Modifier.toString(modifiers(type)) + sealed(type));
    header.add(kind(type));
    header.add(types.name(type) + types.parameters(type.getTypeParameters()));
    AnnotatedType parent = type.getAnnotatedSuperclass();
    if (parent != null && isVisible(type.getSuperclass()) && !isImplied(type)) {
      header.add("extends " + types.of(parent));
    }
    Set<String> interfaces = interfaces(type);
    if (!interfaces.isEmpty() && !type.isAnnotation()) {
      header.add((type.isInterface() ? "extends " : "implements ") + String.join(", ", interfaces));
    }
    return header.toString();
  }

  /** What every class of a kind is, is left out, and so is what the word for the kind says. */
  private static int modifiers(Class<?> type) {
    int unsaid = type.isInterface() ? Modifier.ABSTRACT | Modifier.STATIC | Modifier.INTERFACE : 0;
    return type.getModifiers() & ~(type.isEnum() || type.isRecord() ? Modifier.FINAL : unsaid);
  }

  private String sealed(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .collect(Collectors.joining(", ", " sealed(", ")"))
        : "";
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  private static boolean isImplied(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent == Object.class || parent == Record.class || type.isEnum();
  }

  /** Those of hidden parents, too. */
  private Set<String> interfaces(Class<?> type) {
    Set<String> interfaces = new TreeSet<>();
    for (Class<?> at = type;
        at != null && (at == type || !isVisible(at));
        at = at.getSuperclass()) {
      Arrays.stream(at.getAnnotatedInterfaces())
          .filter(one -> isVisible(raw(one)))
          .map(types::of)
          .forEach(interfaces::add);
    }
    return interfaces;
  }

  private static Class<?> raw(AnnotatedType type) {
    return type.getType() instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type.getType();
  }

  private static boolean isVisible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers()) && !PublishedModule.isHidden(type);
  }

  /** By their names, so that a change of a type is the change of a line. */
  private List<String> members(Class<?> type) {
    List<Class<?>> family = family(type);
    Stream<Member> methods =
        family.stream()
            .<Method>flatMap(member -> Arrays.stream(member.getDeclaredMethods()))
            .filter(method -> !isEverybodys(type, method))
            .map(Member.class::cast);
    Stream<Member> fields =
        family.stream().flatMap(member -> Arrays.stream(member.getDeclaredFields()));
    return Stream.of(Arrays.stream(type.getDeclaredConstructors()), fields, methods)
        .<Member>flatMap(Function.identity())
        .filter(member -> isApi(type, member) && !takesWhatIsHidden(member))
        .map(member -> Map.entry(key(member), memberText.of(member)))
        .distinct()
        .sorted(Entry.<String, String>comparingByKey().thenComparing(Entry.comparingByValue()))
        .map(Entry::getValue)
        .toList();
  }

  private static String key(Member member) {
    return member instanceof Constructor ? "" : member.getName();
  }

  /** Nobody outside can call that. */
  private boolean takesWhatIsHidden(Member member) {
    return member instanceof Executable executable
        && Arrays.stream(executable.getParameterTypes()).anyMatch(PublishedModule::isHidden);
  }

  /** The type and the hidden ones that it inherits from. */
  private List<Class<?>> family(Class<?> type) {
    List<Class<?>> family = new ArrayList<>(List.of(type));
    for (int index = 0; index < family.size(); index++) {
      Class<?> member = family.get(index);
      Stream.concat(Stream.ofNullable(member.getSuperclass()), Stream.of(member.getInterfaces()))
          .filter(parent -> !isVisible(parent) && !family.contains(parent))
          .forEach(family::add);
    }
    return family;
  }

  private static boolean isApi(Class<?> type, Member member) {
    return !member.isSynthetic()
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()) && canBeExtended(type));
  }

  private static boolean canBeExtended(Class<?> type) {
    return !Modifier.isFinal(type.getModifiers())
        && !type.isSealed()
        && Arrays.stream(type.getDeclaredConstructors())
            .map(Constructor::getModifiers)
            .anyMatch(modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
  }

  private static boolean isEverybodys(Class<?> type, Method method) {
    return EVERYBODYS.contains(method.getName())
        || type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
  }
}
