package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.reader.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of our description. The name of a file is what it has in the bundle.
 *
 * @param folder the folder of {@code zoom.yaml}
 * @param trees what each file says, by its path below the folder, with {@code /}
 */
record OurFiles(Path folder, Map<String, JsonNode> trees) {
  static OurFiles read(Path folder) {
    YAMLMapper yaml = new YAMLMapper();
    Map<String, JsonNode> trees = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        trees.put(name, yaml.readTree(Files.readString(file)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new OurFiles(folder, trees);
  }

  /** The root: tags, and the contents. */
  JsonNode root() {
    return trees.get(SourceFiles.ROOT);
  }

  /** The files of a kind, such as {@code schemas}, by name. Names are unique. */
  Map<String, String> ofKind(String kind) {
    Map<String, String> files = new TreeMap<>();
    for (String file : trees.keySet()) {
      String component = SourceFiles.componentOf(file);
      if (component != null && component.startsWith(kind + "/")) {
        files.put(SourceFiles.nameOf(file), file);
      }
    }
    return files;
  }

  /** The tag of a folder; empty where there is none. */
  String ofTag(String folder) {
    for (JsonNode tag : root().path("tags")) {
      if (SourceFiles.folderOf(tag.path("name").asText()).equals(folder)) {
        return tag.path("name").asText();
      }
    }
    return "";
  }
}
