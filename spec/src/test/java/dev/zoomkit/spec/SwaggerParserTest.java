package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A parser that shares nothing with the rules takes the bundle for OpenAPI, too. */
class SwaggerParserTest {
  @Test
  void theBundleIsReadWithoutAMessage() throws IOException {
    SwaggerParseResult result = parse(BundlerTest.built("zoom.json"));

    // What breaks a rule has its line already.
    assumeTrue(
        result.getMessages().isEmpty()
            || HouseRules.findings(Description.of(Sources.read(HouseRulesTest.DESCRIPTION)))
                .isEmpty());
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void aFaultInTheBundleIsAMessage() throws IOException {
    String sound = Bundler.bundle(Sources.read(HouseRulesTest.SOUND)).document().toString();

    assertThat(parse(sound).getMessages()).isEmpty();
    assertThat(parse(sound.replaceFirst("\"in\":\"path\"", "\"in\":\"trail\"")).getMessages())
        .isNotEmpty();
  }

  private static SwaggerParseResult parse(String text) {
    return new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
  }
}
