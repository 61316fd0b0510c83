package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names that no generated class can have, because generated code uses them for other classes.
 */
public final class ReservedNames {
  /** Packages whose classes Java code refers to by their simple names, besides its own. */
  private static final List<String> USUAL_PACKAGES =
      List.of("java.lang", "java.util", "java.io", "java.time");

  /** The parts of a template that are not code: tags, comments, strings and names of packages. */
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\\{\\{.*?}}|/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|\\b[a-z]\\w*\\.(?=\\w)",
          Pattern.DOTALL);

  private static final Pattern CLASS = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

  private static final Pattern IMPORT = Pattern.compile("import ([\\w.]+);");

  private final Set<String> names = new TreeSet<>();
  private final Set<String> imported = new TreeSet<>();

  /** The names that the templates use. */
  public ReservedNames(Iterable<String> templates) {
    for (String template : templates) {
      String code = NOT_CODE.matcher(template).replaceAll(" ");
      IMPORT.matcher(template).results().forEach(name -> imported.add(name.group(1)));
      CLASS.matcher(code).results().forEach(name -> names.add(name.group()));
    }
  }

  /** Whether generated code would confuse a class of this name with another one. */
  public boolean contains(String name) {
    return names.contains(name)
        || name.endsWith("JsonAdapter")
        || TypeMappings.isKnown(name)
        || USUAL_PACKAGES.stream().anyMatch(usual -> exists(usual + "." + name));
  }

  /** Whether an import of the class would give another meaning to a name that code uses. */
  public boolean clashesWith(String fullName) {
    String name = fullName.substring(fullName.lastIndexOf('.') + 1);
    return names.contains(name) && !imported.contains(fullName) || exists("java.lang." + name);
  }

  private static boolean exists(String className) {
    try {
      Class.forName(className, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
