package dev.zoomkit.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.generator.java.Prose;
import dev.zoomkit.generator.java.TypeMappings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which values of a model its toString hides. */
class PropertyReaderTest {

  @Test
  void aSecretIsWhatTheDescriptionMarks() {
    assertThat(isSecret("nickname", marked(true))).isTrue();
  }

  @Test
  void aNameAloneMakesNoSecret() {
    assertThat(isSecret("password", new StringSchema())).isFalse();
    assertThat(isSecret("password", marked(false))).isFalse();
  }

  private static boolean isSecret(String name, Schema<?> schema) {
    OpenAPI openApi = new OpenAPI();
    Problems problems = new Problems();
    TypeMappings mappings = new TypeMappings(TypeMappings.DEFAULTS, Map.of(), Map.of(), "codecs");
    ReaderContext context =
        new ReaderContext(
            openApi,
            new TypeReader(openApi, "model", mappings, Set.of(), problems),
            new Prose(Set.of(), Set.of()),
            problems);
    return new PropertyReader(context).read(name, schema, false, "here").secret();
  }

  private static Schema<?> marked(boolean secret) {
    return new StringSchema().extensions(Map.of("x-zoom-secret", secret));
  }
}
