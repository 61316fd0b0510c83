package dev.zoomkit.spec.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that the bundle is made of: what a file is by its path below the folder of {@code
 * zoom.yaml}, and which file a place of the bundle comes from. Paths have {@code /}.
 */
public final class SourceFiles {
  /** The file that everything starts from. */
  public static final String ROOT = "zoom.yaml";

  /** The kinds of components, each in a folder of that name, in the order of the bundle. */
  public static final List<String> KINDS =
      List.of("parameters", "headers", "responses", "schemas", "examples");

  private final Map<String, String> components;
  private final Map<String, String> operations;

  /**
   * Files by what they are in the bundle.
   *
   * @param components the files of components by {@code <kind>/<name>}
   * @param operations the files of operations by {@code <path> <method>}, the method in lower case
   */
  public SourceFiles(Map<String, String> components, Map<String, String> operations) {
    this.components = components;
    this.operations = operations;
  }

  /**
   * A place in a file.
   *
   * @param path the keys that lead to it, one within the other; empty for the whole file
   */
  public record Origin(String file, List<String> path) {}

  /** Where a JSON pointer of the bundle leads in the sources. */
  public Origin of(String pointer) {
    List<String> names =
        List.of(pointer.split("/", -1)).stream().skip(1).map(ApiDescription::unescape).toList();
    String file = names.size() > 2 ? file(names.get(0), names.get(1), names.get(2)) : null;
    return file == null
        ? new Origin(ROOT, names)
        : new Origin(file, names.subList(3, names.size()));
  }

  private @Nullable String file(String part, String group, String name) {
    return switch (part) {
      case "components" -> components.get(group + "/" + name);
      case "paths" -> operations.get(group + " " + name);
      default -> null;
    };
  }

  /** The component's kind and name that a file stands for, or null for any other file. */
  public static @Nullable String componentOf(String file) {
    String[] parts = file.split("/");
    return parts.length == 3 && KINDS.contains(parts[1]) && parts[2].endsWith(".yaml")
        ? parts[1] + "/" + nameOf(file)
        : null;
  }

  /** A file's name without its folder and {@code .yaml}. */
  public static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
  }

  /**
   * Whether a file is an error that operations share; it stands in their place, not beside them.
   */
  public static boolean isSharedError(String file) {
    return file.matches("shared/errors/[^/]+\\.yaml");
  }

  public static boolean isOperation(String file) {
    return file.matches("(?!shared/)[^/]+/[^/]+\\.yaml");
  }

  /** The file that a reference in a file leads to; the folder itself for an empty reference. */
  public static String target(String file, String ref) {
    return Path.of(file).resolveSibling(ref).normalize().toString().replace('\\', '/');
  }

  /** The folder of a tag: {@code tracking-fields} for {@code Tracking Fields}. */
  public static String folderOf(String tag) {
    return tag.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
