package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.JavaType;
import java.util.List;
import java.util.stream.Stream;

/** The imports of a file beside those that its template always has. */
final class Imports {
  private Imports() {}

  /** Of the classes that types name, those of other packages. */
  static List<String> of(String packageName, Stream<JavaType> types) {
    return elsewhere(packageName, types.map(JavaType::className));
  }

  /** In order, those of classes that are neither of the package nor of java.lang. */
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
