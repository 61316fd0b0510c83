package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
  private static final JsonNode DESCRIPTION =
      Json.read(
          """
          {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"},
           "tags": [{"name": "Things"}, {"name": "Old Things"}],
           "paths": {"/accounts/{accountId}/things/{thingId}": {"get": {
             "operationId": "getThing", "tags": ["Things"], "x-zoom-own-path": "/things/{thingId}",
             "x-zoom-scopes": {"master": {"classic": ["thing:master"], "granular": []}},
             "responses": {
               "200": {"description": "It.", "content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Thing"}}}},
               "400": {"$ref": "#/components/responses/Refused"},
               "401": {"$ref": "#/components/responses/Refused"},
               "404": {"$ref": "#/components/responses/Refused"},
               "429": {"$ref": "#/components/responses/Refused"}}}},
             "/kinds": {"get": {"operationId": "listKinds", "tags": ["Things"],
               "responses": {"204": {"description": "None."}}}}},
           "components": {
             "securitySchemes": {"zoomOAuth": {"flows": {"clientCredentials": {"scopes": {}}}}},
             "responses": {"Refused": {"description": "No."}},
             "schemas": {
               "Thing": {"type": "object", "properties": {"id": {"type": "string"},
                 "kind": {"$ref": "#/components/schemas/Kind"}}},
               "Kind": {"type": "string", "enum": ["big", "small"]},
               "Other": {"type": "object", "properties": {"name": {"type": "string"}}}}}}
          """);

  /** An action that adds an operation, but for what stands under {@code /paths}. */
  private static final String ADDED =
      """
        - target: $.paths
          update:
            %s:
              %s:
                operationId: %s
                tags: [Things]
                x-zoom-scopes:
                  master: {classic: ['thing:master'], granular: []}
                  own: {classic: [thing], granular: []}
                responses:
                  '204': {description: Done.}
      """;

  @TempDir private Path folder;

  @Test
  void anOperationIsAddedAndCompletedAsTheBundleIs() throws IOException {
    OverlaidDescription overlaid =
        apply(ADDED.formatted("/accounts/{accountId}/things/{thingId}/parts", "delete", "cut"));

    JsonNode cut =
        overlaid.document().at("/paths/~1accounts~1{accountId}~1things~1{thingId}~1parts/delete");
    assertThat(cut.path("x-zoom-own-path").asText()).isEqualTo("/things/{thingId}/parts");
    assertThat(cut.path("x-zoom-effect").asText()).isEqualTo("destroy");
    assertThat(cut.path("responses").fieldNames())
        .toIterable()
        .containsExactly("204", "400", "401", "404", "429");
    assertThat(overlaid.document().at("/components/securitySchemes").toString())
        .contains("\"thing:master\":\"cut, getThing\"");
    assertThat(overlaid.operations()).containsExactly("cut");
    assertThat(overlaid.schemas()).isEmpty();
    assertThat(DESCRIPTION.path("paths").size()).isEqualTo(2);
  }

  @Test
  void whatRefersToAChangedSchemaIsChangedToo() throws IOException {
    OverlaidDescription overlaid =
        apply(
            """
              - target: $.components.schemas.Kind.enum
                update: huge
            """);

    assertThat(overlaid.document().at("/components/schemas/Kind/enum")).hasSize(3);
    assertThat(overlaid.schemas()).containsExactly("Kind", "Thing");
    assertThat(overlaid.operations()).containsExactly("getThing");
  }

  @Test
  void nodesAreCopiedReplacedAndRemoved() throws IOException {
    OverlaidDescription overlaid =
        apply(
            """
              - target: $.components.schemas
                update: {Copied: {}}
              - target: $.components.schemas.Copied
                copy: $.components.schemas.Thing
              - target: $.components.schemas.Copied.properties[?@.type == 'string']
                remove: true
              - target: $.info.title
                update: More things
              - target: $.components.schemas.Kind.enum[0]
                remove: true
            """);

    JsonNode copied = overlaid.document().at("/components/schemas/Copied/properties");
    assertThat(copied.fieldNames()).toIterable().containsExactly("kind");
    assertThat(overlaid.document().at("/info/title").asText()).isEqualTo("More things");
    assertThat(Json.texts(overlaid.document().at("/components/schemas/Kind/enum")))
        .containsExactly("small");
  }

  @Test
  void whatIsThereAlreadyIsNotAddedAgain() {
    refused(
        ADDED.formatted("/accounts/{accountId}/things/{thingId}", "get", "cut"),
        "line 7: GET /accounts/{accountId}/things/{thingId} (getThing) is in zoom.json already; to"
            + " change it, let the target lead to it");
    refused(
        """
          - target: $
            update:
              components:
                schemas:
                  Thing: {type: object}
        """,
        "line 8: #/components/schemas/Thing is in zoom.json already; to change it, let the target"
            + " lead to it");
  }

  @Test
  void namesThatAreTakenAreRefused() {
    refused(
        ADDED.formatted("/parts", "get", "getThing"),
        "the operationId getThing is taken: zoom.json has getThing at GET"
            + " /accounts/{accountId}/things/{thingId}");
    refused(
        ADDED.formatted("/things/{id}", "get", "cut"),
        "GET /things/{id} (cut) is taken: zoom.json has getThing at GET"
            + " /accounts/{accountId}/things/{thingId}");
    refused(
        """
          - target: $.components.schemas
            update: {thing: {type: object}}
        """,
        "the schema thing and the schema Thing of zoom.json have one name in Java");
    refused(
        ADDED.formatted("/parts", "get", "cut").replace("[Things]", "[old-things]"),
        "the tag old-things and the tag Old Things of zoom.json have one name in Java");
  }

  @Test
  void aNameThatAChangedOperationTakesFromAnotherIsRefused() {
    refused(
        changed("{operationId: getThing}"),
        "the operationId getThing is taken: zoom.json has getThing at GET"
            + " /accounts/{accountId}/things/{thingId}");
    refused(
        "  - {target: \"$.paths['/kinds'].get.operationId\", update: getThing}\n",
        "the operationId getThing is taken: zoom.json has getThing at GET"
            + " /accounts/{accountId}/things/{thingId}");
    refused(
        changed("{x-zoom-own-path: '/things/{id}'}"),
        "GET /things/{id} (listKinds) is taken: zoom.json has getThing at GET"
            + " /accounts/{accountId}/things/{thingId}");
    refused(
        "  - {target: \"$.tags[0].name\", update: Old Things}\n",
        "the tag Old Things is taken: zoom.json has it");
  }

  @Test
  void aNameThatAChangedOperationGivesUpIsFree() throws IOException {
    OverlaidDescription overlaid =
        apply(changed("{operationId: listSorts}") + ADDED.formatted("/parts", "get", "listKinds"));

    assertThat(overlaid.operations()).containsExactly("listKinds", "listSorts");
  }

  @Test
  void aChangedOperationHasOneTag() {
    refused(
        changed("{tags: [Kinds]}"),
        "GET /kinds needs one tag, and has Things, Kinds; an update of a list adds to it");
    refused(
        "  - {target: \"$.paths['/kinds'].get.tags\", remove: true}\n",
        "GET /kinds needs one tag, and has none");
    refused(
        "  - {target: \"$.paths['/kinds'].get\","
            + " copy: \"$.paths['/accounts/{accountId}/things/{thingId}'].get\"}\n",
        "GET /kinds needs one tag, and has Things, Things; an update of a list adds to it");
  }

  @Test
  void aKeyThatTheDescriptionNeverHasIsRefused() {
    refused(
        changed("{x-zoom-own-pth: /sorts}"),
        "/paths/~1kinds/get: There is no key \"x-zoom-own-pth\"; the nearest is x-zoom-own-path.");
  }

  @Test
  void whatAPathDoesNotHaveIsRefused() {
    refused(
        "  - {target: $.paths, update: {/parts: {get: 5}}}\n",
        "GET /parts is no operation, which has an operationId, a tag and responses");
    refused(
        "  - {target: $.paths, update: {/parts: 5}}\n",
        "/parts has to have methods with operations");
    refused(
        "  - {target: $.paths, update: {/parts: {gett: {operationId: getParts}}}}\n",
        "/parts: gett is not read; a path has delete, get, patch, post, put");
  }

  private static String changed(String update) {
    return "  - {target: \"$.paths['/kinds'].get\", update: %s}\n".formatted(update);
  }

  @Test
  void whatFollowsIsNotRepeated() {
    refused(
        ADDED.formatted("/parts", "get", "cut") + "            '400': {description: No.}\n",
        "cut: responses.400: follows from the path or from x-zoom-errors; leave it out");
  }

  @Test
  void aTargetThatSelectsNothingIsRefused() {
    refused(
        "  - {target: $.paths.nowhere, remove: true}\n",
        "line 4: the target $.paths.nowhere selects nothing in zoom.json");
  }

  @Test
  void aReferenceThatLeadsNowhereIsRefused() {
    refused(
        "  - {target: $.components.schemas.Kind, remove: true}\n",
        "nothing is at #/components/schemas/Kind, to which"
            + " /components/schemas/Thing/properties/kind refers");
  }

  @Test
  void aSchemaThatIsMadeOfItselfIsRefused() {
    refused(
        """
          - target: $.components.schemas
            update: {Ring: {allOf: [{$ref: '#/components/schemas/Ring'}]}}
        """,
        "the schema Ring is made of itself");
  }

  @Test
  void anUpdateOfAnotherKindIsRefused() {
    refused(
        "  - {target: $.info, update: {title: {of: it}}}\n",
        "line 4: the update of info.title is of another kind than its value");
  }

  @Test
  void anotherDescriptionIsNotExtended() throws IOException {
    Path file = write("overlay: 1.1.0\nextends: ./pets.yaml\ninfo: {title: A, version: '1'}\n", "");

    assertThatThrownBy(() -> Overlay.read(file).apply(DESCRIPTION, "zoom.json"))
        .isInstanceOf(OverlayException.class)
        .hasMessage(file + ", line 2: extends ./pets.yaml, not zoom.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "overlay: 2.0.0 | , line 1: is of version 2.0.0; 1.0 and 1.1 are read",
        "openapi: 3.0.3 | : is no overlay: it does not begin with overlay: 1.1.0",
        "overlay: [1.1.0 | , line 1: cannot be read: while parsing a flow sequence",
        "overlay: 1.1.0, overlay: 2 | , line 1: cannot be read: mapping values are not allowed",
        "{\"overlay\": 1, \"overlay\": 2} | , line 1: cannot be read: Duplicate field 'overlay'",
        "{overlay: 1.1.0, overlay: 2} | , line 1: cannot be read: Duplicate field 'overlay'",
        "{\"overlay\": [ | , line 2: cannot be read: Unexpected end-of-input",
        "{overlay: &v 1.1.0, info: *v} |"
            + " , line 1: cannot be read: *v is not followed; write out what it stands for",
        "{overlay: 1.1.0, info: {title: A}} | , line 1: info needs a version, a text",
        "{overlay: 1.1.0, info: {title: A, version: b}, actions: []} |"
            + " , line 1: actions has to be a list of at least one",
        "{overlay: 1.1.0, info: {title: A, version: b}, actions: [{target: $}]} |"
            + " , line 1: an action has one of update, copy and remove: true",
        "{overlay: 1.1.0, info: {title: A, version: b}, actions: [{target: paths, remove: true}]} |"
            + " , line 1: is no JSONPath of RFC 9535: expected $ at character 1 of paths"
      })
  void whatIsNoOverlayIsRefused(String text, String message) throws IOException {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(file, text + "\n");

    assertThatThrownBy(() -> Overlay.read(file))
        .isInstanceOf(OverlayException.class)
        .hasMessageStartingWith(file + message.strip())
        .message()
        .hasLineCount(1);
  }

  @Test
  void jsonWithTabsAndEscapesIsReadWithItsLines() throws IOException {
    String text =
        """
        {
        \t"overlay": "1.1.0",
        \t"info": {"title": "A\\/B", "version": "1"},
        \t"actions": [
        \t\t{"target": "$.info", "update": {"%s": true}},
        \t\t{"target": "$.gone", "remove": true}
        \t]
        }
        """
            .formatted("x".repeat(2000));
    Path file = Files.writeString(folder.resolve("acme.json"), "\uFEFF" + text);

    assertThatThrownBy(() -> Overlay.read(file).apply(DESCRIPTION, "zoom.json"))
        .hasMessage(file + ", line 6: the target $.gone selects nothing in zoom.json");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("acme.yaml"), new byte[] {(byte) 0xff, 0, 1});

    assertThatThrownBy(() -> Overlay.read(file))
        .isInstanceOf(OverlayException.class)
        .hasMessage(file + ": cannot be read: it is no text in UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Overlay.read(Path.of("nowhere.yaml")))
        .isInstanceOf(OverlayException.class)
        .hasMessage("nowhere.yaml: there is no such file");
  }

  private OverlaidDescription apply(String actions) throws IOException {
    return Overlay.read(write("overlay: 1.1.0\ninfo: {title: Acme, version: '1'}\n", actions))
        .apply(DESCRIPTION, "zoom.json");
  }

  private Path write(String head, String actions) throws IOException {
    String any = "  - {target: $.info, update: {x-seen: true}}\n";
    Path file = folder.resolve("acme.yaml");
    return Files.writeString(file, head + "actions:\n" + (actions.isEmpty() ? any : actions));
  }

  private void refused(String actions, String message) {
    assertThatThrownBy(() -> apply(actions))
        .isInstanceOf(OverlayException.class)
        .hasMessageStartingWith(folder.resolve("acme.yaml").toString())
        .hasMessageEndingWith(message)
        .message()
        .hasLineCount(1);
  }
}
