package dev.zoomkit.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the description as trees, by their path relative to the folder of {@code zoom.yaml}.
 *
 * @param files the trees, sorted by path; the paths have {@code /}; a tree is empty where the file
 *     could not be read
 * @param findings the files that could not be read
 */
public record Sources(Map<String, ObjectNode> files, List<Finding> findings) {
  private static final ObjectReader YAML =
      new YAMLMapper().reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * Reads every file below a folder.
   *
   * @throws IOException if a file cannot be opened; a file that is no YAML is a finding instead
   */
  public static Sources read(Path folder) throws IOException {
    Map<String, ObjectNode> files = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
        String file = folder.relativize(path).toString().replace('\\', '/');
        files.put(file, parse(file, Files.readString(path), findings));
      }
    }
    return new Sources(files, findings);
  }

  /** The tree of one file; an empty one and a finding where it holds none. */
  static ObjectNode parse(String file, String text, List<Finding> findings) {
    try {
      JsonNode tree = YAML.readTree(text);
      if (tree instanceof ObjectNode object && !object.isEmpty()) {
        return object;
      }
      findings.add(Bundler.Check.YAML.finding(file, "holds no keys"));
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      findings.add(
          Bundler.Check.YAML.finding(
              file, where + e.getOriginalMessage().strip().replaceAll("\\s+", " ")));
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
