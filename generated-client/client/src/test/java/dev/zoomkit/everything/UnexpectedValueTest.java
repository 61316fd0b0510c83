package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Types;
import dev.zoomkit.everything.model.Picture;
import dev.zoomkit.everything.model.Widget;
import dev.zoomkit.everything.model.WidgetPage;
import dev.zoomkit.everything.model.WidgetSize;
import dev.zoomkit.fixture.StrictJson;
import dev.zoomkit.runtime.json.Reading;
import dev.zoomkit.value.UnexpectedValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of a type nobody foresaw costs its own property at most. */
class UnexpectedValueTest {
  private final List<UnexpectedValue> told = new ArrayList<>();

  @Test
  void aDashForATimeInOneRowDoesNotCostThePage() throws IOException {
    String json = "{'widgets':[{'id':1},{'id':2,'start_time':'-'},{'id':3}]}";

    WidgetPage page = read(WidgetPage.class, json);

    assertThat(page.items()).extracting("id").containsExactly(1L, 2L, 3L);
    assertThat(page.items().get(1).startTime()).isNull();
    assertThat(page.items().get(1).additionalProperties())
        .containsExactly(entry("start_time", "-"));
    assertThat(told)
        .containsExactly(
            new UnexpectedValue("$.widgets[1].start_time", "a date and time with an offset", "-"));
    assertThat(Json.write(WidgetPage.class, page)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "names | 'English' | ['English']",
        "names | 5 | ['5']",
        "kinds | 'BIG' | ['BIG']",
        "spare_parts | {'name':'n'} | [{'name':'n'}]",
        "rows | [1,2] | [[1],[2]]",
        "weekdays | ['2','4'] | '2,4'",
        "weekdays | 7 | '7'",
        "types_allowed | ['1', 6] | '1,6'",
        "types_allowed | 6 | '6'",
        "topic | 5 | '5'",
        "topic | true | 'true'",
        "id | '5' | 5",
        "is_open | 1 | true",
        "is_open | 'False' | false",
      })
  void whatCanMeanOneThingOnlyIsRead(String name, String json, String written) throws IOException {
    Widget widget = read(Widget.class, "{'" + name + "':" + json + "}");

    assertThat(widget.additionalProperties()).isEmpty();
    assertThat(told).isEmpty();
    assertThat(Json.write(Widget.class, widget)).isEqualTo("{'" + name + "':" + written + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{'topic':'a'}", "{'topic':'a','id':'one'}"})
  void whatEveryResponseHasIsMissedWhereItIsAskedForAndNotWhereTheResponseIsRead(String json)
      throws IOException {
    Widget widget = read(Widget.class, json);

    assertThat(Json.write(Widget.class, widget)).isEqualTo(json);
    assertThatThrownBy(widget::id)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("Widget.id is absent: it was left out, or is of another type.");
  }

  @Test
  void strictReadingIsAboutTypesAndLetsWhatIsAbsentBe() throws IOException {
    Widget widget = StrictJson.read(Json.adapter(Widget.class), "{\"topic\":\"a\"}");

    assertThat(widget.topic()).isEqualTo("a");
  }

  @Test
  void oneObjectIsAListOfOne() throws IOException {
    WidgetPage page = read(WidgetPage.class, "{'widgets':{'id':1}}");

    assertThat(page.items()).extracting("id").containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "topic | ['a'] | text | a list",
        "topic | {} | text | an object",
        "id | 1.5 | a whole number | a number",
        "id | 'one' | a whole number | text",
        "duration | 99999999999 | a whole number of 32 bits | a number",
        "price | {'amount':1} | a number | an object",
        "is_open | 'maybe' | a boolean | text",
        "is_open | 2 | a boolean | a number",
        "birthday | 20261122 | a date | a number",
        "start_time | true | a date and time with an offset | a boolean",
        "since | [] | a date, or a date and time | a list",
        "types_allowed | '1,many' | described values with commas between them | text",
        "types_allowed | true | described values with commas between them | a boolean",
        "types_allowed | 1.5 | described values with commas between them | a number",
        "settings | [] | an object | a list",
        "settings | 'none' | an object | text",
        "size | {} | text | an object",
        "plan | 'big' | a whole number | text",
        "weekdays | {'a':1} | text | an object",
      })
  void anythingElseIsNullAndGoesBackAsItCame(
      String name, String value, String expected, String found) throws IOException {
    String json = "{'" + name + "':" + value + "}";

    Widget widget = read(Widget.class, json);

    assertThat(widget.additionalProperties()).containsOnlyKeys(name);
    assertThat(widget.toBuilder().build()).isEqualTo(widget);
    assertThat(Json.write(Widget.class, widget)).isEqualTo(json);
    assertThat(told)
        .extracting(UnexpectedValue::toString)
        .containsExactly("$." + name + ": expected " + expected + ", found " + found);
    assertThatThrownBy(() -> Json.read(Widget.class, json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageEndingWith(" at path $." + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "names | [null] | 0",
        "names | ['a',null,'b'] | 2",
        "names | ['a',{'b':1},'c'] | 2",
        "kinds | ['BIG',[]] | 1",
        "rows | [[1,'x',2],[3]] | 2",
        "spare_parts | [null] | 0",
        "kinds | ['BIG',''] | 1",
        "rows | [[1,'',null],''] | 1",
      })
  void aListLosesOneItemAtMostAndGoesBackAsItCame(String name, String value, int size)
      throws IOException {
    String json = "{'" + name + "':" + value + "}";

    Widget widget = read(Widget.class, json);

    assertThat(Json.write(Widget.class, widget)).isEqualTo(json);
    assertThat(Json.write(Widget.class, widget.toBuilder().build())).isEqualTo(json);
    assertThat(list(widget, name)).hasSize(size);
  }

  private static List<?> list(Widget widget, String name) {
    return switch (name) {
      case "names" -> widget.names();
      case "kinds" -> widget.kinds();
      case "rows" -> widget.rows();
      default -> (List<?>) widget.spareParts();
    };
  }

  @Test
  void thePathOfAnItemIsItsOwn() throws IOException {
    read(Widget.class, "{'rows':[[1],[2,'x'],[{}]]}");

    assertThat(told)
        .extracting(UnexpectedValue::path)
        .containsExactly("$.rows[1][1]", "$.rows[2][0]");
  }

  @Test
  void aFieldThatTheCallerSetsTakesThePlaceOfWhatCame() throws IOException {
    Widget widget = read(Widget.class, "{'names':['a',null],'is_open':'maybe'}");

    Widget mended = widget.toBuilder().names(List.of("a")).isOpen(true).build();

    assertThat(Json.write(Widget.class, mended)).isEqualTo("{'is_open':true,'names':['a']}");
    assertThat(Json.write(Widget.class, widget.toBuilder().names(null).isOpen(null).build()))
        .isEqualTo("{}");
  }

  @Test
  void emptyTextIsNullInAnEnumeration() throws IOException {
    assertThat(read(Widget.class, "{'plan':''}")).isEqualTo(Widget.builder().build());
    assertThat(read(Widget.class, "{'kinds':['']}").kinds()).isEmpty();
    assertThat(Json.read(Widget.class, "{'kinds':['']}").kinds()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void emptyTextIsItsValueWhereTheDescriptionHasIt() throws IOException {
    assertThat(read(Widget.class, "{'size':''}").size()).isSameAs(WidgetSize.NONE);
  }

  @Test
  void whereNobodyAskedReadingIsTolerant() throws IOException {
    assertThat(Json.<Widget>adapter(Widget.class).fromJson("{\"id\":\"x\"}").additionalProperties())
        .containsOnlyKeys("id");
  }

  @Test
  void aSetOfMoshisHasNoPlaceForWhatCame() {
    JsonAdapter<Set<Picture>> pictures =
        Json.adapter(Types.newParameterizedType(Set.class, Picture.class));

    assertThatThrownBy(() -> pictures.fromJson("[{\"id\":\"a\"},5]"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected another type but was 5 at path $[1]");
  }

  @Test
  void whatAnUnexpectedValueSaysOfItselfLeavesOutTheValue() {
    assertThat(new UnexpectedValue("$.pin", "a whole number", "s3cret"))
        .hasToString("$.pin: expected a whole number, found text");
  }

  private <T> T read(Class<T> type, String json) throws IOException {
    Buffer buffer = new Buffer().writeUtf8(json.replace('\'', '"'));
    return Json.<T>adapter(type).fromJson(Reading.tolerant(JsonReader.of(buffer), told::add));
  }
}
