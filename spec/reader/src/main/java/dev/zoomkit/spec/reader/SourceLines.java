package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the line of a source that a place of the bundle comes from. What the bundler derives leads
 * to what it is derived from, and what is gone to where it was.
 */
public final class SourceLines {
  private static final String ROOT = "zoom.yaml";
  private static final String HOME = "spec/src/main/openapi/";

  private final Path folder;
  private final Map<String, LinedTree> trees = new HashMap<>();
  private final Map<String, String> components = new HashMap<>();

  /**
   * The sources below a folder.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public SourceLines(Path folder) {
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
   * @param file its path in this repository, with {@code /}
   * @param line from 1
   */
  public record Line(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * The line for a JSON pointer of the bundle.
   *
   * @throws UncheckedIOException if its source cannot be read
   */
  public Line of(String pointer) {
    List<String> names =
        Arrays.stream(pointer.split("/"))
            .skip(1)
            .map(name -> name.replace("~1", "/").replace("~0", "~"))
            .toList();
    String file = names.size() > 2 ? fileOf(names.subList(0, 3)) : "";
    return file.isEmpty() ? within(ROOT, names) : within(file, names.subList(3, names.size()));
  }

  /** The file of a component or an operation; empty where it has none. */
  private String fileOf(List<String> names) {
    return switch (names.get(0)) {
      case "components" -> components.getOrDefault(names.get(1) + "/" + names.get(2) + ".yaml", "");
      case "paths" ->
          tree(ROOT)
              .root()
              .path("paths")
              .path(names.get(1))
              .path(names.get(2))
              .path("$ref")
              .asText();
      default -> "";
    };
  }

  private Line within(String file, List<String> names) {
    LinedTree tree = tree(file);
    JsonNode node = tree.root();
    int line = 1;
    for (String name : names) {
      int next = tree.line(node, name);
      if (next == 0) {
        break;
      }
      line = next;
      node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }
    return new Line(HOME + file, line);
  }

  private LinedTree tree(String file) {
    return trees.computeIfAbsent(file, this::parse);
  }

  private LinedTree parse(String file) {
    try {
      return new LinedTree(Files.readString(folder.resolve(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
