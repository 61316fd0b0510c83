package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Jdks;
import dev.zoomkit.fixture.ManyCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Blocking calls on a JDK that has virtual threads, whichever runs this test. */
class VirtualThreadsTest {

  private static final int CALLS = 500;

  /** Two threads of the system carry all of them: one that a call holds would stop the others. */
  private static final int CARRIERS = 2;

  @Test
  void hundredsOfCallsAreUnderWayAtOnce() throws Exception {
    Optional<Path> java = Jdks.java(21);
    assumeTrue(
        java.isPresent(),
        "No JDK 21 or newer was found: not in JAVA_HOME..., and not where systems keep them.");
    CountDownLatch allAreHere = new CountDownLatch(CALLS);
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
              if (request.getTarget().startsWith("/oauth/token")) {
                return FakeZoom.token("t", FakeZoom.ALL_SCOPES);
              }
              allAreHere.countDown();
              allAreHere.await();
              return json("{\"id\":7}");
            }
          });
      server.start();

      assertThat(
              run(java.get(), server.url("/v2/").toString(), server.url("/oauth/token").toString()))
          .isEqualTo(CALLS + " calls, " + CALLS + " virtual threads, true");
    }
  }

  private static String run(Path java, String endpoint, String tokenEndpoint)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS,
                    "-Djdk.virtualThreadScheduler.maxPoolSize=" + CARRIERS,
                    "-cp",
                    System.getProperty("java.class.path"),
                    ManyCalls.class.getName(),
                    endpoint,
                    tokenEndpoint,
                    Integer.toString(CALLS)))
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    } finally {
      process.destroyForcibly();
    }
  }
}
