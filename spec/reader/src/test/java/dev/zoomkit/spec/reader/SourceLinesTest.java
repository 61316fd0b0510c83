package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of the bundle lead to the description's own files. */
class SourceLinesTest {
  private static final String LIST_WEBINARS =
      "/paths/~1accounts~1{accountId}~1users~1{userId}~1webinars/get";

  private final SourceLines lines = new SourceLines(Path.of("../src/main/openapi"));

  @ParameterizedTest
  @CsvSource({
    "/x-zoom-rate-limit, x-zoom-rate-limit: MEDIUM",
    "/x-zoom-scopes/own/classic, '  own: {classic: '",
    "/parameters/2, '  - name: type'",
    "/parameters/2/schema/default, '    schema: {allOf: '",
    "/responses/200/content, '    content:'",
    "/x-zoom-errors/1/meaning, '  - $ref: ../shared/errors/UserNotFound.yaml'"
  })
  void ofAnOperation(String place, String text) throws Exception {
    SourceLines.Line line = lines.of(LIST_WEBINARS + place);

    assertThat(line.file()).isEqualTo("spec/src/main/openapi/webinars/listWebinars.yaml");
    assertThat(text(line)).startsWith(text);
  }

  @Test
  void ofWhatTheBundlerDerives() {
    assertThat(lines.of(LIST_WEBINARS + "/security"))
        .hasToString("spec/src/main/openapi/webinars/listWebinars.yaml:1");
  }

  @Test
  void ofAComponent() throws Exception {
    SourceLines.Line line = lines.of("/components/parameters/UserIdOrMe/description");

    assertThat(line.file()).isEqualTo("spec/src/main/openapi/shared/parameters/UserIdOrMe.yaml");
    assertThat(text(line)).startsWith("description:");
  }

  @Test
  void ofTheRoot() throws Exception {
    assertThat(text(lines.of("/info/version"))).startsWith("  version:");
    assertThat(lines.of("/paths/~1gone/get"))
        .hasToString("spec/src/main/openapi/zoom.yaml:" + paths());
  }

  private static int paths() throws Exception {
    return Files.readAllLines(Path.of("../src/main/openapi/zoom.yaml")).indexOf("paths:") + 1;
  }

  private static String text(SourceLines.Line line) throws Exception {
    return Files.readAllLines(Path.of("../..", line.file())).get(line.line() - 1);
  }
}
