package dev.zoomkit.benchmarks;

import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.model.WebinarPage;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What a first call costs in a fresh JVM (a token, a list, its first item), beside the same by hand
 * with OkHttp and Moshi: the classes that are loaded, and the CPU time of the whole process, user
 * and system. Medians of alternating runs.
 */
final class FirstCall {

  private static final int RUNS = 7;

  private FirstCall() {}

  /** In a JVM of its own. Arguments: {@code zoomkit} or {@code bare}, and where Zoom is. */
  public static void main(String[] arguments) throws IOException {
    URI origin = URI.create(arguments[1]);
    String topic = arguments[0].equals("zoomkit") ? withZoomkit(origin) : byHand(origin);
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    System.out.println(cpu.toMillis() + " " + topic);
  }

  static void print() throws IOException, InterruptedException {
    List<Cost> zoomkit = new ArrayList<>();
    List<Cost> bare = new ArrayList<>();
    try (CannedZoom server = CannedZoom.start()) {
      for (int run = 0; run < RUNS; run++) {
        zoomkit.add(cost("zoomkit", server.origin()));
        bare.add(cost("bare", server.origin()));
      }
    }
    long classes = median(zoomkit.stream().map(Cost::classes));
    long bareClasses = median(bare.stream().map(Cost::classes));
    long cpu = median(zoomkit.stream().map(Cost::cpuMillis));
    long bareCpu = median(bare.stream().map(Cost::cpuMillis));
    System.out.printf("%nThe first call in a fresh JVM, beside OkHttp and Moshi by hand%n");
    System.out.printf("%-28s %13.2fx  (%d and %d ms)%n", "CPU", 1.0 * cpu / bareCpu, cpu, bareCpu);
    System.out.printf("%-28s %14d  (%d by hand)%n", "classes", classes, bareClasses);
    System.out.println("To reach: at most 1.35x and 2,500 classes.");
  }

  private record Cost(long classes, long cpuMillis) {}

  private static Cost cost(String program, URI origin) throws IOException, InterruptedException {
    Path loaded = Files.createTempFile("classes", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded + "::filecount=0",
                "-classpath",
                System.getProperty("java.class.path"),
                FirstCall.class.getName(),
                program,
                origin.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0 || !said.endsWith(" Quarterly review")) {
      throw new IllegalStateException(program + " failed: " + said);
    }
    try (Stream<String> lines = Files.lines(loaded)) {
      return new Cost(
          lines.filter(line -> line.contains(" source: ")).count(),
          Long.parseLong(said.substring(0, said.indexOf(' '))));
    } finally {
      Files.delete(loaded);
    }
  }

  private static long median(Stream<Long> values) {
    return values.sorted().skip(RUNS / 2).findFirst().orElseThrow();
  }

  private static String withZoomkit(URI origin) {
    ServerToServer credentials =
        ServerToServer.of("account", "client", "secret")
            .tokenEndpoint(origin.resolve("oauth/token"));
    try (ZoomClient zoom =
        ZoomClient.builder().endpoint(origin.resolve("v2/")).credentials(credentials).build()) {
      return Objects.requireNonNull(
          zoom.ownAccount().webinars().listWebinars(UserRef.id("u")).iterator().next().topic());
    }
  }

  private static String byHand(URI origin) throws IOException {
    OkHttpClient http = new OkHttpClient();
    Moshi moshi = new Moshi.Builder().add(ZoomJson.factory()).build();
    Request grant =
        new Request.Builder()
            .url(origin.resolve("oauth/token").toString())
            .header("Authorization", okhttp3.Credentials.basic("client", "secret"))
            .post(
                new FormBody.Builder()
                    .add("grant_type", "account_credentials")
                    .add("account_id", "account")
                    .build())
            .build();
    Object token;
    try (Response response = http.newCall(grant).execute()) {
      Map<?, ?> fields =
          Objects.requireNonNull(moshi.adapter(Map.class).fromJson(response.body().source()));
      token = fields.get("access_token");
    }
    Request list =
        new Request.Builder()
            .url(origin.resolve("v2/users/u/webinars").toString())
            .header("Authorization", "Bearer " + token)
            .build();
    try (Response response = http.newCall(list).execute()) {
      WebinarPage page = moshi.adapter(WebinarPage.class).fromJson(response.body().source());
      return Objects.requireNonNull(Objects.requireNonNull(page).items().get(0).topic());
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
