package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.spec.reader.ApiDescription.Found;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
  private final OpenApiDocument document =
      new OpenApiDocument(
          Json.parse(
              """
              {
                "paths": {"/a/{b}": {"get": {"parameters": [{"$ref": "#/p"}, {"$ref": "#/gap"}],
                    "responses": {"200": {"$ref": "#/r"}, "404": {}}}}},
                "p": {"name": "b"}, "r": {},
                "one": {"$ref": "#/two"}, "two": {"$ref": "#/three"}, "three": {"type": "string"},
                "lost": {"$ref": "#/stray"}, "stray": {"$ref": "Other.yaml"},
                "left": {"$ref": "#/right"}, "right": {"$ref": "#/left"},
                "whole": {"properties": {"x": {"type": "string"}, "y": {}},
                    "oneOf": [{"$ref": "#/part"}, {"title": "T"}],
                    "allOf": [{"$ref": "#/outer"}, {"$ref": "#/part"}, {"$ref": "#/gap"}]},
                "outer": {"oneOf": [{"$ref": "#/part"}]},
                "part": {"properties": {"x": {"type": "integer"}, "z": {}}, "title": "P"},
                "loop": {"allOf": [{"items": {"$ref": "#/loop"}}, {"allOf": [{"$ref": "#/ring"}]}]},
                "ring": {"oneOf": [{"$ref": "#/loop"}]}
              }
              """));

  @Test
  void aReferenceLeadsToItsEndOrStaysAGap() {
    assertThat(document.follow(at("one"))).isEqualTo(at("three"));
    assertThat(document.follow(at("three"))).isEqualTo(at("three"));
    assertThat(document.follow(at("lost"))).isEqualTo(at("stray"));
    assertThat(document.follow(at("left")).node().isMissingNode()).isTrue();
    assertThat(document.follow(at("none")).node().isMissingNode()).isTrue();
  }

  @Test
  void aReferenceMayHaveCodesOfAUri() {
    OpenApiDocument coded =
        new OpenApiDocument(
            Json.read(
                """
                {"paths": {"/a/{b}": {"x+y": 1}}, "100%": 2,
                 "one": {"$ref": "#/paths/~1a~1%7Bb%7D/x+y"}, "two": {"$ref": "#/100%"}}
                """));

    assertThat(coded.follow(coded.root().to("one")).node().asInt()).isEqualTo(1);
    assertThat(coded.follow(coded.root().to("two")).node().asInt()).isEqualTo(2);
  }

  @Test
  void aWholeDescriptionHasNoGaps() {
    ApiDescription description = new ApiDescription(Json.parse("{\"a\": {\"$ref\": \"#/gap\"}}"));

    assertThatThrownBy(() -> description.within(new Found("", description.document()), "a"))
        .hasMessage("The description has nothing at /gap.");
    assertThatThrownBy(() -> description.component("schemas", "A/B"))
        .hasMessage("The description has nothing at /components/schemas/A~1B.");
  }

  @Test
  void partsComeBeforeTheirOwnPartsAndOnceMoreWhereTheyHaveToHold() {
    assertThat(document.parts(at("whole")))
        .extracting(part -> part.at().pointer() + (part.alternative() ? "?" : ""))
        .containsExactly(
            "/whole", "/outer", "/part?", "/part", "/whole/allOf/2", "/whole/oneOf/1?");
    assertThat(document.parts(at("ring")))
        .extracting(part -> part.at().pointer() + (part.alternative() ? "?" : ""))
        .containsExactly("/ring", "/loop?", "/loop/allOf/0?", "/loop/allOf/1?");
    assertThat(document.parts(at("one")))
        .extracting(OpenApiDocument.Part::at)
        .contains(at("three"));
    assertThat(document.parts(at("left"))).isEmpty();
  }

  @Test
  void membersAreThoseOfTheLastPart() {
    assertThat(document.members(at("whole")).keySet()).containsExactly("x", "y", "z");
    assertThat(document.members(at("whole")).get("x").pointer()).isEqualTo("/part/properties/x");
  }

  @Test
  void aKeywordIsThatOfTheFirstPart() {
    assertThat(document.keyword(at("whole"), "title").node().asText()).isEqualTo("P");
    assertThat(document.keyword(at("whole"), "format").node().isMissingNode()).isTrue();
  }

  @Test
  void aSchemaMayBeMadeOfItself() {
    assertThat(document.isMadeOfItself(at("loop"))).isTrue();
    assertThat(document.isMadeOfItself(at("ring"))).isTrue();
    assertThat(document.isMadeOfItself(at("whole"))).isFalse();
  }

  @Test
  void anOperationHasAPlaceParametersAndSuccesses() {
    OpenApiDocument.Place place = document.operations().get(0);

    assertThat(place.path()).isEqualTo("/a/{b}");
    assertThat(place.method()).isEqualTo("get");
    assertThat(place.at().pointer()).isEqualTo("/paths/~1a~1{b}/get");
    assertThat(document.parameters(place.at()))
        .extracting(Found::pointer)
        .containsExactly("/p", place.at().pointer() + "/parameters/1");
    assertThat(OpenApiDocument.successes(place.at()))
        .extracting(Found::name)
        .containsExactly("200");
  }

  private Found at(String name) {
    return document.root().to(name);
  }
}
