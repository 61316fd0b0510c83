package dev.zoomkit.spec.drift;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds our file and line of what stands at a pointer of the bundle. */
final class SourceLines {
  private final OurFiles ours;
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, Node> trees = new HashMap<>();

  SourceLines(OurFiles ours) {
    this.ours = ours;
    for (String kind : List.of("schemas", "parameters", "responses")) {
      ours.ofKind(kind)
          .forEach((name, file) -> files.put("/components/" + kind + "/" + name, file));
    }
  }

  /** {@code spec/src/main/openapi/users/getUser.yaml:8}: the nearest line that there is. */
  String of(String pointer) {
    List<String> parts = new ArrayList<>();
    for (String part : pointer.substring(1).split("/")) {
      parts.add(part.replace("~1", "/").replace("~0", "~"));
    }
    String file =
        parts.get(0).equals("paths")
            ? ours.ofOperation(parts.get(1), parts.get(2))
            : files.getOrDefault("/" + String.join("/", parts.subList(0, 3)), "zoom.yaml");
    Node tree = trees.computeIfAbsent(file, this::tree);
    int line = line(tree, parts.subList(3, parts.size()));
    return "spec/src/main/openapi/" + file + ":" + line;
  }

  private Node tree(String file) {
    try {
      String text = Files.readString(ours.folder().resolve(file));
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int line(Node tree, List<String> parts) {
    Node at = tree;
    int line = 1;
    for (String part : parts) {
      Node next = null;
      if (at instanceof MappingNode map) {
        for (NodeTuple tuple : map.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(part)) {
            next = tuple.getValueNode();
            line = key.getStartMark().getLine() + 1;
          }
        }
      } else if (at instanceof SequenceNode list && part.matches("\\d+")) {
        int index = Integer.parseInt(part);
        next = index < list.getValue().size() ? list.getValue().get(index) : null;
        line = next == null ? line : next.getStartMark().getLine() + 1;
      }
      if (next == null) {
        break;
      }
      at = next;
    }
    return line;
  }
}
