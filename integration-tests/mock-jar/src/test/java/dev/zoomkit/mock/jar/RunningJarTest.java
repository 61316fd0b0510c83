package dev.zoomkit.mock.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar itself, in a process of its own, as a program in another language meets it. */
class RunningJarTest {
  private static final Path JAR = Path.of("target", "zoomkit-mock.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  private Process start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return java(command);
  }

  private Process java(List<String> arguments) throws Exception {
    assertThat(JAR).exists();
    List<String> command = new ArrayList<>(arguments);
    command.add(0, ProcessHandle.current().info().command().orElse("java"));
    return new ProcessBuilder(command).redirectError(complaints().toFile()).start();
  }

  private Path complaints() {
    return folder.resolve("stderr");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void runsAndCanBeBent() throws Exception {
    Process process = start("--port", "0", "--seed", "empty", "--plan", "business");
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).startsWith("A mock of Zoom is running.");
      Map<String, String> printed = new HashMap<>();
      for (int line = 0; line < 6; line++) {
        String[] parts = out.readLine().split("  +");
        printed.put(parts[0], parts[1]);
      }

      HttpResponse<String> user =
          send(
              HttpRequest.newBuilder(URI.create(printed.get("admin API") + "/users"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"email\": \"jill@acme.example\"}")));
      assertThat(user.statusCode()).as(user.body()).isEqualTo(201);

      String credentials = printed.get("client id") + ":" + printed.get("client secret");
      HttpResponse<String> token =
          send(
              HttpRequest.newBuilder(URI.create(printed.get("token endpoint")))
                  .header(
                      "Authorization",
                      "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "grant_type=account_credentials&account_id="
                              + printed.get("account id"))));
      String accessToken = token.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
      HttpResponse<String> users =
          send(
              HttpRequest.newBuilder(URI.create(printed.get("base URL") + "users"))
                  .header("Authorization", "Bearer " + accessToken));
      assertThat(users.statusCode()).as(users.body()).isEqualTo(200);
      assertThat(users.body()).contains("jill@acme.example");
      assertThat(users.headers().firstValue("X-RateLimit-Category")).isPresent();

      URI responses = URI.create(printed.get("admin API") + "/responses");
      HttpRequest.Builder listUsers =
          HttpRequest.newBuilder(URI.create(printed.get("base URL") + "users"))
              .header("Authorization", "Bearer " + accessToken);
      send(
          HttpRequest.newBuilder(responses)
              .header("Content-Type", "application/json")
              .POST(
                  BodyPublishers.ofString(
                      "{\"operation_id\": \"listUsers\", \"every\": 1, \"status\": 503, \"code\": 503}")));
      assertThat(send(listUsers).statusCode()).isEqualTo(503);
      assertThat(send(listUsers).statusCode()).isEqualTo(503);
      send(HttpRequest.newBuilder(responses).DELETE());
      assertThat(send(listUsers).statusCode()).isEqualTo(200);
    } finally {
      process.destroy();
      process.waitFor();
    }
    assertThat(complaints()).isEmptyFile();
  }

  @Test
  void endsWithOneAndALineWhereItCannotStart() throws Exception {
    Process process = start("--seed", "big");

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(complaints()).lines())
        .singleElement()
        .asString()
        .contains("'--seed'", "examples, demo, empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"paths\": {         | is no JSON in line 1, column",
        "{\"paths\": {\"/a\": {\"get\": {\"$ref\": \"#/b\"}}}} | The description has nothing at /b."
      })
  void saysWhereADescriptionIsBroken(String description, String part) throws Exception {
    Path broken = folder.resolve("dev/zoomkit/spec/zoom.json");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, description);
    Process process =
        java(
            List.of(
                "-cp",
                folder + File.pathSeparator + JAR,
                "dev.zoomkit.mock.jar.Main",
                "--port",
                "0"));

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(complaints()).lines()).singleElement().asString().contains(part);
  }

  @Test
  void holdsWhatItNeedsAndNothingOfTheSdk() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String names = jar.stream().map(Object::toString).collect(Collectors.joining("\n"));
      assertThat(names)
          .contains("dev/zoomkit/mock/MockZoom.class", "dev/zoomkit/spec/zoom.json")
          .doesNotContain("module-info", "okhttp3/", "dev/zoomkit/ZoomClient.class");
    }
    assertThat(Files.size(JAR)).isLessThan(20_000_000);
  }
}
