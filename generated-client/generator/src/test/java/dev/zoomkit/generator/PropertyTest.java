package dev.zoomkit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which values of a model its toString hides. */
class PropertyTest {

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
    Types types = new Types(new OpenAPI(), "model", new Problems());
    Prose prose = new Prose(Set.of(), Set.of());
    return Property.of(name, schema, false, types, prose, "here").secret();
  }

  private static Schema<?> marked(boolean secret) {
    return new StringSchema().extensions(Map.of("x-zoom-secret", secret));
  }
}
