package dev.zoomkit.internal;

import dev.zoomkit.api.Apis;
import dev.zoomkit.internal.http.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the description, and the path that it was found by. All are read when the first
 * one is looked for.
 *
 * @param path its segments, with the description's names in braces
 */
record Described(Operation operation, List<String> path) {

  private static final Map<String, Described> BY_LINE = new HashMap<>();

  static {
    for (Class<?> api : Apis.ALL) {
      for (Method method : api.getMethods()) {
        if (Modifier.isAbstract(method.getModifiers())) {
          add(Operation.of(method));
        }
      }
    }
  }

  /** The path itself, that of the own account, and that below a sub-account. */
  private static void add(Operation operation) {
    List<String> path = operation.path();
    List<List<String>> paths = new ArrayList<>(List.of(path));
    if (operation.ownPath() != null) {
      paths.add(operation.ownPath());
    }
    if (operation.namesAccount() && path.get(0).equals("accounts") && path.size() > 2) {
      paths.add(path.subList(2, path.size()));
    }
    for (List<String> one : paths) {
      BY_LINE.putIfAbsent(line(operation.httpMethod(), one), new Described(operation, one));
    }
  }

  /** That of a method and a path, whatever its names in braces are; null where there is none. */
  static @Nullable Described of(String httpMethod, List<String> path) {
    return BY_LINE.get(line(httpMethod, path));
  }

  private static String line(String httpMethod, List<String> path) {
    StringBuilder line = new StringBuilder(httpMethod);
    for (String segment : path) {
      line.append('/').append(Operation.isParameter(segment) ? "{}" : segment);
    }
    return line.toString();
  }

  /** The values of a path whose names may be others, by the names of the description. */
  Map<String, String> renamed(List<String> asked, Map<String, String> values) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int index = 0; index < asked.size(); index++) {
      if (Operation.isParameter(asked.get(index))) {
        renamed.put(
            FreeRequest.name(path.get(index)), values.get(FreeRequest.name(asked.get(index))));
      }
    }
    return renamed;
  }
}
