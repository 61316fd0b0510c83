package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A parser that shares nothing with the rules finds the bundle to be OpenAPI. */
class SwaggerParserTest {

  @Test
  void theBundleIsParsedWithoutAMessage() throws IOException {
    String bundle = Files.readString(Path.of("target/classes/dev/zoomkit/spec/zoom.json"));

    assertThat(parse(bundle).getMessages()).isEmpty();
    assertThat(parse(bundle).getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void aFaultInTheBundleWouldBeAMessage() throws IOException {
    String bundle = Files.readString(Path.of("target/classes/dev/zoomkit/spec/zoom.json"));

    assertThat(parse(bundle.replaceFirst("\"in\" : \"path\"", "\"in\" : \"trail\"")).getMessages())
        .isNotEmpty();
  }

  private static SwaggerParseResult parse(String text) {
    return new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
  }
}
