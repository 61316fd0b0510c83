package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation of a raw path: literal segments before parameters, the master path and the
 * own account's. What the own account alone has is not found below an account either where a
 * parameter would take its last segment, as an id of a user would {@code email}.
 */
final class Router {
  private final Node root = new Node();
  private final Set<String> methods = new TreeSet<>();
  private final NearestOperations nearest;

  Router(ApiDescription description) {
    nearest = new NearestOperations(description);
    for (DescribedOperation operation : description.operations()) {
      add(operation, operation.path(), Place.MASTER);
      String ownPath = operation.ownPath();
      if (ownPath != null) {
        add(operation, ownPath, Place.OWN);
      }
      String missingPath = operation.missingMasterPath();
      if (missingPath != null) {
        add(operation, missingPath, Place.NOWHERE);
      }
    }
  }

  private void add(DescribedOperation operation, String path, Place place) {
    Node node = root;
    List<String> names = new ArrayList<>();
    for (String segment : path.substring(1).split("/")) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
        node.parameter = node.parameter == null ? new Node() : node.parameter;
        node = node.parameter;
      } else {
        Node literal = node.literals.getOrDefault(segment, new Node());
        node.literals.put(segment, literal);
        node = literal;
      }
    }
    methods.add(operation.method());
    node.targets.putIfAbsent(operation.method(), new Target(operation, names, place));
  }

  /**
   * The operation that a request names.
   *
   * @param path the raw path below {@code /v2}, still percent-encoded
   * @throws ErrorResponseException if no operation has the path, or none of the method
   */
  Match match(String method, String path) {
    List<String> segments = List.of(path.substring(1).split("/", -1));
    List<String> values = new ArrayList<>();
    Target target = root.find(method, segments, 0, values);
    if (isThere(target)) {
      Map<String, String> byName = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        String name = target.names.get(i);
        byName.put(name, decode(target.operation, name, values.get(i)));
      }
      return new Match(target.operation, byName, target.place == Place.OWN);
    }
    if (target != null) {
      throw nowhere(method, path);
    }
    List<String> others = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String other : methods) {
      Target known = root.find(other, segments, 0, new ArrayList<>());
      if (isThere(known)) {
        others.add(other);
        names.add(other + " (" + known.operation + ")");
      }
    }
    if (others.isEmpty()) {
      throw nowhere(method, path);
    }
    throw ErrorResponseException.ofMethod(
        "This endpoint does not support " + method + "; it has " + String.join(", ", names) + ".",
        others);
  }

  private ErrorResponseException nowhere(String method, String path) {
    return new ErrorResponseException(404, 2300, nearest.message(method, path));
  }

  private static boolean isThere(@Nullable Target target) {
    return target != null && target.place != Place.NOWHERE;
  }

  /**
   * A UUID that starts with a slash or has two in a row has to come encoded twice, as Zoom's
   * gateway decodes once more.
   */
  private static String decode(DescribedOperation operation, String name, String raw) {
    String once = TextDecoder.ofPath(raw);
    Parameter parameter = operation.pathParameter(name);
    if (parameter == null || !parameter.isUuid()) {
      return once;
    }
    if (once.startsWith("/") || once.contains("//")) {
      throw new ErrorResponseException(
          404,
          2300,
          "A UUID with a leading or double slash has to be percent-encoded twice: " + once);
    }
    return once.contains("%") ? TextDecoder.ofPath(once) : once;
  }

  /**
   * A request's operation.
   *
   * @param values the path parameters by name, decoded
   * @param own whether the path was the own account's, without {@code /accounts/{accountId}}
   */
  record Match(DescribedOperation operation, Map<String, String> values, boolean own) {}

  /**
   * Which of an operation's paths it is; nowhere stands for one that it might be thought to have.
   */
  private enum Place {
    MASTER,
    OWN,
    NOWHERE
  }

  private record Target(DescribedOperation operation, List<String> names, Place place) {}

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private @Nullable Node parameter;
    private final Map<String, Target> targets = new HashMap<>();

    /** The target of a method below this node. */
    @Nullable Target find(String method, List<String> segments, int at, List<String> values) {
      if (at == segments.size()) {
        return targets.get(method);
      }
      String segment = segments.get(at);
      Node literal = literals.get(segment);
      Target found = literal == null ? null : literal.find(method, segments, at + 1, values);
      if (found == null && parameter != null && !segment.isEmpty()) {
        values.add(segment);
        found = parameter.find(method, segments, at + 1, values);
        if (found == null) {
          values.remove(values.size() - 1);
        }
      }
      return found;
    }
  }
}
