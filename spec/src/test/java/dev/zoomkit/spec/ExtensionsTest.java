package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** EXTENSIONS.md documents the x- keys that the rules know, with examples that have their form. */
class ExtensionsTest {
  private static final Pattern SECTION = Pattern.compile("(?ms)^### `(x-[a-z-]+)`$(.*?)(?=^#|\\z)");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  @Test
  void everyKeyIsDocumentedAndNoOther() throws IOException {
    assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(Extensions.all().keySet());
  }

  @Test
  void everyKeyHasAnExampleOfItsForm() throws IOException {
    for (Map.Entry<String, String> section : sections().entrySet()) {
      String key = section.getKey();
      Matcher example = EXAMPLE.matcher(section.getValue());
      assertThat(example.find()).as("example of " + key).isTrue();
      JsonNode value = new YAMLMapper().readTree(example.group(1)).path(key);
      assertThat(value.isMissingNode()).as("example of " + key + " has the key").isFalse();
      assertThat(Extensions.all().get(key).faults(value)).as("example of " + key).isEmpty();
    }
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher matcher = SECTION.matcher(Files.readString(Path.of("EXTENSIONS.md")));
    while (matcher.find()) {
      sections.put(matcher.group(1), matcher.group(2));
    }
    return sections;
  }
}
