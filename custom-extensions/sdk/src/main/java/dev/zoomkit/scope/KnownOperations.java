package dev.zoomkit.scope;

import dev.zoomkit.api.Apis;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.runtime.Arguments;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The operations of the generated interfaces, by name. Read when they are first asked for. */
final class KnownOperations {

  private static final Map<String, Operation> BY_NAME = new TreeMap<>();
  private static final Map<String, Integer> BREADTH = new HashMap<>();

  static {
    for (Class<?> api : Apis.ALL) {
      of("Apis", api).forEach(operation -> BY_NAME.put(operation.name(), operation));
    }
    for (Operation operation : BY_NAME.values()) {
      for (boolean ownAccount : new boolean[] {true, false}) {
        operation
            .sufficientScopes(ownAccount)
            .forEach(scope -> BREADTH.merge(scope, 1, Integer::sum));
      }
    }
  }

  private KnownOperations() {}

  /**
   * Those of an interface that are calls of their own.
   *
   * @throws IllegalArgumentException if it is no interface with Retrofit's annotations
   */
  static Stream<Operation> of(String caller, Class<?> api) {
    Operation.requireInterface(caller, api);
    return Arrays.stream(api.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(Operation::of);
  }

  /**
   * The operation of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Operation named(String caller, String name) {
    Operation operation = BY_NAME.get(Arguments.requireText(caller, "operation", name));
    if (operation == null) {
      throw Arguments.unfit(
          caller,
          "operation",
          "of the description; there is no %s, but %s.".formatted(name, nearest(name)));
    }
    return operation;
  }

  /** How many calls a scope opens, on either kind of account. */
  static int breadth(String scope) {
    return BREADTH.getOrDefault(scope, 0);
  }

  private static String nearest(String name) {
    return BY_NAME.keySet().stream()
        .min(Comparator.comparingInt(known -> distance(known, name)))
        .orElseThrow();
  }

  /** How many letters are to be changed, added or left out. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
