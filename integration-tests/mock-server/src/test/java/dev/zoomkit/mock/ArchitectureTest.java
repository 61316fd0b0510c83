package dev.zoomkit.mock;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.zoomkit.mock.model.PlantedUseOfTheCall;
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
          .ensureAllClassesAreContainedInArchitecture()
          .whereLayer("face")
          .mayOnlyAccessLayers("http", "realism", "world", "state", "call")
          .whereLayer("world")
          .mayOnlyAccessLayers("call")
          .whereLayer("http")
          .mayOnlyAccessLayers("realism", "state", "call")
          .whereLayer("realism")
          .mayOnlyAccessLayers("call")
          .whereLayer("state")
          .mayOnlyAccessLayers("rules", "store", "model", "sampledata", "call")
          .whereLayer("rules")
          .mayOnlyAccessLayers("store", "model", "sampledata", "call")
          .whereLayer("store")
          .mayOnlyAccessLayers("model", "sampledata", "call")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("sampledata")
          .mayNotAccessAnyLayer()
          .whereLayer("call")
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
