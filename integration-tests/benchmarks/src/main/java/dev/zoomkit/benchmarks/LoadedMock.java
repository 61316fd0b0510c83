package dev.zoomkit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How many small requests the mock responds to in a second, each checked against the description,
 * with what sends them in the same process; what one costs in CPU time, the sender's included; and
 * how many Prism responds to.
 */
final class LoadedMock {

  private static final int CONNECTIONS = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final int ROUNDS = 3;
  private static final String WEBINAR =
      """
      {"topic": "Town hall", "type": 5, "start_time": "2027-03-25T11:30:00Z", "duration": 60,\
       "settings": {"approval_type": 2}}""";

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final Executor THREADS = task -> new Thread(task).start();

  private LoadedMock() {}

  static void print() throws IOException, InterruptedException {
    System.out.printf("%nSmall requests to the mock, over %d connections%n", CONNECTIONS);
    try (MockZoom zoom = MockZoom.start()) {
      String user = zoom.example("userId");
      String webinar = zoom.seed("createWebinar", WEBINAR, 300).get(0);
      String token = zoom.userToken(user, "webinar:read:admin", "webinar:write:admin");
      URI base = zoom.apiBase();
      Map<String, byte[]> requests = requests(base, user, webinar, token);
      requests.values().forEach(request -> load(base, request, WARM_UP));
      requests.forEach((name, request) -> print(name, load(base, request, ROUND)));
      System.out.println("To reach: at least 5,000 a second on two cores.");
      System.out.printf("%nThe same beside Prism%n");
      try (PrismMock prism = PrismMock.start()) {
        if (prism == null) {
          System.out.println("Left out: npm does not run here, or does not get Prism.");
        } else {
          compare(base, requests, prism.origin(), requests(prism.origin(), user, webinar, token));
          System.out.println("To reach: 20x.");
        }
      }
    }
  }

  private static Map<String, byte[]> requests(URI base, String user, String webinar, String token) {
    URI one = base.resolve("accounts/me/webinars/" + webinar);
    URI all = base.resolve("accounts/me/users/" + user + "/webinars?page_size=10");
    URI making = base.resolve("accounts/me/users/" + user + "/webinars");
    Map<String, byte[]> requests = new LinkedHashMap<>();
    requests.put("get a webinar", RawClient.request("GET", one, token, ""));
    requests.put("list 10 webinars", RawClient.request("GET", all, token, ""));
    requests.put("create a webinar", RawClient.request("POST", making, token, WEBINAR));
    return requests;
  }

  /** Medians of alternating rounds. */
  private static void compare(
      URI mock, Map<String, byte[]> requests, URI prism, Map<String, byte[]> prismRequests) {
    prismRequests.values().forEach(request -> load(prism, request, ROUND));
    requests.forEach(
        (name, request) -> {
          List<Double> ours = new ArrayList<>();
          List<Double> theirs = new ArrayList<>();
          for (int round = 0; round < ROUNDS; round++) {
            ours.add(load(mock, request, ROUND).perSecond());
            theirs.add(load(prism, prismRequests.get(name), ROUND).perSecond());
          }
          double fast = median(ours);
          double slow = median(theirs);
          System.out.printf("%-28s %13.1fx  (%,.0f and %,.0f)%n", name, fast / slow, fast, slow);
        });
  }

  private static double median(List<Double> rounds) {
    return rounds.stream().sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
  }

  /**
   * A load that was handled.
   *
   * @param perSecond how many requests in a second
   * @param cpuMicros the CPU time of the process for each
   */
  record Pace(double perSecond, double cpuMicros) {}

  /** Sends a request again and again over each of several connections. */
  static Pace load(URI server, byte[] request, Duration time) {
    AtomicLong responses = new AtomicLong();
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    List<CompletableFuture<Void>> senders =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> sent(server, request, time), THREADS))
            .map(sender -> sender.thenAccept(responses::addAndGet))
            .toList();
    senders.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuMicros = (PROCESS.getProcessCpuTime() - cpu) / 1e3;
    return new Pace(responses.get() / seconds, cpuMicros / responses.get());
  }

  private static long sent(URI server, byte[] request, Duration time) {
    long count = 0;
    long end = System.nanoTime() + time.toNanos();
    try (RawClient client = new RawClient(server)) {
      for (; System.nanoTime() < end; count++) {
        client.send(request);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return count;
  }

  private static void print(String name, Pace pace) {
    System.out.printf(
        "%-28s %,13.0f a second  (%.0f µs of CPU each)%n",
        name, pace.perSecond(), pace.cpuMicros());
  }
}
