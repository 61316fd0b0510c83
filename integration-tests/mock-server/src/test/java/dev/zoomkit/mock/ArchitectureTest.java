package dev.zoomkit.mock;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.zoomkit.mock.description.PlantedUseOfTheCall;
import org.junit.jupiter.api.Test;

/** The direction of the packages: each knows only those that it is said to know. */
class ArchitectureTest {
  private static final String ROOT = "dev.zoomkit.mock";

  private static final LayeredArchitecture DIRECTIONS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
          .layer("face")
          .definedBy(ROOT)
          .layer("http")
          .definedBy(ROOT + ".http")
          .layer("realism")
          .definedBy(ROOT + ".realism")
          .layer("world")
          .definedBy(ROOT + ".world")
          .layer("state")
          .definedBy(ROOT + ".state")
          .layer("rules")
          .definedBy(ROOT + ".rules")
          .layer("store")
          .definedBy(ROOT + ".store")
          .layer("model")
          .definedBy(ROOT + ".model")
          .layer("sampledata")
          .definedBy(ROOT + ".sampledata")
          .layer("call")
          .definedBy(ROOT + ".call")
          .layer("description")
          .definedBy(ROOT + ".description")
          .ensureAllClassesAreContainedInArchitecture()
          .whereLayer("face")
          .mayOnlyAccessLayers("http", "realism", "world", "state", "call", "description")
          .whereLayer("world")
          .mayOnlyAccessLayers("call", "description")
          .whereLayer("http")
          .mayOnlyAccessLayers("realism", "state", "call", "description")
          .whereLayer("realism")
          .mayOnlyAccessLayers("call", "description")
          .whereLayer("state")
          .mayOnlyAccessLayers("rules", "store", "model", "sampledata", "call", "description")
          .whereLayer("rules")
          .mayOnlyAccessLayers("store", "model", "sampledata", "call", "description")
          .whereLayer("store")
          .mayOnlyAccessLayers("model", "sampledata", "call", "description")
          .whereLayer("model")
          .mayOnlyAccessLayers("description")
          .whereLayer("sampledata")
          .mayOnlyAccessLayers("description")
          .whereLayer("call")
          .mayOnlyAccessLayers("description")
          .whereLayer("description")
          .mayNotAccessAnyLayer();

  @Test
  void packagesKeepTheirDirection() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    assertThat(all).hasSizeGreaterThan(40);

    DIRECTIONS.check(all);
  }

  @Test
  void anImportAgainstTheDirectionIsFound() {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedUseOfTheCall.class);

    assertThat(DIRECTIONS.withOptionalLayers(true).evaluate(planted).hasViolation()).isTrue();
  }
}
