package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the line of a source that a place of the bundle comes from. What the bundler derives leads
 * to what it is derived from, and what is gone to where it was.
 */
public final class SourceLines {
  private static final String HOME = "spec/src/main/openapi/";

  private final Path folder;
  private final Map<String, LinedTree> trees = new HashMap<>();
  private final SourceFiles files;

  /**
   * The sources below a folder.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public SourceLines(Path folder) {
    this.folder = folder;
    this.files = new SourceFiles(components(folder), operations());
  }

  private static Map<String, String> components(Path folder) {
    Map<String, String> components = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder, 3)) {
      for (Path path : (Iterable<Path>) files::iterator) {
        String file = folder.relativize(path).toString().replace('\\', '/');
        String component = SourceFiles.componentOf(file);
        if (component != null) {
          components.put(component, file);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return components;
  }

  private Map<String, String> operations() {
    Map<String, String> operations = new HashMap<>();
    for (var place : new OpenApiDocument(tree(SourceFiles.ROOT).root()).operations()) {
      if (place.at().isReference()) {
        String file = place.at().node().get("$ref").asText();
        operations.put(place.path() + " " + place.method(), file);
      }
    }
    return operations;
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
    SourceFiles.Origin origin = files.of(pointer);
    LinedTree tree = tree(origin.file());
    JsonNode node = tree.root();
    int line = 1;
    for (String name : origin.path()) {
      int next = tree.line(node, name);
      if (next == 0) {
        break;
      }
      line = next;
      node = OpenApiDocument.child(node, name);
    }
    return new Line(HOME + origin.file(), line);
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
