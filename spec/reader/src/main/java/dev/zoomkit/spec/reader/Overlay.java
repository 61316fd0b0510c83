package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that adds operations to a description, or changes some, in the format OpenAPI Overlay 1.1.
 * What it adds is completed as the bundle is. It is stricter than the format where that helps to
 * see a mistake: a target has to select something, and what has a name in the description already
 * is changed by a target that leads to it, not added again. Immutable.
 */
public final class Overlay {
  private final String file;
  private final LinedTree tree;
  private final List<Action> actions = new ArrayList<>();

  /** An action, and the line where it begins; null for what it does not do. */
  private record Action(
      int line,
      String text,
      JsonPath target,
      @Nullable JsonNode update,
      @Nullable JsonPath copy,
      boolean remove) {}

  private Overlay(String file, LinedTree tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * Reads a file of YAML or JSON.
   *
   * @throws OverlayException if it cannot be read, or is no overlay; the message names the file and
   *     the line
   */
  public static Overlay read(Path path) {
    String file = path.toString();
    try {
      Overlay overlay = new Overlay(file, new LinedTree(JsonOrYaml.text(path)));
      overlay.readActions();
      return overlay;
    } catch (NoSuchFileException missing) {
      throw new OverlayException(List.of(file + ": there is no such file"));
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      throw new OverlayException(
          List.of(at(file, line) + "cannot be read: " + JsonOrYaml.reason(broken)));
    } catch (IOException unreadable) {
      throw new OverlayException(List.of(file + ": cannot be read: " + unreadable.getMessage()));
    }
  }

  private void readActions() {
    JsonNode root = tree.root();
    String version = root.path("overlay").asText();
    if (version.isEmpty()) {
      throw refused(0, "is no overlay: it does not begin with overlay: 1.1.0");
    } else if (!version.matches("1\\.[01]\\.\\d+")) {
      throw refused(
          tree.line(root, "overlay"), "is of version " + version + "; 1.0 and 1.1 are read");
    }
    for (String name : List.of("title", "version")) {
      if (!root.path("info").path(name).isTextual()) {
        throw refused(tree.line(root, "info"), "info needs a " + name + ", a text");
      }
    }
    JsonNode listed = root.path("actions");
    if (!listed.isArray() || listed.isEmpty()) {
      throw refused(tree.line(root, "actions"), "actions has to be a list of at least one");
    }
    for (int i = 0; i < listed.size(); i++) {
      actions.add(action(listed.get(i), tree.line(listed, "" + i)));
    }
  }

  private Action action(JsonNode node, int line) {
    JsonNode target = node.path("target");
    if (!target.isTextual()) {
      throw refused(line, "an action needs a target, a text");
    }
    JsonNode update = node.get("update");
    JsonNode copy = node.get("copy");
    boolean remove = node.path("remove").asBoolean();
    if (!remove && (update == null) == (copy == null)) {
      throw refused(line, "an action has one of update, copy and remove: true");
    }
    return new Action(
        line,
        target.asText(),
        path(target.asText(), tree.line(node, "target")),
        remove ? null : update,
        remove || copy == null ? null : path(copy.asText(), tree.line(node, "copy")),
        remove);
  }

  private JsonPath path(String text, int line) {
    try {
      return JsonPath.parse(text);
    } catch (IllegalArgumentException none) {
      throw refused(line, "is no JSONPath of RFC 9535: " + none.getMessage());
    }
  }

  /**
   * The description with this over it; the given one stays as it is.
   *
   * @param name what messages call the description, such as its file
   * @throws OverlayException if the overlay is for another description, collides with this one, or
   *     leaves gaps in it; the message has a line for each reason
   */
  public OverlaidDescription apply(JsonNode description, String name) {
    JsonNode extended = tree.root().path("extends");
    if (extended.isTextual() && !base(extended.asText()).equals(base(name))) {
      throw refused(
          tree.line(tree.root(), "extends"), "extends " + extended.asText() + ", not " + name);
    }
    ObjectNode document = description.deepCopy();
    for (Action action : actions) {
      apply(action, document, name);
    }
    OverlayCheck check = new OverlayCheck(file, name, description, document);
    check.complete();
    return OverlaidDescription.of(description, document);
  }

  /** The last part of a path or a URL, without what follows its first dot. */
  private static String base(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
  }

  private void apply(Action action, ObjectNode document, String name) {
    List<JsonPath.Match> targets = action.target().find(document);
    if (targets.isEmpty()) {
      throw refused(action.line(), "the target " + action.text() + " selects nothing in " + name);
    }
    JsonNode update = action.update();
    if (action.copy() != null) {
      List<JsonPath.Match> copied = action.copy().find(document);
      if (copied.size() != 1) {
        throw refused(action.line(), "copy has to select one node, and selects " + copied.size());
      }
      update = copied.get(0).node().deepCopy();
    }
    // From the last one, so that what is removed of a list moves none that is still to come.
    for (int i = targets.size() - 1; i >= 0; i--) {
      JsonPath.Match target = targets.get(i);
      if (update == null) {
        remove(action, document, target);
      } else {
        refuseCollisions(action, update, target.location(), document, name);
        update(action, document, target, update);
      }
    }
  }

  private void remove(Action action, ObjectNode document, JsonPath.Match target) {
    List<String> location = target.location();
    if (location.isEmpty()) {
      throw refused(action.line(), "removes the whole description");
    }
    String last = location.get(location.size() - 1);
    JsonNode parent = at(document, location.subList(0, location.size() - 1));
    if (parent instanceof ObjectNode object) {
      object.remove(last);
    } else {
      ((ArrayNode) parent).remove(Integer.parseInt(last));
    }
  }

  private void update(Action action, ObjectNode document, JsonPath.Match target, JsonNode update) {
    List<String> location = target.location();
    JsonNode merged = merged(action, target.node(), update, String.join(".", location));
    if (merged != target.node()) {
      String last = location.get(location.size() - 1);
      JsonNode parent = at(document, location.subList(0, location.size() - 1));
      if (parent instanceof ObjectNode object) {
        object.set(last, merged);
      } else {
        ((ArrayNode) parent).set(Integer.parseInt(last), merged);
      }
    }
  }

  /** The value with an update: objects and lists are changed in place, others replaced. */
  private JsonNode merged(Action action, JsonNode value, JsonNode update, String where) {
    if (value instanceof ObjectNode object && update.isObject()) {
      for (var field : update.properties()) {
        String name = field.getKey();
        JsonNode known = object.get(name);
        JsonNode added = field.getValue();
        object.set(
            name,
            known == null ? added.deepCopy() : merged(action, known, added, where + "." + name));
      }
      return object;
    } else if (value instanceof ArrayNode array) {
      if (update instanceof ArrayNode more) {
        array.addAll(more.deepCopy());
      } else {
        array.add(update.deepCopy());
      }
      return array;
    } else if (value.isContainerNode() || update.isContainerNode()) {
      throw refused(action.line(), "the update of " + where + " is of another kind than its value");
    }
    return update;
  }

  /** Refuses an update that has, below its target, the name of something that there is. */
  private void refuseCollisions(
      Action action, JsonNode update, List<String> at, ObjectNode document, String name) {
    if (at.size() == 3 || !update.isObject() || at.size() > 3) {
      return;
    }
    for (var field : update.properties()) {
      List<String> location = new ArrayList<>(at);
      location.add(field.getKey());
      JsonNode known = at(document, location);
      boolean named = location.get(0).equals("paths") || location.get(0).equals("components");
      if (named && location.size() == 3 && !known.isMissingNode()) {
        int line = tree.line(update, field.getKey());
        throw refused(
            line == 0 ? action.line() : line,
            "%s is in %s already; to change it, let the target lead to it"
                .formatted(described(location, known), name));
      } else if (named || at.isEmpty()) {
        refuseCollisions(action, field.getValue(), location, document, name);
      }
    }
  }

  private static String described(List<String> location, JsonNode known) {
    return location.get(0).equals("components")
        ? "#/" + String.join("/", location)
        : "%s %s (%s)"
            .formatted(
                location.get(2).toUpperCase(Locale.ROOT),
                location.get(1),
                known.path("operationId").asText());
  }

  private static JsonNode at(JsonNode document, List<String> location) {
    JsonNode node = document;
    for (String name : location) {
      node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }
    return node;
  }

  private OverlayException refused(int line, String what) {
    return new OverlayException(List.of(at(file, line) + what));
  }

  private static String at(String file, int line) {
    return file + (line > 0 ? ", line " + line : "") + ": ";
  }
}
