package dev.zoomkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import dev.zoomkit.annotation.PlantedUseOfTheSdk;
import dev.zoomkit.internal.http.PlantedUseOfAFeature;
import dev.zoomkit.internal.retry.RetryInterceptor;
import dev.zoomkit.paging.PagingException;
import dev.zoomkit.paging.PlantedInterceptor;
import dev.zoomkit.paging.PlantedUseOfAnInterceptor;
import dev.zoomkit.paging.PlantedUseOfTheRoot;
import dev.zoomkit.retry.PlantedUseOfPaging;
import dev.zoomkit.retry.RetryPolicy;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction of the packages: root, then features, then the generated client. */
class ArchitectureTest {

  private static final String ROOT = "dev.zoomkit";

  private static final String[] FEATURES =
      Stream.of(
              "auth",
              "error",
              "paging",
              "parallel",
              "rate",
              "record",
              "retry",
              "schedule",
              "scope",
              "transfer",
              "user")
          .map(name -> ROOT + "." + name)
          .toArray(String[]::new);

  /** The inner sides of features; {@code internal} itself only puts them together. */
  private static final String[] INNER_SIDES =
      Stream.of("auth", "error", "json", "rate", "retry", "scope", "user")
          .map(name -> ROOT + ".internal." + name)
          .toArray(String[]::new);

  private static final String[] CLIENT =
      Stream.of("annotation", "api", "model", "runtime", "value")
          .map(name -> ROOT + "." + name + "..")
          .toArray(String[]::new);

  private static final ArchRule CLIENT_KNOWS_ONLY_ITSELF =
      noClasses()
          .that()
          .resideInAnyPackage(CLIENT)
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(CLIENT))));

  private static final ArchRule FEATURES_DO_NOT_KNOW_WHAT_IS_BUILT_OF_THEM =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of(ROOT, ROOT + ".internal", ROOT + ".operations"),
                      Stream.of(INNER_SIDES))
                  .toArray(String[]::new));

  private static final ArchRule ONLY_ROOT_AND_FACADE_KNOW_THE_WIRING =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".internal", ROOT + ".operations")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, ROOT + ".internal", ROOT + ".operations");

  private static final ArchRule INTERCEPTORS_ARE_NOT_FOR_CALLERS =
      classes()
          .that()
          .haveSimpleNameEndingWith("Interceptor")
          .and()
          .resideInAPackage(ROOT + "..")
          .should()
          .resideInAPackage(ROOT + ".internal..");

  private static final ArchRule WHAT_ALL_FEATURES_READ_KNOWS_NONE_OF_THEM =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".internal.http", ROOT + ".internal.thread")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(Stream.of(FEATURES), Stream.of(INNER_SIDES)).toArray(String[]::new));

  private static final ArchRule INSIDES_ARE_PUT_TOGETHER_BY_THE_ROOT_ALONE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Interceptor")
          .or()
          .haveSimpleName("TokenCache")
          .and()
          .resideInAPackage(ROOT + "..")
          .should(beUsedOnlyAtHomeAndInTheRoot());

  private static final ArchRule NO_CIRCLES =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @Test
  void packagesKeepTheirDirection() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    assertThat(all).hasSizeGreaterThan(50);

    CLIENT_KNOWS_ONLY_ITSELF.check(all);
    FEATURES_DO_NOT_KNOW_WHAT_IS_BUILT_OF_THEM.check(all);
    WHAT_ALL_FEATURES_READ_KNOWS_NONE_OF_THEM.check(all);
    INSIDES_ARE_PUT_TOGETHER_BY_THE_ROOT_ALONE.check(all);
    ONLY_ROOT_AND_FACADE_KNOW_THE_WIRING.check(all);
    INTERCEPTORS_ARE_NOT_FOR_CALLERS.check(all);
    NO_CIRCLES.check(all);
  }

  @ParameterizedTest
  @MethodSource("plantedFaults")
  void eachRuleBites(ArchRule rule, Set<Class<?>> planted) {
    JavaClasses broken = new ClassFileImporter().importClasses(planted);

    assertThat(rule.evaluate(broken).hasViolation()).isTrue();
  }

  static Stream<Arguments> plantedFaults() {
    return Stream.of(
        Arguments.of(CLIENT_KNOWS_ONLY_ITSELF, Set.of(PlantedUseOfTheSdk.class)),
        Arguments.of(FEATURES_DO_NOT_KNOW_WHAT_IS_BUILT_OF_THEM, Set.of(PlantedUseOfTheRoot.class)),
        Arguments.of(WHAT_ALL_FEATURES_READ_KNOWS_NONE_OF_THEM, Set.of(PlantedUseOfAFeature.class)),
        Arguments.of(
            INSIDES_ARE_PUT_TOGETHER_BY_THE_ROOT_ALONE,
            Set.of(PlantedUseOfAnInterceptor.class, RetryInterceptor.class)),
        Arguments.of(
            NO_CIRCLES,
            Set.of(
                PlantedUseOfPaging.class,
                PagingException.class,
                PlantedUseOfAnInterceptor.class,
                RetryInterceptor.class,
                RetryPolicy.class)),
        Arguments.of(ONLY_ROOT_AND_FACADE_KNOW_THE_WIRING, Set.of(PlantedUseOfTheRoot.class)),
        Arguments.of(INTERCEPTORS_ARE_NOT_FOR_CALLERS, Set.of(PlantedInterceptor.class)));
  }

  private static ArchCondition<JavaClass> beUsedOnlyAtHomeAndInTheRoot() {
    return new ArchCondition<>("be used only in their own package and in the root") {
      @Override
      public void check(JavaClass inside, ConditionEvents events) {
        for (Dependency use : inside.getDirectDependenciesToSelf()) {
          String user = use.getOriginClass().getPackageName();
          if (!user.equals(inside.getPackageName()) && !user.equals(ROOT)) {
            events.add(violated(use, use.getDescription()));
          }
        }
      }
    };
  }
}
