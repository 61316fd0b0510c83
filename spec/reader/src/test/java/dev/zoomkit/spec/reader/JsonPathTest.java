package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of the examples in RFC 9535, among others. */
class JsonPathTest {
  private static final JsonNode ROOT =
      Json.read(
          """
          {"a": [3, 5, 1, {"b": "j"}, {"b": "k", "c": null}, {"b": {}}], "o": {"p": 1, "q q": 2},
           "/x/{y}": {"get": {"id": "one"}, "put": {"id": "two"}}, "e": "f", "n": -1.50}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "$.o.p ; 1",
        "$['o'][\"q q\"] ; 2",
        "$.o['q\\u0020q'] ; 2",
        "$.a[0, -1] ; 3 {\"b\":{}}",
        "$.a[:2] ; 3 5",
        "$.a[5:1:-2] ; {\"b\":{}} {\"b\":\"j\"}",
        "$.a[::0] ; ''",
        "$.o.* ; 1 2",
        "$..id ; \"one\" \"two\"",
        "$..[?@.id=='two'] ; {\"id\":\"two\"}",
        "$['/x/{y}'][?(@.id != 'two')].id ; \"one\"",
        "$.a[?@.b] ; {\"b\":\"j\"} {\"b\":\"k\",\"c\":null} {\"b\":{}}",
        "$.a[?@.c == null].b ; \"k\"",
        "$.a[?@ > 1 && @ <= 3] ; 3",
        "$.a[?@ < 2 || @.b >= 'k'] ; 1 {\"b\":\"k\",\"c\":null}",
        "$.a[?!@.b] ; 3 5 1",
        "$.a[?!(@.b == 'j') && @.b].b ; \"k\" {}",
        "$.a[?@.b == $.missing] ; 3 5 1",
        "$[?@ == -1.5] ; -1.5",
        "$ .o [ 'p' ] ; 1",
        "$.nothing.here ; ''"
      })
  void selects(String query, String expected) {
    String found =
        JsonPath.parse(query).find(ROOT).stream()
            .map(match -> match.node().toString())
            .reduce((one, other) -> one + " " + other)
            .orElse("''");

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o",
        "$o",
        "$.",
        "$..",
        "$[",
        "$[]",
        "$['o",
        "$[01]",
        "$[99999999999]",
        "$.a[?]",
        "$.a[?1]",
        "$.a[?@.b ==]",
        "$.a[?@.* == 1]",
        "$.a[?length(@.b) == 1]",
        "$.a b"
      })
  void refuses(String query) {
    assertThatThrownBy(() -> JsonPath.parse(query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected ")
        .hasMessageEndingWith(" of " + query);
  }
}
