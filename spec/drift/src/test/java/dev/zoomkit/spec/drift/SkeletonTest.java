package dev.zoomkit.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
  private static final String NEW = Small.RESOURCES.resolve("new.yaml").toString();

  @TempDir Path folder;

  @BeforeEach
  void copyOurs() throws IOException {
    try (Stream<Path> files = Files.walk(Small.FOLDER)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = folder.resolve(Small.FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void whatBothEditionsHaveStandsBehindTheAccount() throws IOException {
    draft("GET /things/old", "", "");
    assertThat(folder.resolve("things/listOldThings.yaml"))
        .hasContent(
            """
            operationId: listOldThings

            x-zoom-rate-limit: HEAVY
            x-zoom-date-window: {from: from, to: to}
            x-zoom-paging: {items: old_things}
            x-zoom-scopes:
              master: {classic: ['thing:master'], granular: ['thing:read:list_old_things:master']}
              own: {classic: ['thing:read'], granular: []}

            parameters:
              - $ref: ../shared/parameters/AccountId.yaml
              - name: from
                in: query
                required: true
                schema: {type: string, format: date}
              - name: to
                in: query
                required: true
                schema: {type: string, format: date}
              - $ref: ../shared/parameters/NextPageToken.yaml
              - $ref: ../shared/parameters/PageSize.yaml

            responses:
              '200':
                description: ''
                content:
                  application/json:
                    schema: {$ref: schemas/OldThingPage.yaml}

            x-zoom-errors:
              - $ref: ../shared/errors/ThingNotFound.yaml
              - {status: 404, code: 405}
            """);
    assertThat(folder.resolve("things/schemas/OldThingPage.yaml"))
        .hasContent(
            """
            type: object
            allOf: [{$ref: ../../shared/schemas/Page.yaml}]
            properties:
              old_things: {type: array, items: {$ref: OldThing.yaml}}
            """);
    assertThat(folder.resolve("things/schemas/OldThing.yaml"))
        .hasContent(
            """
            type: object
            required: [thing_id]
            properties:
              thing_id: {type: string}
              name: {type: string, x-zoom-personal: true}
              kind: {$ref: ThingKind.yaml}
              state: {$ref: OldThingState.yaml}
              last: {$ref: OldThingLast.yaml}
            """);
    assertThat(folder.resolve("things/schemas/OldThingState.yaml"))
        .hasContent(
            """
            type: integer
            enum: [0, 1, -1]
            x-enum-varnames: [VALUE_0, VALUE_1, VALUE_MINUS_1]
            """);
    assertThat(folder.resolve("things/schemas/OldThingLast.yaml"))
        .hasContent(
            """
            type: object
            properties:
              name: {type: string, x-zoom-personal: true}
              at: {type: string, format: date-time, deprecated: true}
            """);
    assertThat(Files.readString(folder.resolve("zoom.yaml")))
        .contains(
            """
                get: {$ref: things/listThings.yaml}
              /accounts/{accountId}/things/old:
                get: {$ref: things/listOldThings.yaml}
              /accounts/{accountId}/things/{thingId}:
            """);
  }

  @Test
  void whatTheOwnAccountAloneHasHasItsPathAndScopes() throws IOException {
    draft("/things/{thingId}/photo", "", "");
    assertThat(folder.resolve("photo-albums/addThingPhoto.yaml"))
        .hasContent(
            """
            operationId: addThingPhoto

            x-zoom-rate-limit: LIGHT
            x-zoom-scopes:
              own: {classic: ['thing:write'], granular: []}

            parameters:
              - name: id
                in: path
                required: true
                schema: {type: string}

            requestBody:
              required: true
              content:
                application/json:
                  schema: {$ref: schemas/AddThingPhotoRequest.yaml}

            responses:
              '201':
                description: ''
                content:
                  application/json:
                    schema: {$ref: schemas/AddedThingPhoto.yaml}
            """);
    assertThat(folder.resolve("photo-albums/schemas/AddThingPhotoRequest.yaml"))
        .hasContent(
            """
            type: object
            required: [colour]
            properties:
              colour: {$ref: AddThingPhotoColour.yaml}
              'on': {type: boolean, default: true}
            """);
    assertThat(folder.resolve("photo-albums/schemas/AddThingPhotoColour.yaml"))
        .hasContent(
            """
            type: string
            enum: [red, dark blue]
            x-enum-varnames: [RED, DARK_BLUE]
            """);
    assertThat(Files.readString(folder.resolve("zoom.yaml")))
        .contains("tags:\n  - name: Photo Albums\n  - name: Things\n")
        .contains("    get: {$ref: things/listKinds.yaml}\n  /things/{id}/photo:\n    post: ");
  }

  @Test
  void categoryAndIdCanBeGivenAndAShapeOfTheCategoryIsReferredTo() throws IOException {
    draft("POST /things/{id}/photo", "things", "createThingPhoto");
    assertThat(Files.readString(folder.resolve("things/createThingPhoto.yaml")))
        .contains("schema: {$ref: schemas/Thing.yaml}");
    assertThat(folder.resolve("things/schemas/CreatedThingPhoto.yaml")).doesNotExist();
  }

  @Test
  void allThatIsNewIsDraftedAtOnce() throws IOException {
    draft("new", "", "");
    assertThat(folder.resolve("things/listOldThings.yaml")).exists();
    assertThat(folder.resolve("photo-albums/addThingPhoto.yaml")).exists();
  }

  @Test
  void aPathMayEndInAStar() throws IOException {
    draft("/things/o*", "", "");
    assertThat(folder.resolve("things/listOldThings.yaml")).exists();
    assertThat(folder.resolve("photo-albums")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /things/new | | | GET /things/new: no file has such an operation
          new | | listThings2 | -Did: names one operation, and there are 2
          GET /things/old | | listThings | GET /accounts/{accountId}/things/old: the id listThings is taken; give another one with -Did
          GET /things/old | Old Things | | Old Things/listOldThings: is no <category>/<operationId>
          """)
  void whatCannotBeDraftedIsRefusedAndWritesNothing(
      String wanted, String category, String id, String message) {
    assertThatThrownBy(() -> draft(wanted, category == null ? "" : category, id == null ? "" : id))
        .isInstanceOf(UnusableException.class)
        .hasMessage(message);
    assertThat(folder.resolve("zoom.yaml"))
        .hasSameTextualContentAs(Small.FOLDER.resolve("zoom.yaml"));
  }

  @Test
  void whatOursHasIsRefused() {
    String upstream = Small.RESOURCES.resolve("upstream.yaml").toString();
    assertThatThrownBy(() -> skeleton().draft(Upstream.read(upstream), "GET /things", "", ""))
        .hasMessage("GET /things: our description has this operation already");
  }

  @Test
  void whatADraftLeavesOutIsTold() throws IOException {
    assertThat(skeleton().draft(Upstream.read(NEW), "GET /things/old", "", ""))
        .containsExactly(
            "listOldThings: no operation of ours has a header as a parameter, such as the required X-Trace",
            "listOldThings: no error of ours has the status 500");
  }

  private void draft(String wanted, String category, String id) throws IOException {
    Skeleton skeleton = skeleton();
    skeleton.draft(Upstream.read(NEW), wanted, category, id);
    List<String> lines = skeleton.write();
    assertThat(lines).allMatch(line -> line.matches("\\S+\\.yaml \\(\\d+ lines\\)"));
  }

  private Skeleton skeleton() throws IOException {
    return new Skeleton(OurFiles.read(folder), Small.read("bundle.yaml"));
  }
}
