package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.zoomkit.everything.model.CreateWidgetRequest;
import dev.zoomkit.everything.model.Piece;
import dev.zoomkit.everything.model.Widget;
import dev.zoomkit.everything.model.WidgetPage;
import java.io.EOFException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that cannot be read ends in an exception with its place, never in half an object. */
class MalformedJsonTest {
  private static final String PAGE = "{'widgets':[{'id':1,'topic':'a'},{'id':2,'topic':'b'}]}";

  @Test
  void anotherShapeIsNamedWithItsPath() {
    assertThatThrownBy(() -> Json.read(WidgetPage.class, "{'widgets':[{'id':1},{'id':{}}]}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageEndingWith("at path $.widgets[1].id");
    assertThatThrownBy(() -> Json.read(WidgetPage.class, "{'widgets':[{'id':1},{'id':'x'}]}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("Expected a whole number but was x at path $.widgets[1].id");
    assertThatThrownBy(() -> Json.read(WidgetPage.class, "{'widgets':[{'start_time':'soon'}]}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith(
            "Expected a date and time with an offset but was soon at path $.widgets[0].start_time");
    assertThatThrownBy(() -> Json.read(WidgetPage.class, "{'widgets':{}}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageEndingWith("at path $.widgets");
    assertThatThrownBy(() -> Json.read(WidgetPage.class, "[]"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageEndingWith("at path $");
    assertThatThrownBy(() -> Json.read(WidgetPage.class, "'text'"))
        .isInstanceOf(JsonDataException.class)
        .hasMessageEndingWith("at path $");
  }

  @Test
  void noPrefixOfAPageIsAPage() {
    for (int end = 0; end < PAGE.length(); end++) {
      String prefix = PAGE.substring(0, end);

      assertThatThrownBy(() -> Json.read(WidgetPage.class, prefix))
          .as(prefix)
          .isInstanceOfAny(EOFException.class, JsonEncodingException.class)
          .hasMessageContaining("$");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':1,}",
        "{'id' 1}",
        "{id:1}",
        "{'id':01}",
        "{'topic':'\\x'}",
        "{'id':1]",
        "<html>"
      })
  void brokenJsonIsNamedWithItsPath(String json) {
    assertThatThrownBy(() -> Json.read(Widget.class, json))
        .isInstanceOfAny(JsonEncodingException.class, JsonDataException.class)
        .hasMessageContaining("path $");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'parts':[", "{'unknown':[", "{'unknown':{'a':["})
  void deepJsonIsRefusedBeforeTheStackEnds(String step) {
    String json = step.repeat(100_000);

    assertThatThrownBy(() -> Json.read(Piece.class, json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Nesting too deep at $");
  }

  @Test
  void deepModelsAreRefusedBeforeTheStackEnds() {
    Piece piece = Piece.builder().build();
    for (int i = 0; i < 100_000; i++) {
      piece = Piece.builder().parts(List.of(piece)).build();
    }
    Piece deep = piece;

    assertThatThrownBy(() -> Json.write(Piece.class, deep))
        .isInstanceOf(JsonDataException.class)
        .hasMessageStartingWith("Nesting too deep at $");
  }

  @Test
  void aRequestWithoutARequiredValueIsNamedWithItsPath() {
    assertThatThrownBy(
            () -> Json.read(CreateWidgetRequest.class, "{'topic':'a','count':1,'type':5}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage("CreateWidgetRequest needs names; it was not set. At path $");
  }
}
