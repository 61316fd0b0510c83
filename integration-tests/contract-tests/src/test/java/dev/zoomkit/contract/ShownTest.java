package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report shows the words of enumerations, and of other values what they look like. */
class ShownTest {

  private final Shown shown = new Shown(BundledDescription.load());
  private final ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");

  @ParameterizedTest
  @ValueSource(strings = {"voip", "third_party", "4k", "hd-720p", "21-50", "-1", "100000"})
  void theWordsOfEnumerationsAreShown(String word) {
    assertThat(shown.value(TextNode.valueOf(word), schema)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mia Keller",
        "mia@example.com",
        "10.0.0.1",
        "351225550178",
        "35-122-555",
        "q3Lm0pXkT5aYw2BrN7dVhA",
        "kDtMwXnSfiXqLrZvBpAwQe",
        "https://acme.zoom.us/j/1",
        ""
      })
  void whatMayTellOfSomebodyIsNot(String text) {
    assertThat(shown.value(TextNode.valueOf(text), schema)).isEqualTo(Shown.BLACK);
  }

  @Test
  void whatTheDescriptionMarksIsNot() {
    for (String mark : new String[] {"x-zoom-personal", "x-zoom-secret"}) {
      JsonNode marked = schema.deepCopy().put(mark, true);

      assertThat(shown.value(TextNode.valueOf("voip"), marked)).isEqualTo(Shown.BLACK);
      assertThat(shown.shape(TextNode.valueOf("voip"), marked)).isEqualTo("string");
    }
    assertThat(shown.value(TextNode.valueOf("voip"), null)).isEqualTo(Shown.BLACK);
  }

  @Test
  void aShapeHasNoLettersOfItsOwn() {
    assertThat(shown.shape(TextNode.valueOf("22 Nov 2026, 10:00"), schema))
        .isEqualTo("\"99 a 9999, 99:99\"");
    assertThat(shown.shape(TextNode.valueOf("Zoë\n" + "9".repeat(50)), schema))
        .isEqualTo("\"a?" + "9".repeat(38) + "\" of 54 characters");
    assertThat(shown.shape(IntNode.valueOf(4711), schema)).isEqualTo("4711");
    assertThat(shown.shape(IntNode.valueOf(93720518), schema)).isEqualTo("integer");
  }
}
