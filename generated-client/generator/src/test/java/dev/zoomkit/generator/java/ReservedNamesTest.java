package dev.zoomkit.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {
  private static final String TEMPLATE =
      """
      {{! A Comment of the template. }}
      import dev.example.Imported;

      /** Javadoc of {@link Linked}. */
      {{#Section}}
      final class {{Printed}} {
        static class Nested {}
        // Remark
        @Annotated(value = "Text \\" Quoted") dev.example.Spelled field = Imported.of({{name}});
      }
      {{/Section}}
      """;

  private final ReservedNames names = new ReservedNames(List.of(TEMPLATE));

  @ParameterizedTest
  @ValueSource(strings = {"Imported", "Nested", "Annotated", "Spelled"})
  void whatCodeInTemplatesMeans(String name) {
    assertThat(names.contains(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A", "Javadoc", "Linked", "Section", "Printed", "Remark", "Text", "Quoted", "Widget"
      })
  void notWhatStandsInProseTextAndTags(String name) {
    assertThat(names.contains(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "List", "File", "OffsetDateTime"})
  void whatJavaCodeMeansAnyway(String name) {
    assertThat(names.contains(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WidgetJsonAdapter", "DateOrDateTime", "StartTime"})
  void codecsAndTypesOfTheRuntime(String name) {
    assertThat(names.contains(name)).isTrue();
  }
}
