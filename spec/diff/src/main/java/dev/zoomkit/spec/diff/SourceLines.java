package dev.zoomkit.spec.diff;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds the line of a source that a place of the bundle comes from. What the bundler derives leads
 * to what it is derived from, and what is gone to where it was.
 */
final class SourceLines {
  private static final String ROOT = "zoom.yaml";

  private final Path folder;
  private final Map<String, Node> trees = new HashMap<>();
  private final Map<String, String> components = new HashMap<>();

  /**
   * The sources below a folder.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  SourceLines(Path folder) {
    this.folder = folder;
    try (Stream<Path> files = Files.walk(folder, 3)) {
      files
          .filter(file -> folder.relativize(file).getNameCount() == 3)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .forEach(file -> components.put(file.substring(file.indexOf('/') + 1), file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Where something stands.
   *
   * @param file relative to the sources' folder, with {@code /}
   * @param line from 1
   */
  record Line(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** The line for a JSON pointer of the bundle. */
  Line of(String pointer) {
    List<String> names =
        Arrays.stream(pointer.split("/"))
            .skip(1)
            .map(name -> name.replace("~1", "/").replace("~0", "~"))
            .toList();
    if (names.size() > 2 && names.get(0).equals("components")) {
      String file = components.get(names.get(1) + "/" + names.get(2) + ".yaml");
      if (file != null) {
        return within(file, names.subList(3, names.size()));
      }
    } else if (names.size() > 2 && names.get(0).equals("paths")) {
      Node root = tree(ROOT);
      Node reference = child(child(child(root, "paths"), names.get(1)), names.get(2));
      Node file = child(reference, "$ref");
      if (file instanceof ScalarNode name) {
        return within(name.getValue(), names.subList(3, names.size()));
      }
    }
    return within(ROOT, names);
  }

  private Line within(String file, List<String> names) {
    Node node = tree(file);
    int line = 1;
    for (String name : names) {
      Node child = child(node, name);
      if (child == null) {
        break;
      }
      line = lineOf(node, name, child);
      node = child;
    }
    return new Line(file, line);
  }

  private static int lineOf(Node holder, String name, Node child) {
    if (holder instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return key.getStartMark().getLine() + 1;
        }
      }
    }
    return child.getStartMark().getLine() + 1;
  }

  private static @Nullable Node child(@Nullable Node node, String name) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return entry.getValueNode();
        }
      }
    } else if (node instanceof SequenceNode list && name.matches("\\d{1,6}")) {
      int index = Integer.parseInt(name);
      return index < list.getValue().size() ? list.getValue().get(index) : null;
    }
    return null;
  }

  private Node tree(String file) {
    return trees.computeIfAbsent(file, this::parse);
  }

  private Node parse(String file) {
    try (Reader text = Files.newBufferedReader(folder.resolve(file))) {
      return new Yaml(new LoaderOptions()).compose(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
