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
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;

/**
 * What a small call costs the thread that makes it, on a warm client over loopback, beside Retrofit
 * alone with the same JSON adapter: CPU time and allocation. Medians of alternating rounds.
 */
final class SmallCall {

  private static final int WARM_UP = 6000;
  private static final int ROUNDS = 40;
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
      measured(ours, WARM_UP);
      measured(bare, WARM_UP);
      List<Cost> zoomkit = new ArrayList<>();
      List<Cost> retrofit = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        zoomkit.add(measured(ours, CALLS));
        retrofit.add(measured(bare, CALLS));
      }
      print(median(zoomkit), median(retrofit));
    }
  }

  /** Of one call. */
  private record Cost(double cpuMicros, double kilobytes) {}

  private static Cost measured(LongFunction<Webinar> call, int times) {
    long thread = Thread.currentThread().getId();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < times; i++) {
      if (!Objects.equals(call.apply(ID).duration(), 60)) {
        throw new IllegalStateException("Not the webinar that was asked for");
      }
    }
    return new Cost(
        (THREADS.getCurrentThreadCpuTime() - cpu) / 1000.0 / times,
        (THREADS.getThreadAllocatedBytes(thread) - bytes) / 1024.0 / times);
  }

  private static Webinar executed(Call<Webinar> call) {
    try {
      return Objects.requireNonNull(call.execute().body());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Cost median(List<Cost> rounds) {
    return new Cost(
        rounds.stream()
            .mapToDouble(Cost::cpuMicros)
            .sorted()
            .skip(ROUNDS / 2)
            .findFirst()
            .orElseThrow(),
        rounds.stream()
            .mapToDouble(Cost::kilobytes)
            .sorted()
            .skip(ROUNDS / 2)
            .findFirst()
            .orElseThrow());
  }

  private static void print(Cost zoomkit, Cost retrofit) {
    System.out.printf("%nA small call on a warm client, beside Retrofit alone%n");
    System.out.printf(
        "%-28s %13.2fx  (%.0f and %.0f µs)%n",
        "CPU of the calling thread",
        zoomkit.cpuMicros() / retrofit.cpuMicros(),
        zoomkit.cpuMicros(),
        retrofit.cpuMicros());
    System.out.printf(
        "%-28s %13.2fx  (%.1f and %.1f KB)%n",
        "allocation",
        zoomkit.kilobytes() / retrofit.kilobytes(),
        zoomkit.kilobytes(),
        retrofit.kilobytes());
    System.out.println("To reach: at most 1.15x and 1.30x.");
  }
}
