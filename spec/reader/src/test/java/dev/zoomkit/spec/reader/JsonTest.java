package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"\"",
        "{\"a\":[1,-2,90000000001,123456789012345678901234567890,0.5,1e30],\"b\":{\"c\":[[]]}}",
        "{\"a\":true,\"b\":false,\"c\":null,\"a\":[{\"\":\"\\u00e9\\n\\\"\\ud83d\\ude00 \u00fc\"}]}"
      })
  void isReadAndWrittenAsAMapperDoes(String text) throws IOException {
    JsonNode expected = new JsonMapper().readTree(text);

    JsonNode tree = Objects.requireNonNull(Json.parse(text));

    assertThat(tree).isEqualTo(expected);
    assertThat(Json.text(tree)).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "[1,", "{}{}", "1 2", "{\"a\"}", "nul", "[1]]", "NaN", "\"a", "1e999"
      })
  void isNullWhereTheTextIsNone(String text) {
    assertThat(Json.parse(text)).isNull();
  }

  @Test
  void writesHalfOfASurrogatePairAsItHasToBeEscaped() {
    String text = "{\"a\":\"x\\uD800y\"}";

    assertThat(Json.text(Json.read(text))).isEqualTo(text);
  }

  @Test
  void isNullWhereItIsNestedTooDeep() {
    assertThat(Json.parse("[".repeat(2000) + "]".repeat(2000))).isNull();
  }
}
