package dev.zoomkit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Each test has a mock of its own. */
class WithMockZoomTest {
  private static final String JILL = "jill@acme.example";

  @WithMockZoom
  static class Plain {
    Plain(MockZoom mock) {
      Seen.note("constructor", mock);
    }

    @BeforeEach
    void addJill(MockZoom mock) {
      mock.addUser(JILL); // is refused where she is already
      Seen.note("before", mock);
    }

    @Test
    void lists(MockZoom mock, ZoomClient zoom) {
      assertThat(zoom.ownAccount().users().listUsers())
          .extracting(user -> user.email())
          .contains(JILL);
      assertThat(mock.requests()).hasSize(2);
      Seen.note("test", mock);
    }

    @Test
    void listsAgain(ZoomClient zoom, MockZoom mock) {
      lists(mock, zoom);
    }

    @RepeatedTest(3)
    void repeats(MockZoom mock, ZoomClient zoom) {
      lists(mock, zoom);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void takesOtherParametersToo(int number, MockZoom mock, ZoomClient zoom) {
      assertThat(number).isPositive();
      lists(mock, zoom);
    }

    @AfterEach
    void leave(MockZoom mock) {
      Seen.note("after", mock);
    }

    @Nested
    class Inside {
      @Test
      void listsInside(MockZoom mock, ZoomClient zoom) {
        lists(mock, zoom);
      }
    }
  }

  @Test
  void allThatBelongsToATestGetsItsMockAndNoOtherTestDoes() {
    EngineExecutionResults results = Seen.run(Plain.class);

    results.testEvents().assertStatistics(events -> events.succeeded(8).failed(0));
    assertThat(Seen.at("test")).hasSize(8).doesNotHaveDuplicates();
    assertThat(Seen.at("constructor")).isEqualTo(Seen.at("test"));
    assertThat(Seen.at("before")).isEqualTo(Seen.at("test"));
    assertThat(Seen.at("after")).isEqualTo(Seen.at("test"));
    assertThat(Seen.all())
        .allSatisfy(mock -> assertThatThrownBy(mock::client).hasMessageContaining("closed"));
  }

  @WithMockZoom
  static class AtTheSameTime {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @Test
    void one(MockZoom mock, ZoomClient zoom) throws Exception {
      mock.addUser(JILL);
      BOTH.await(20, TimeUnit.SECONDS);
      assertThat(zoom.ownAccount().users().listUsers())
          .extracting(user -> user.email())
          .contains(JILL);
      BOTH.await(20, TimeUnit.SECONDS);
      assertThat(mock.requests()).hasSize(2);
      Seen.note("test", mock);
    }

    @Test
    void other(MockZoom mock, ZoomClient zoom) throws Exception {
      one(mock, zoom);
    }
  }

  @Test
  void testsMayRunAtTheSameTime() {
    EngineExecutionResults results =
        Seen.run(
            AtTheSameTime.class,
            kit ->
                kit.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                    .configurationParameter(
                        "junit.jupiter.execution.parallel.mode.default", "concurrent")
                    .configurationParameter(
                        "junit.jupiter.execution.parallel.config.strategy", "fixed")
                    .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "2"));

    assertThat(Seen.failures(results)).isEmpty();
    assertThat(Seen.at("test")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void theModuleExportsWhatIsPublicAndOpensNothing() {
    ModuleDescriptor module =
        ModuleFinder.of(Path.of("target/classes"))
            .find("dev.zoomkit.mock.junit")
            .orElseThrow()
            .descriptor();

    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly("dev.zoomkit.mock.junit");
    assertThat(module.packages()).isEqualTo(Set.of("dev.zoomkit.mock.junit"));
    assertThat(module.opens()).isEmpty();
  }
}
