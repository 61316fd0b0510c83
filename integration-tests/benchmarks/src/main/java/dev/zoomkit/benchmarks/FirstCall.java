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

  private static final int RUNS = 15;

  private FirstCall() {}

  /** In a JVM of its own. Arguments: {@code zoomkit} or {@code bare}, and where Zoom is. */
  public static void main(String[] arguments) throws IOException {
    URI origin = URI.create(arguments[1]);
    String topic = arguments[0].equals("zoomkit") ? withZoomkit(origin) : byHand(origin);
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    // Not with a plus, for which the JVM would load a dozen classes that are not the call's.
    System.out.println(Long.toString(cpu.toMillis()).concat(" ").concat(topic));
  }

  static void print() throws IOException, InterruptedException {
    List<Long> zoomkit = new ArrayList<>();
    List<Long> bare = new ArrayList<>();
    long classes;
    long bareClasses;
    try (CannedZoom server = CannedZoom.start()) {
      for (int run = 0; run < RUNS; run++) {
        zoomkit.add(cpuMillis("zoomkit", server.origin()));
        bare.add(cpuMillis("bare", server.origin()));
      }
      classes = classes("zoomkit", server.origin());
      bareClasses = classes("bare", server.origin());
    }
    long cpu = median(zoomkit);
    long bareCpu = median(bare);
    System.out.printf("%nThe first call in a fresh JVM, beside OkHttp and Moshi by hand%n");
    System.out.printf("%-28s %13.2fx  (%d and %d ms)%n", "CPU", 1.0 * cpu / bareCpu, cpu, bareCpu);
    System.out.printf("%-28s %14d  (%d by hand)%n", "classes", classes, bareClasses);
    System.out.println("To reach: at most 1.35x and 2,500 classes.");
  }

  private static long cpuMillis(String program, URI origin)
      throws IOException, InterruptedException {
    return run(program, origin, List.of());
  }

  /** Counted in a run of its own, because the log of classes costs time. */
  private static long classes(String program, URI origin) throws IOException, InterruptedException {
    Path loaded = Files.createTempFile("classes", ".log");
    run(program, origin, List.of("-Xlog:class+load:file=" + loaded + "::filecount=0"));
    try (Stream<String> lines = Files.lines(loaded)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    } finally {
      Files.delete(loaded);
    }
  }

  /** The CPU time of one run, in milliseconds. */
  private static long run(String program, URI origin, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(FirstCall.class.getName(), program, origin.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0 || !said.endsWith(" Quarterly review")) {
      throw new IllegalStateException(program + " failed: " + said);
    }
    return Long.parseLong(said.substring(0, said.indexOf(' ')));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(RUNS / 2).findFirst().orElseThrow();
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
