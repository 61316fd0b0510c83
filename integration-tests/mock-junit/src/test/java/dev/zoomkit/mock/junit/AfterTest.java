package dev.zoomkit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/**
 * What a test leaves behind: a failure that only the mock has seen, and a client that is closed.
 */
class AfterTest {

  private static void failInTheMock(MockZoom mock, ZoomClient zoom) {
    mock.on("listUsers")
        .next()
        .change(
            response -> {
              throw new AssertionError("expected 3");
            });
    assertThat(zoom.ownAccount().users().listUsers().stream()).isNotEmpty();
  }

  @WithMockZoom
  static class Failing {
    @Test
    void fails(MockZoom mock, ZoomClient zoom) {
      failInTheMock(mock, zoom);
    }

    @Test
    void asksForNothing() {}
  }

  @WithMockZoom(shared = true)
  @TestMethodOrder(MethodName.class)
  static class FailingShared {
    @Test
    void first(MockZoom mock, ZoomClient zoom) {
      failInTheMock(mock, zoom);
      zoom.close();
    }

    @Test
    void second(MockZoom mock, ZoomClient zoom) {
      assertThat(zoom.ownAccount().users().listUsers().stream()).isNotEmpty();
      assertThat(mock.client()).isNotSameAs(zoom);
    }
  }

  @Test
  void aTestFailsForWhatOnlyTheMockHasSeen() {
    for (Class<?> tests : new Class<?>[] {Failing.class, FailingShared.class}) {
      EngineExecutionResults results = Seen.run(tests);

      results.testEvents().assertStatistics(events -> events.succeeded(1).failed(1));
      assertThat(Seen.failures(results)).singleElement().asString().contains("expected 3");
    }
  }

  @WithMockZoom
  static class Factory {
    @TestFactory
    Stream<DynamicTest> dynamic(MockZoom mock, ZoomClient zoom) {
      return Stream.of("one", "two")
          .map(
              name ->
                  DynamicTest.dynamicTest(
                      name,
                      () -> {
                        zoom.ownAccount().users().listUsers().stream().count();
                        Seen.note("test", mock);
                      }));
    }
  }

  @Test
  void theDynamicTestsOfAFactoryShareItsMock() {
    assertThat(Seen.failures(Seen.run(Factory.class))).isEmpty();
    assertThat(Seen.at("test")).hasSize(2);
    assertThat(Seen.at("test").get(0)).isSameAs(Seen.at("test").get(1));
  }
}
