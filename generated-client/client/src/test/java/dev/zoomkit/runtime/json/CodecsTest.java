package dev.zoomkit.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import dev.zoomkit.fixture.StrictJson;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the codecs of plain values take, beside what they should get. */
class CodecsTest {

  static List<JsonCodec<?>> codecs() {
    return List.of(
        Codecs.STRING,
        Codecs.INTEGER,
        Codecs.LONG,
        Codecs.DOUBLE,
        Codecs.BOOLEAN,
        Codecs.DATE_TIME,
        Codecs.MOMENT,
        Codecs.START_TIME,
        Codecs.DATE,
        Codecs.COMMA_SEPARATED,
        Codecs.DATE_OR_DATE_TIME,
        Codecs.list(Codecs.STRING));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void nullIsNull(JsonCodec<?> codec) throws IOException {
    assertThat(read(codec, "null")).isNull();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void anObjectIsNoPlainValue(JsonCodec<?> codec) {
    assertThatThrownBy(() -> read(codec, "{}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("$");
  }

  @Test
  void emptyTextIsNullButForText() throws IOException {
    assertThat(read(Codecs.STRING, "''")).isEmpty();
    assertThat(read(Codecs.INTEGER, "''")).isNull();
    assertThat(read(Codecs.LONG, "''")).isNull();
    assertThat(read(Codecs.DOUBLE, "''")).isNull();
    assertThat(read(Codecs.BOOLEAN, "''")).isNull();
    assertThat(read(Codecs.DATE_TIME, "''")).isNull();
    assertThat(read(Codecs.DATE, "''")).isNull();
    assertThat(read(Codecs.DATE_OR_DATE_TIME, "''")).isNull();
    assertThat(read(Codecs.list(Codecs.STRING), "''")).isNull();
    assertThat(read(Codecs.COMMA_SEPARATED, "''")).isEmpty();
  }

  @Test
  void numbersAsText() throws IOException {
    assertThat(read(Codecs.INTEGER, "'90'")).isEqualTo(90);
    assertThat(read(Codecs.LONG, "'98520143677'")).isEqualTo(98520143677L);
    assertThat(read(Codecs.DOUBLE, "'4.5'")).isEqualTo(4.5);
    assertThat(read(Codecs.INTEGER, "90.0")).isEqualTo(90);
    assertThat(read(Codecs.LONG, "72057594037927940")).isEqualTo(72057594037927940L);
  }

  @Test
  void textAsNumbers() throws IOException {
    assertThat(read(Codecs.STRING, "98520143677")).isEqualTo("98520143677");
    assertThat(read(Codecs.STRING, "true")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'true', true", "1, true", "'TRUE', true", "false, false", "0, false"})
  void booleans(String json, boolean value) throws IOException {
    assertThat(read(Codecs.BOOLEAN, json)).isEqualTo(value);
    assertThat(read(Codecs.BOOLEAN, "'" + json + "'")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'many'", "1.5", "true", "[]", "99999999999"})
  void whatIsNoInteger(String json) {
    assertThatThrownBy(() -> read(Codecs.INTEGER, json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("path $");
  }

  @Test
  void whatIsNoOtherValueIsNamedWithItsPath() {
    assertThatThrownBy(() -> read(Codecs.BOOLEAN, "'maybe'"))
        .hasMessage("Expected a boolean but was maybe at path $");
    assertThatThrownBy(() -> read(Codecs.DATE_TIME, "'soon'"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected a date and time but was soon at path $");
    assertThatThrownBy(() -> read(Codecs.DATE, "17"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected a date but was 17 at path $");
    assertThatThrownBy(() -> read(Codecs.DATE_OR_DATE_TIME, "'soon'"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected a date, or a date and time but was soon at path $");
  }

  @Test
  void aTimeBesideATimeZoneIsNotTakenForUtc() throws IOException {
    assertThat(read(Codecs.MOMENT, "'2027-03-25T11:30:00Z'"))
        .isEqualTo(OffsetDateTime.parse("2027-03-25T11:30Z"));
    assertThat(read(Codecs.MOMENT, "'2027-03-25T07:30:00-04:00'"))
        .isEqualTo(OffsetDateTime.parse("2027-03-25T07:30-04:00"));
    assertThatThrownBy(() -> read(Codecs.MOMENT, "'2027-03-25T07:30:00'"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(
            "Expected a date and time with an offset but was 2027-03-25T07:30:00 at path $");
  }

  @Test
  void listsDropNull() throws IOException {
    assertThat(read(Codecs.list(Codecs.STRING), "['a', null, 'b']")).containsExactly("a", "b");
  }

  @Test
  void listsAreImmutable() throws IOException {
    List<String> list = read(Codecs.list(Codecs.STRING), "['a']");

    assertThatThrownBy(() -> list.add("b")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void commaSeparatedText() throws IOException {
    assertThat(read(Codecs.COMMA_SEPARATED, "'2, 4,,6'")).containsExactly("2", "4", "6");
    assertThat(read(Codecs.COMMA_SEPARATED, "7")).containsExactly("7");
    assertThat(read(Codecs.COMMA_SEPARATED, "['2', '4']")).containsExactly("2", "4");
    assertThat(write(Codecs.COMMA_SEPARATED, List.of("2", "4"))).isEqualTo("'2,4'");
  }

  @Test
  void commaSeparatedValuesHaveTheTypeOfTheirItems() throws IOException {
    JsonCodec<List<Integer>> codec = Codecs.commaSeparated(Codecs.INTEGER);

    assertThat(read(codec, "'2, 4,,6'")).containsExactly(2, 4, 6);
    assertThat(read(codec, "7")).containsExactly(7);
    assertThat(read(codec, "['2', 4]")).containsExactly(2, 4);
    assertThat(write(codec, List.of(2, 4))).isEqualTo("'2,4'");
    assertThatThrownBy(() -> read(codec, "'2,many'"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageContaining("described values with commas between them but was 2,many");
  }

  @Test
  void writesDates() throws IOException {
    assertThat(write(Codecs.DATE, LocalDate.of(2026, 1, 2))).isEqualTo("'2026-01-02'");
    OffsetDateTime moment = OffsetDateTime.parse("2026-01-02T10:00+02:00");
    for (JsonCodec<OffsetDateTime> codec : List.of(Codecs.DATE_TIME, Codecs.MOMENT)) {
      assertThat(codec.toJson(moment)).isEqualTo("\"2026-01-02T08:00:00Z\"");
      assertThat(read(codec, "'2026-01-02T08:00:00Z'").toInstant()).isEqualTo(moment.toInstant());
    }
  }

  /** Writes JSON, with single quotes, which has to be read as the same value again. */
  private static <T> String write(JsonCodec<T> codec, T value) throws IOException {
    String json = codec.toJson(value).replace('"', '\'');
    assertThat(read(codec, json)).isEqualTo(value);
    return json;
  }

  private static <T> T read(JsonCodec<T> codec, String json) throws IOException {
    return StrictJson.read(codec, json.replace('\'', '"'));
  }
}
