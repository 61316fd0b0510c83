package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.JavaType;
import java.util.List;
import java.util.stream.Stream;

/** The imports that a file needs besides those of its template. */
final class Imports {
  private Imports() {}

  /** The imports of types, other than those of the package itself. */
  static List<String> of(String packageName, Stream<JavaType> types) {
    return elsewhere(packageName, types.map(JavaType::className));
  }

  /** The imports of classes, sorted, other than those of the package and of java.lang. */
  static List<String> elsewhere(String packageName, Stream<String> classes) {
    return classes
        .filter(name -> !packageOf(name).equals(packageName))
        .filter(name -> !packageOf(name).equals("java.lang"))
        .sorted()
        .distinct()
        .toList();
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }
}
