package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A parser that shares nothing with the rules takes the bundle for OpenAPI. */
class SwaggerParserTest {
  private final String bundle = BundlerTest.built("zoom.json");

  SwaggerParserTest() throws IOException {}

  @Test
  void theBundleIsReadWithoutAMessage() {
    SwaggerParseResult result = parse(bundle);

    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void aFaultInTheBundleIsAMessage() {
    String broken = bundle.replaceFirst("\"in\" : \"path\"", "\"in\" : \"trail\"");

    assertThat(parse(broken).getMessages()).isNotEmpty();
  }

  private static SwaggerParseResult parse(String text) {
    return new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
  }
}
