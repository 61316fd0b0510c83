package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceFilesTest {
  private final SourceFiles files =
      new SourceFiles(
          Map.of("schemas/Thing", "things/schemas/Thing.yaml"),
          Map.of("/things/{id} get", "things/getThing.yaml"));

  @Test
  void aPlaceComesFromItsFileOrFromTheRoot() {
    assertThat(files.of("/components/schemas/Thing/properties/a~1b"))
        .isEqualTo(origin("things/schemas/Thing.yaml", "properties", "a/b"));
    assertThat(files.of("/paths/~1things~1{id}/get")).isEqualTo(origin("things/getThing.yaml"));
    assertThat(files.of("/paths/~1things~1{id}/put"))
        .isEqualTo(origin("zoom.yaml", "paths", "/things/{id}", "put"));
    assertThat(files.of("/tags/0")).isEqualTo(origin("zoom.yaml", "tags", "0"));
    assertThat(files.of("")).isEqualTo(origin("zoom.yaml"));
  }

  @Test
  void aFileIsWhatItsFolderSays() {
    assertThat(SourceFiles.componentOf("things/schemas/Thing.yaml")).isEqualTo("schemas/Thing");
    assertThat(SourceFiles.componentOf("things/words/Thing.yaml")).isNull();
    assertThat(SourceFiles.isOperation("things/getThing.yaml")).isTrue();
    assertThat(SourceFiles.isOperation("shared/getThing.yaml")).isFalse();
    assertThat(SourceFiles.isSharedError("shared/errors/NoThing.yaml")).isTrue();
    assertThat(SourceFiles.target("things/schemas/Thing.yaml", "../../shared/schemas/Id.yaml"))
        .isEqualTo("shared/schemas/Id.yaml");
    assertThat(SourceFiles.folderOf("Tracking Fields")).isEqualTo("tracking-fields");
  }

  private static SourceFiles.Origin origin(String file, String... path) {
    return new SourceFiles.Origin(file, List.of(path));
  }
}
