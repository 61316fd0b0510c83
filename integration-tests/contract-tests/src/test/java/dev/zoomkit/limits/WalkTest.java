package dev.zoomkit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks that go as fast as Zoom permits, against the mock that keeps Zoom's limits. */
class WalkTest {

  private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");
  private static final String WALK = "listWebinars";
  private static final RateLabel LABEL = RateLabel.MEDIUM;
  private static final int PERMITTED = Plan.BUSINESS.calls(LABEL);

  /** How long a walk goes on, in seconds of the mock; in full with {@code -Psoak}. */
  private static final int SECONDS = Boolean.getBoolean("zoomkit.soak") ? 180 : 10;

  private final List<Instant> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> refused = new CopyOnWriteArrayList<>();

  @AutoClose
  private final MockZoom mock =
      MockZoom.builder().startAt(START).rateLimits(MockPlan.BUSINESS).start();

  @BeforeEach
  void watch() {
    mock.filterResponses(
        (operation, response) -> {
          if (operation.equals(WALK)) {
            (response.status() == 429 ? refused : taken).add(mock.clock().instant());
          }
          return response;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void aloneIsNeverRefusedAndUsesWhatIsPermitted(int threads) throws Exception {
    walk(threads, SECONDS, span -> {});

    report("alone, %d threads".formatted(threads), SECONDS, taken.size());
    assertThat(refused).isEmpty();
    assertThat(taken.size()).isGreaterThanOrEqualTo(PERMITTED * SECONDS * 95 / 100);
    assertThat(taken.size()).isLessThanOrEqualTo(PERMITTED * SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void besideAnAppThatEatsHalfIsRefusedOnceAMinuteAtMostAndRecovers(int threads) throws Exception {
    Duration eaten = Duration.ofSeconds(SECONDS);
    walk(threads, SECONDS + 20, eater(START.plus(eaten)));

    report(
        "beside another app, then alone, %d threads".formatted(threads),
        SECONDS + 20,
        taken.size());
    Map<Long, Integer> aMinute = new TreeMap<>();
    refused.forEach(at -> aMinute.merge(Duration.between(START, at).toMinutes(), 1, Integer::sum));
    assertThat(aMinute.values()).allMatch(count -> count <= 1);
    long beside = taken.stream().filter(at -> at.isBefore(START.plus(eaten))).count();
    assertThat(beside).isGreaterThanOrEqualTo(PERMITTED * SECONDS / 2 * 80 / 100);
    long alone = taken.size() - beside;
    assertThat(alone).isGreaterThanOrEqualTo(PERMITTED * 20 * 95 / 100);
  }

  /** Another app that takes every other call, evenly, until a moment. */
  private Consumer<Duration> eater(Instant end) {
    long[] nanos = {0};
    long nanosPerCall = Duration.ofSeconds(1).toNanos() * 2 / PERMITTED;
    return span -> {
      nanos[0] += span.toNanos();
      int calls = (int) (nanos[0] / nanosPerCall);
      if (calls > 0 && mock.clock().instant().isBefore(end)) {
        mock.useCalls(LABEL.name(), calls);
      }
      nanos[0] %= nanosPerCall;
    };
  }

  /** What a walk came to, for whoever wants the figures. */
  private void report(String walk, int seconds, int calls) throws IOException {
    String line =
        "%s: %d calls in %d s, %.1f %% of what Zoom permits, %d times 429%n"
            .formatted(walk, calls, seconds, 100.0 * calls / seconds / PERMITTED, refused.size());
    Files.writeString(
        Path.of("target/rate-walks.txt"),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void walk(int threads, int seconds, Consumer<Duration> passing) throws Exception {
    VirtualTime time = new VirtualTime(mock.clock(), passing);
    UserRef host = UserRef.id(mock.addUser("host@acme.example"));
    mock.seed(
        "createWebinar", Map.of("userId", host.value()), "{\"topic\": \"Town hall {n}\"}", 40);
    Instant end = START.plusSeconds(seconds);
    try (ZoomClient client =
        ZoomClient.builder()
            .endpoint(mock.apiBase())
            .credentials(
                ServerToServer.of(MockZoom.ACCOUNT_ID, MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
                    .tokenEndpoint(mock.tokenEndpoint()))
            .rateLimits(Plan.BUSINESS)
            .clock(mock.clock())
            .sleeper(time)
            .build()) {
      time.run(
          threads,
          () -> {
            while (mock.clock().instant().isBefore(end)) {
              client
                  .ownAccount()
                  .webinars()
                  .listWebinars(host, query -> query.pageSize(10))
                  .stream()
                  .takeWhile(webinar -> mock.clock().instant().isBefore(end))
                  .count();
            }
          });
    }
    taken.removeIf(at -> !at.isBefore(end));
  }
}
