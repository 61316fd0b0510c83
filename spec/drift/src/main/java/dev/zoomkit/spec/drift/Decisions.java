package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What has been decided about differences: each by its fingerprint, or a kind of them by a rule.
 *
 * @param files the files that the decisions were made for; whether a rule has become idle is known
 *     only where a run has all of them
 * @param decisions them, in order; the first that covers a difference counts
 */
record Decisions(List<String> files, List<Decision> decisions) {
  private static final Set<String> CONDITIONS =
      Set.of(
          "fingerprints",
          "kind",
          "category",
          "operation",
          "place",
          "upstream",
          "ours",
          "says",
          "knows",
          "agrees",
          "because");

  /**
   * One decision. All its conditions have to hold.
   *
   * @param name what a person finds it by: its reason
   */
  record Decision(String name, JsonNode conditions) {

    boolean covers(Difference difference) {
      JsonNode fingerprints = conditions.path("fingerprints");
      return (fingerprints.isMissingNode()
              || Json.texts(fingerprints).contains(difference.fingerprint()))
          && oneOf("kind", difference.kind().title())
          && oneOf("category", difference.category())
          && matches("operation", difference.operation())
          && matches("place", difference.place())
          && matches("upstream", difference.upstream())
          && matches("ours", difference.ours())
          && same("says", difference.says())
          && same("knows", difference.knows())
          && contains("agrees", difference.agrees());
    }

    private boolean oneOf(String key, String value) {
      JsonNode wanted = conditions.path(key);
      return wanted.isMissingNode()
          || wanted.asText().equals(value)
          || Json.texts(wanted).contains(value);
    }

    private boolean matches(String key, String value) {
      JsonNode wanted = conditions.path(key);
      return wanted.isMissingNode() || Pattern.matches("(?s)" + wanted.asText(), value);
    }

    private boolean same(String key, List<String> value) {
      JsonNode wanted = conditions.path(key);
      return wanted.isMissingNode() || Json.texts(wanted).equals(value);
    }

    private boolean contains(String key, List<String> value) {
      JsonNode wanted = conditions.path(key);
      return wanted.isMissingNode() || value.contains(wanted.asText());
    }
  }

  /**
   * Reads the file of decisions.
   *
   * @throws UnusableException if it is none, or a decision has no reason
   */
  static Decisions read(Path file) throws IOException {
    JsonNode tree;
    try {
      tree = new YAMLMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException broken) {
      throw new UnusableException(
          file.getFileName()
              + ": is no YAML: "
              + broken.getOriginalMessage().lines().findFirst().orElse(""));
    }
    List<Decision> decisions = new ArrayList<>();
    for (JsonNode one : tree.path("decisions")) {
      String because = one.path("because").asText();
      one.fieldNames()
          .forEachRemaining(
              key -> {
                if (!CONDITIONS.contains(key)) {
                  throw new UnusableException(
                      file.getFileName() + ": a decision has no key " + key + ": " + because);
                }
              });
      if (!because.matches("(?s).+ .+\\.\\s*") || one.size() < 2) {
        throw new UnusableException(
            file.getFileName()
                + ": a decision needs a condition, and a sentence in because: "
                + one);
      }
      decisions.add(new Decision(because, one));
    }
    return new Decisions(Json.texts(tree.path("files")), List.copyOf(decisions));
  }

  /** The differences that each decision covers; what none covers is under the empty name. */
  Map<String, List<Difference>> sort(List<Difference> differences) {
    Map<String, List<Difference>> sorted = new LinkedHashMap<>();
    sorted.put("", new ArrayList<>());
    decisions.forEach(decision -> sorted.put(decision.name(), new ArrayList<>()));
    for (Difference difference : differences) {
      String name =
          decisions.stream()
              .filter(decision -> decision.covers(difference))
              .map(Decision::name)
              .findFirst()
              .orElse("");
      sorted.get(name).add(difference);
    }
    return sorted;
  }

  /**
   * The decisions, and fingerprints of them, that cover nothing; none where a run lacks files that
   * the decisions were made for.
   */
  List<String> idle(List<Difference> differences, Set<String> read) {
    List<String> idle = new ArrayList<>();
    if (!read.containsAll(files)) {
      return idle;
    }
    Map<String, List<Difference>> sorted = sort(differences);
    for (Decision decision : decisions) {
      Set<String> used = new HashSet<>();
      sorted.get(decision.name()).forEach(it -> used.add(it.fingerprint()));
      if (used.isEmpty()) {
        idle.add("matches nothing: " + decision.name().strip());
      } else {
        for (String fingerprint : Json.texts(decision.conditions().path("fingerprints"))) {
          if (!used.contains(fingerprint)) {
            idle.add(fingerprint + " matches nothing: " + decision.name().strip());
          }
        }
      }
    }
    return idle;
  }
}
