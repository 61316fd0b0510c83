package dev.zoomkit.benchmarks;

import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the mock takes to start and to hold a company, in a JVM of its own each time, and what a
 * page takes of a list that grows.
 */
final class MockWorld {

  private static final int RUNS = 5;
  private static final int USERS = 200;
  private static final int WEBINARS = 30;
  private static final int PAGES = 400;
  private static final int WARM_UP = 20;
  private static final List<Integer> SIZES = List.of(100, 10_000, 100_000);

  private MockWorld() {}

  /**
   * In a JVM of its own; prints milliseconds and megabytes as {@link Figures} has them.
   *
   * @param arguments {@code seed} for a company that is seeded thing by thing, else nothing
   */
  public static void main(String[] arguments) {
    long cpuBefore = cpuMillis();
    long start = System.nanoTime();
    try (MockZoom zoom = MockZoom.start()) {
      long started = System.nanoTime();
      long cpu = cpuMillis();
      MockZoom company = arguments.length > 0 ? seeded(zoom) : madeUp();
      long made = System.nanoTime();
      long cpuMade = cpuMillis();
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.printf(
          "%d %d %d %d %d%n",
          (started - start) / 1_000_000,
          cpu - cpuBefore,
          (made - started) / 1_000_000,
          cpuMade - cpu,
          used >> 20);
      company.close();
    }
  }

  private static MockZoom seeded(MockZoom zoom) {
    for (int user = 1; user <= USERS; user++) {
      String id = zoom.addUser("user" + user + "@acme.example");
      zoom.seed("createWebinar", Map.of("userId", id), "{\"topic\": \"Meet {n}\"}", WEBINARS);
    }
    return zoom;
  }

  /** Takes the start of a second mock as well. */
  private static MockZoom madeUp() {
    return MockZoom.builder().account(a -> a.users(USERS).webinarsPerUser(WEBINARS)).start();
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }

  /**
   * Of a run: milliseconds to start and to make the company, on the clock and of CPU in the thread
   * that does it; megabytes of heap with all of it.
   */
  private record Figures(long start, long startCpu, long making, long makingCpu, long megabytes) {

    static Figures ofRun(List<String> arguments) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-classpath");
      command.add(System.getProperty("java.class.path"));
      command.add(MockWorld.class.getName());
      command.addAll(arguments);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The mock failed: " + said);
      }
      long[] figures = Stream.of(said.split(" ")).mapToLong(Long::parseLong).toArray();
      return new Figures(figures[0], figures[1], figures[2], figures[3], figures[4]);
    }
  }

  static void print() throws IOException, InterruptedException {
    List<Figures> runs = new ArrayList<>();
    List<Figures> seeded = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      runs.add(Figures.ofRun(List.of()));
      seeded.add(Figures.ofRun(List.of("seed")));
    }
    System.out.printf("%nThe mock in a fresh JVM, medians of %d%n", RUNS);
    System.out.printf(
        "%-28s %11d ms  (%d ms of CPU in its thread)%n",
        "start",
        median(runs.stream().map(Figures::start)),
        median(runs.stream().map(Figures::startCpu)));
    System.out.printf(
        "%-28s %11d ms  (%d ms of CPU in its thread)%n",
        USERS + " users, " + WEBINARS + " webinars each",
        median(runs.stream().map(Figures::making)),
        median(runs.stream().map(Figures::makingCpu)));
    System.out.printf(
        "%-28s %11d ms  (%d ms of CPU in its thread)%n",
        "the same, seeded one by one",
        median(seeded.stream().map(Figures::making)),
        median(seeded.stream().map(Figures::makingCpu)));
    System.out.printf(
        "%-28s %11d MB%n", "heap with all of them", median(runs.stream().map(Figures::megabytes)));
    System.out.println("To reach: 500 ms, 2,000 ms, 200 MB.");
    printPages();
  }

  private static long median(Stream<Long> values) {
    return values.sorted().skip(RUNS / 2).findFirst().orElseThrow();
  }

  /**
   * A list that grows.
   *
   * @param seed what adds to it
   * @param path the path of the list, with the names of parameters in braces
   * @param scope what its caller has to be granted
   */
  private record GrowingList(String what, String seed, String path, String scope) {

    /** How long the middle page takes, by size, in microseconds. */
    Map<Integer, Double> micros() throws IOException {
      Map<Integer, Double> micros = new LinkedHashMap<>();
      try (MockZoom zoom = MockZoom.start();
          RawClient client = new RawClient(zoom.apiBase())) {
        String token = zoom.userToken(zoom.example("userId"), scope);
        int items = 0;
        for (int size : SIZES) {
          zoom.seed(seed, "{\"email\": \"{n}@acme.example\"}", size - items);
          items = size;
          String list = path;
          for (String name : List.of("groupId", "webinarId")) {
            list = list.replace("{" + name + "}", zoom.example(name));
          }
          URI middle = zoom.apiBase().resolve(list + "?page_size=30&page_number=" + size / 60);
          byte[] request = RawClient.request("GET", middle, token, "");
          for (int round = 0; round < WARM_UP; round++) {
            pages(client, request);
          }
          micros.put(size, pages(client, request));
        }
      }
      return micros;
    }
  }

  /** The middle page of lists, one of all there is and two of what a default filter shows. */
  private static void printPages() throws IOException {
    List<GrowingList> lists =
        List.of(
            new GrowingList(
                "members of a group",
                "listGroupMembers",
                "groups/{groupId}/members",
                "group:read:admin"),
            new GrowingList("users by status", "listUsers", "users", "user:read:admin"),
            new GrowingList(
                "registrants by status",
                "listWebinarRegistrants",
                "webinars/{webinarId}/registrants",
                "webinar:read:admin"));
    for (GrowingList list : lists) {
      Map<Integer, Double> micros = list.micros();
      System.out.printf("%nA page in the middle of the %s, beside one of 100 items%n", list.what());
      micros.forEach(
          (size, time) ->
              System.out.printf(
                  "%-28s %13.2fx  (%.0f µs)%n",
                  String.format("%,d items", size), time / micros.get(SIZES.get(0)), time));
    }
    System.out.println("To reach: about 1x, however long the list is.");
  }

  /** The median time of a page, in microseconds. */
  private static double pages(RawClient client, byte[] request) {
    long[] nanos = new long[PAGES];
    for (int page = 0; page < PAGES; page++) {
      long start = System.nanoTime();
      client.send(request);
      nanos[page] = System.nanoTime() - start;
    }
    return Arrays.stream(nanos).sorted().skip(PAGES / 2).findFirst().orElseThrow() / 1e3;
  }
}
