package dev.zoomkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What builders, parts and texts of models are made with. */
class ValuesTest {

  @Test
  void aMomentInAPartIsInUtc() throws IOException {
    Buffer part = new Buffer();
    Parts.text(OffsetDateTime.parse("2027-03-25T07:30-04:00")).writeTo(part);

    assertThat(part.readUtf8()).isEqualTo("2027-03-25T11:30:00Z");
  }

  @Test
  void allMissingValuesAreNamedAtOnce() {
    Values.complete("Thing", "topic", "t", "type", 1);

    assertThatThrownBy(() -> Values.complete("Thing", "topic", null, "type", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Thing needs topic; it was not set.");
    assertThatThrownBy(() -> Values.complete("Thing", "topic", null, "type", null))
        .hasMessage("Thing needs topic, type; they were not set.");
  }

  @Test
  void anEmptyIdTellsNothingApart() {
    assertThat(Values.identity("")).isNull();
    assertThat(Values.identity(null, "a")).isNull();
    assertThat(Values.identity("u1")).isEqualTo("u1");
    assertThat(Values.identity("u1", null, 7)).isEqualTo(Arrays.asList("u1", null, 7));
  }

  @Test
  void copiesNameWhatHasNullInIt() {
    assertThatThrownBy(() -> Values.copy("Thing", "topics", Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Thing.topics must not have null in it.");
  }

  @Test
  void fieldsThatTheDescriptionLacksAreJson() {
    assertThatThrownBy(() -> Values.withUnknown(null, "odd", LocalDate.of(2026, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("odd takes text, a number, a boolean, null, or a list or a map");
  }

  @Test
  void fieldsThatTheDescriptionLacksAreCopied() {
    List<Object> list = new ArrayList<>(List.of("a"));
    Map<String, Object> fields = Values.unknown(Values.withUnknown(null, "odd", list));
    list.add("b");

    assertThat(fields).isEqualTo(Map.of("odd", List.of("a")));
    assertThatThrownBy(() -> fields.put("more", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aValueThatHoldsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);

    assertThatThrownBy(() -> Values.withUnknown(null, "endless", list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endless nests deeper than 250 levels.");
  }

  @Test
  void toStringHidesSecretsAndLeavesOutWhatIsAbsent() {
    assertThat(
            new ToString("Thing")
                .add("topic", "Launch")
                .add("agenda", null)
                .addSecret("passcode", "1234")
                .addSecret("token", null)
                .addUnknown(Map.of("pin", "5678")))
        .hasToString("Thing{topic=Launch, passcode=***, additionalProperties=[pin]}");
    assertThat(new ToString("Thing")).hasToString("Thing{}");
  }
}
