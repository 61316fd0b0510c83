package dev.zoomkit.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.zoomkit.generator.java.PlantedUseOfADocument;
import dev.zoomkit.generator.java.PlantedUseOfAView;
import dev.zoomkit.generator.print.PlantedUseOfAReader;
import dev.zoomkit.generator.read.PlantedUseOfAPrinter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The directions between the rooms, each with a class that goes against it. */
class RoomsTest {
  private static final String ROOT = "dev.zoomkit.generator";

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(
            "java", List.of("io.swagger..", "org.openapitools.."), PlantedUseOfADocument.class),
        Arguments.of("java", List.of(ROOT, room("read"), room("print")), PlantedUseOfAView.class),
        Arguments.of("print", List.of("io.swagger.."), PlantedUseOfAReader.class),
        Arguments.of("print", List.of(ROOT, room("read")), PlantedUseOfAReader.class),
        Arguments.of("read", List.of(ROOT, room("print")), PlantedUseOfAPrinter.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(String room, List<String> closed, Class<?> planted) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    assertThat(classes.stream().filter(each -> each.getPackageName().equals(room(room))))
        .isNotEmpty();
    rule(room, closed).check(classes);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void bites(String room, List<String> closed, Class<?> planted) {
    JavaClasses classes = new ClassFileImporter().importClasses(planted);

    assertThatThrownBy(() -> rule(room, closed).check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.getSimpleName());
  }

  @Test
  void noRoomIsForgotten() {
    assertThat(new ClassFileImporter().importPackages(ROOT).stream().map(c -> c.getPackageName()))
        .containsOnly(ROOT, room("read"), room("java"), room("print"));
  }

  private static ArchRule rule(String room, List<String> closed) {
    return noClasses()
        .that()
        .resideInAPackage(room(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(closed.toArray(String[]::new));
  }

  private static String room(String name) {
    return ROOT + "." + name;
  }
}
