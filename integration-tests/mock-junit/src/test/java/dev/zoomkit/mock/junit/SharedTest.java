package dev.zoomkit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A class may have one mock for all its tests; else it has none of its own. */
class SharedTest {

  @WithMockZoom(shared = true)
  static class Shared {
    private static ZoomClient first;

    @BeforeAll
    static void addJill(MockZoom mock, ZoomClient zoom) {
      mock.addUser("jill@acme.example");
      first = zoom;
      Seen.note("before", mock);
    }

    @Test
    void one(MockZoom mock, ZoomClient zoom) {
      assertThat(zoom).isSameAs(first);
      Seen.note("test", mock);
    }

    @Test
    void other(MockZoom mock, ZoomClient zoom) {
      one(mock, zoom);
    }

    @Nested
    class Inside {
      @Test
      void inside(MockZoom mock, ZoomClient zoom) {
        one(mock, zoom);
      }
    }

    @Nested
    @WithMockZoom
    class Apart {
      @Test
      void apart(MockZoom mock) {
        Seen.note("apart", mock);
      }
    }

    @AfterAll
    static void leave(MockZoom mock, ZoomClient zoom) {
      zoom.ownAccount().users().listUsers().stream().count();
      Seen.note("after", mock);
    }
  }

  @Test
  void allOfAClassAndWhatIsNestedInItGetOneMock() {
    EngineExecutionResults results = Seen.run(Shared.class);

    assertThat(Seen.failures(results)).isEmpty();
    MockZoom one = Seen.at("before").get(0);
    assertThat(Seen.at("test")).containsExactly(one, one, one);
    assertThat(Seen.at("after")).containsExactly(one);
    assertThat(Seen.at("apart")).hasSize(1).doesNotContain(one);
    assertThatThrownBy(one::client).hasMessageContaining("closed");
  }

  @WithMockZoom(shared = true)
  static class SharedByTestsAlone {
    @Nested
    class Inside {
      @Test
      void one(MockZoom mock) {
        Seen.note("test", mock);
      }
    }

    @Nested
    class InsideToo extends Inside {}
  }

  @Test
  void theFirstToAskMayBeInANestedClass() {
    assertThat(Seen.failures(Seen.run(SharedByTestsAlone.class))).isEmpty();
    assertThat(Seen.at("test")).hasSize(2);
    assertThat(Set.copyOf(Seen.at("test"))).hasSize(1);
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @WithMockZoom(shared = true)
  static class SharedInstance {
    private final MockZoom mine;

    SharedInstance(MockZoom mock) {
      this.mine = mock;
    }

    @Test
    void one(MockZoom mock) {
      assertThat(mock).isSameAs(mine);
    }
  }

  @Test
  void theInstanceOfAllTestsMayHaveTheSharedMock() {
    assertThat(Seen.failures(Seen.run(SharedInstance.class))).isEmpty();
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @WithMockZoom
  static class Instance {
    @Test
    void one(MockZoom mock) {
      Seen.note("test", mock);
    }

    @Test
    void other(MockZoom mock) {
      Seen.note("test", mock);
    }
  }

  @Test
  void theTestsOfOneInstanceHaveMocksOfTheirOwn() {
    assertThat(Seen.failures(Seen.run(Instance.class))).isEmpty();
    assertThat(Seen.at("test")).hasSize(2).doesNotHaveDuplicates();
  }

  @TestInstance(Lifecycle.PER_CLASS)
  @WithMockZoom
  static class InstanceThatAsks {
    InstanceThatAsks(MockZoom mock) {}

    @Test
    void one() {}
  }

  @WithMockZoom
  static class BeforeAllThatAsks {
    @BeforeAll
    static void add(MockZoom mock) {}

    @Test
    void one() {}
  }

  @Test
  void whatIsBeforeAllTestsIsToldThatAMockIsATests() {
    for (Class<?> tests : List.of(InstanceThatAsks.class, BeforeAllThatAsks.class)) {
      assertThat(Seen.failures(Seen.run(tests)))
          .singleElement()
          .asString()
          .contains("lives as long as a test", "@WithMockZoom(shared = true)");
    }
  }
}
