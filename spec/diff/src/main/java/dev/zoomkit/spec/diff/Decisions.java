package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.reader.Fingerprint;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The breaks that somebody has decided to make without counting up the version that they ask for.
 *
 * @param reasons a sentence by fingerprint
 */
record Decisions(Map<String, String> reasons) {

  /**
   * Reads the file; without a file there are none.
   *
   * @throws UnusableException if an entry lacks its fingerprint or its reason
   */
  static Decisions read(Path file) {
    if (!Files.exists(file)) {
      return new Decisions(Map.of());
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    try {
      for (JsonNode entry : new YAMLMapper().readTree(file.toFile())) {
        String fingerprint = entry.path("fingerprint").asText();
        String because = entry.path("because").asText();
        if (!fingerprint.matches(Fingerprint.PATTERN) || !because.contains(" ")) {
          throw new UnusableException(
              file.getFileName() + ": " + entry + " needs a fingerprint and a reason: because.");
        }
        reasons.put(fingerprint, because);
      }
    } catch (JsonProcessingException broken) {
      throw new UnusableException(
          file.getFileName() + " is no YAML: " + broken.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Decisions(reasons);
  }

  boolean has(Change change) {
    return reasons.containsKey(change.fingerprint());
  }

  /** The fingerprints that none of the changes has. */
  Set<String> stale(List<Change> changes) {
    Set<String> stale = new LinkedHashSet<>(reasons.keySet());
    changes.forEach(change -> stale.remove(change.fingerprint()));
    return stale;
  }
}
