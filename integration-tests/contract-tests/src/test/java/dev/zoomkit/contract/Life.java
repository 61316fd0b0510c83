package dev.zoomkit.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A creating operation, and the path of what it creates. */
record Life(Operation creation, String itemPath) {

  /** The lives of all that operations of a description create. */
  static List<Life> all(BundledDescription description) {
    List<Operation> operations = description.operations();
    return operations.stream()
        .filter(operation -> operation.method().equals("POST"))
        .flatMap(
            creation ->
                operations.stream()
                    .map(Operation::masterPath)
                    .distinct()
                    .filter(path -> isOfItem(path, creation.masterPath()))
                    .map(path -> new Life(creation, path)))
        .toList();
  }

  /**
   * Whether a path is that of an item of a collection: one value below it, or below a collection of
   * the same name further up, as that of the meetings of a user is.
   */
  private static boolean isOfItem(String path, String collection) {
    int value = path.endsWith("}") ? path.lastIndexOf("/{") : -1;
    int name = path.lastIndexOf('/', value - 1);
    return value > 0
        && path.indexOf('/', value + 1) < 0
        && collection.startsWith(path.substring(0, name))
        && collection
            .substring(name)
            .matches("(/\\w+/\\{\\w+})*" + Pattern.quote(path.substring(name, value)));
  }

  /** The path parameter that names what is created. */
  String parameter() {
    return itemPath.replaceFirst("^.*\\{(\\w+)}$", "$1");
  }

  /** What bodies have in the place of a path parameter: {@code group_id} for {@code groupId}. */
  static String field(String parameter) {
    return parameter.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  boolean has(Operation operation) {
    return operation.equals(creation) || (operation.masterPath() + "/").startsWith(itemPath + "/");
  }
}
