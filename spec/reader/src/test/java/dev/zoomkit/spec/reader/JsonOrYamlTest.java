package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonOrYamlTest {
  @Test
  void jsonIsReadAsJson() throws IOException {
    String key = "k".repeat(2000);
    String text = "\uFEFF\n{\n\t\"" + key + "\": \"a\\/b\"\n}";

    assertThat(JsonOrYaml.read(text).path(key).asText()).isEqualTo("a/b");
  }

  @Test
  void yamlSaysTheSameInOtherWords() throws IOException {
    assertThat(JsonOrYaml.read("a: [1, 2.5, 99999999999, true, null, x]\n"))
        .isEqualTo(JsonOrYaml.read("{\"a\": [1, 2.5, 99999999999, true, null, \"x\"]}"));
  }

  @Test
  void aMappingInBracesIsYamlWhereItsNamesAreNotQuoted() throws IOException {
    assertThat(JsonOrYaml.read("{a: 'b', c: {}}")).isEqualTo(JsonOrYaml.read("a: b\nc: {}"));
  }

  @Test
  void aLongTextIsReadEitherWay() throws IOException {
    String words = "word ".repeat(800_000);

    assertThat(JsonOrYaml.read("a: '" + words + "'\n"))
        .isEqualTo(JsonOrYaml.read("{\"a\": \"" + words + "\"}"));
  }

  @Test
  void whatIsCutOffIsNeither() {
    for (String text : new String[] {"{", "{\"a\": [", "a: ["}) {
      assertThatThrownBy(() -> JsonOrYaml.read(text)).isInstanceOf(JsonProcessingException.class);
    }
  }

  @Test
  void thereIsNothingInAnEmptyText() throws IOException {
    assertThat(JsonOrYaml.read("\n").isMissingNode()).isTrue();
  }
}
