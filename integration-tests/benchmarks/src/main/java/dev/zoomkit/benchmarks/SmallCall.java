package dev.zoomkit.benchmarks;

import com.squareup.moshi.Moshi;
import com.sun.management.ThreadMXBean;
import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.model.Webinar;
import dev.zoomkit.model.ZoomJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;

/**
 * What a small call costs the thread that makes it, on a warm client over loopback, beside Retrofit
 * alone with the same JSON adapter: CPU time and allocation. Medians of pairs of rounds, so that
 * what else the machine does meets both.
 */
final class SmallCall {

  /**
   * Rounds until the JVM has compiled both sides for good, which takes some 40,000 calls of each.
   */
  private static final int WARM_UP = 200;

  private static final int ROUNDS = 101;
  private static final int CALLS = 250;
  private static final long ID = 90_000_000_001L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SmallCall() {}

  /** Retrofit alone, as a user would write it for this one operation. */
  interface BareApi {
    @GET("webinars/{webinarId}")
    Call<Webinar> getWebinar(
        @Header("Authorization") String authorization, @Path("webinarId") long id);
  }

  static void print() {
    try (CannedZoom server = CannedZoom.start();
        ZoomClient zoom =
            ZoomClient.builder()
                .endpoint(server.origin().resolve("v2/"))
                .credentials(BearerToken.of(AccessToken.of("a-token"), AppKind.ACCOUNT_LEVEL))
                .build()) {
      ZoomAccount account = zoom.ownAccount();
      BareApi api =
          new Retrofit.Builder()
              .baseUrl(server.origin().resolve("v2/").toString())
              .addConverterFactory(
                  MoshiConverterFactory.create(new Moshi.Builder().add(ZoomJson.factory()).build()))
              .build()
              .create(BareApi.class);
      LongFunction<Webinar> ours = account.webinars()::getWebinar;
      LongFunction<Webinar> bare = id -> executed(api.getWebinar("Bearer a-token", id));
      rounds(WARM_UP, ours, bare);
      print(rounds(ROUNDS, ours, bare));
    }
  }

  /** A round of each side. */
  private record Pair(Cost zoomkit, Cost retrofit) {}

  /** Of one call. */
  private record Cost(double cpuMicros, double kilobytes) {}

  private static List<Pair> rounds(
      int times, LongFunction<Webinar> ours, LongFunction<Webinar> bare) {
    List<Pair> pairs = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      pairs.add(new Pair(measured(ours), measured(bare)));
    }
    return pairs;
  }

  private static Cost measured(LongFunction<Webinar> call) {
    long thread = Thread.currentThread().getId();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      if (!Objects.equals(call.apply(ID).duration(), 60)) {
        throw new IllegalStateException("Not the webinar that was asked for");
      }
    }
    return new Cost(
        (THREADS.getCurrentThreadCpuTime() - cpu) / 1000.0 / CALLS,
        (THREADS.getThreadAllocatedBytes(thread) - bytes) / 1024.0 / CALLS);
  }

  private static Webinar executed(Call<Webinar> call) {
    try {
      return Objects.requireNonNull(call.execute().body());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
    return pairs.stream()
        .mapToDouble(figure)
        .sorted()
        .skip(pairs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static void print(List<Pair> pairs) {
    System.out.printf("%nA small call on a warm client, beside Retrofit alone%n");
    print("CPU of the calling thread", "%.0f and %.0f µs", pairs, Cost::cpuMicros);
    print("allocation", "%.1f and %.1f KB", pairs, Cost::kilobytes);
    System.out.println("To reach: at most 1.15x and 1.30x.");
  }

  private static void print(
      String name, String figures, List<Pair> pairs, ToDoubleFunction<Cost> figure) {
    System.out.printf(
        "%-28s %13.2fx  (" + figures + ")%n",
        name,
        median(
            pairs,
            pair -> figure.applyAsDouble(pair.zoomkit) / figure.applyAsDouble(pair.retrofit)),
        median(pairs, pair -> figure.applyAsDouble(pair.zoomkit)),
        median(pairs, pair -> figure.applyAsDouble(pair.retrofit)));
  }
}
