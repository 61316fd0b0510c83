package dev.zoomkit.spec.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names as our description has them, made from names as Zoom has them. */
final class Words {
  private static final Set<String> VERBS =
      Set.of(
          "get",
          "list",
          "create",
          "update",
          "delete",
          "add",
          "remove",
          "enable",
          "assign",
          "change",
          "download",
          "cancel",
          "upgrade",
          "check",
          "batch",
          "upload",
          "end",
          "start",
          "stop",
          "send");

  private Words() {}

  /** The words of a name in any spelling, in lower case: {@code SIPPhone} is two. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
    for (String word : spaced.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  static String upperCamel(List<String> words) {
    StringBuilder name = new StringBuilder();
    words.forEach(
        word -> name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length()));
    return name.toString();
  }

  static String upperCamel(String name) {
    return upperCamel(of(name));
  }

  static String lowerCamel(List<String> words) {
    String name = upperCamel(words);
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** A tag: {@code Tracking Fields} of {@code tracking-fields}. */
  static String title(String folder) {
    StringBuilder title = new StringBuilder();
    for (String word : of(folder)) {
      title.append(title.isEmpty() ? "" : " ").append(upperCamel(List.of(word)));
    }
    return title.toString();
  }

  /** A constant's name: {@code IN_MEETING}. */
  static String constant(String value) {
    String name = String.join("_", of(value)).toUpperCase(Locale.ROOT);
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "" : name;
  }

  /** One of many: {@code policy} for {@code policies}. */
  static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    } else if (word.matches("(?i).*(sses|ches|shes|xes)")) {
      return word.substring(0, word.length() - 2);
    } else if (word.endsWith("s") && !word.matches("(?i).*(ss|us|is|settings|news)")) {
      return word.substring(0, word.length() - 1);
    }
    return word;
  }

  /** The words without the verb that they begin with. */
  static List<String> withoutVerb(List<String> words) {
    boolean verb = words.size() > 1 && VERBS.contains(words.get(0));
    return verb ? words.subList(1, words.size()) : words;
  }

  /**
   * The id of an operation. Zoom's own where it is made of words and begins with a verb; else that
   * of its granular scope, {@code user:read:list_users}; else the method and the path.
   */
  static String operationId(UpstreamOperation operation) {
    List<String> words = of(operation.node().path("operationId").asText());
    if (words.size() > 2 && VERBS.contains(words.get(0))) {
      return lowerCamel(words);
    }
    List<String> granular = operation.scopes("granular");
    String[] scope = granular.isEmpty() ? new String[0] : granular.get(0).split(":");
    return scope.length > 2 ? byScope(operation, scope) : byPath(operation);
  }

  private static String byScope(UpstreamOperation operation, String[] scope) {
    List<String> noun = new ArrayList<>(of(scope[2]));
    boolean list = noun.get(0).equals("list") && noun.size() > 1;
    if (list) {
      noun.remove(0);
    }
    String owner = singular(of(scope[0]).get(0));
    if (noun.stream().noneMatch(word -> singular(word).equals(owner))) {
      noun.addAll(0, of(scope[0]));
    }
    noun.add(0, list ? "list" : verb(operation.method()));
    return lowerCamel(noun);
  }

  /** The id by method and path, with the names of what is not named by a parameter. */
  static String byPath(UpstreamOperation operation) {
    List<String> noun = new ArrayList<>();
    String[] parts = operation.ordinaryPath().substring(1).split("/");
    boolean one = parts[parts.length - 1].startsWith("{") || !operation.method().equals("get");
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1 || i == parts.length - 2 && parts[i + 1].startsWith("{");
      if (!parts[i].startsWith("{")) {
        of(parts[i]).forEach(word -> noun.add(last && !one ? word : singular(word)));
      }
    }
    boolean list =
        operation.method().equals("get") && !one && parts[parts.length - 1].endsWith("s");
    noun.add(0, list ? "list" : verb(operation.method()));
    return lowerCamel(noun);
  }

  private static String verb(String method) {
    return switch (method) {
      case "get" -> "get";
      case "post" -> "create";
      case "delete" -> "delete";
      default -> "update";
    };
  }
}
