package dev.zoomkit.benchmarks;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.paging.Page;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.parallel.FanOut;
import dev.zoomkit.parallel.Results;
import dev.zoomkit.user.UserRef;
import java.time.Duration;

/**
 * How long walks take beside what the network alone takes, with 50 ms from a request to its
 * response: a list of 300 pages whose reader works on each page, with and without a page fetched
 * ahead, and the lists of 1,000 users with 16 in flight.
 */
final class DistantWalks {

  private static final Duration WORK = Duration.ofMillis(25);
  private static final int IN_FLIGHT = 16;
  private static final int WARM_UP = 100;

  private DistantWalks() {}

  static void print() throws InterruptedException {
    try (DistantZoom server = DistantZoom.start();
        ZoomClient zoom =
            ZoomClient.builder()
                .endpoint(server.endpoint())
                .credentials(BearerToken.of(AccessToken.of("a-token"), AppKind.ACCOUNT_LEVEL))
                .build()) {
      ZoomAccount account = zoom.ownAccount();
      Pages<WebinarSummary> list = account.webinars().listWebinars(UserRef.id("walker"));
      walk(list, WARM_UP);
      Duration network = DistantZoom.LATENCY.multipliedBy(DistantZoom.PAGES);
      Duration plain = walk(list, DistantZoom.PAGES);
      Duration ahead = walk(list.prefetching(), DistantZoom.PAGES);
      Duration lists = lists(account);
      Duration shared = DistantZoom.LATENCY.multipliedBy(DistantZoom.USERS).dividedBy(IN_FLIGHT);
      System.out.printf("%nWalks with 50 ms to each response, beside the time of the network%n");
      row("300 pages, 25 ms of work each", plain, network);
      row("the same with prefetching", ahead, network);
      row("lists of 1,000 users, 16 in flight", lists, shared);
      System.out.println("To reach: at most 1.10x with prefetching, 1.15x for the lists.");
    }
  }

  private static void row(String what, Duration taken, Duration network) {
    System.out.printf(
        "%-36s %5.2fx  (%,d and %,d ms)%n",
        what, 1.0 * taken.toNanos() / network.toNanos(), taken.toMillis(), network.toMillis());
  }

  private static Duration walk(Pages<WebinarSummary> list, int pages) throws InterruptedException {
    long start = System.nanoTime();
    int read = 0;
    for (Page<WebinarSummary> page : list.byPage()) {
      Thread.sleep(WORK.toMillis());
      if (page.items().isEmpty()) {
        throw new IllegalStateException("A page without items");
      }
      if (++read == pages) {
        break;
      }
    }
    if (read != pages) {
      throw new IllegalStateException(read + " pages instead of " + pages);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** From the first request for a list to the last item. */
  private static Duration lists(ZoomAccount account) {
    var users = account.users().listUsers().stream().toList();
    long start = System.nanoTime();
    try (Results<WebinarSummary> webinars =
        FanOut.over(users)
            .inFlight(IN_FLIGHT)
            .flatMap(user -> account.webinars().listWebinars(UserRef.id(user.id())))) {
      long read = webinars.stream().count();
      if (read != DistantZoom.USERS) {
        throw new IllegalStateException(read + " webinars");
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
