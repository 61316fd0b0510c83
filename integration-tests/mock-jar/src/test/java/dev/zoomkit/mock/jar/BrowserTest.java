package dev.zoomkit.mock.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zoomkit.mock.MockZoom;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a browser without a window, where there is one. */
class BrowserTest {
  private static final String[] NAMES = {
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"
  };

  @TempDir Path folder;

  private static Optional<Path> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(place -> Stream.of(NAMES).map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The page as it is once its scripts have run. */
  private String drawn(URI page) throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(
        browser.isPresent(),
        "There is no Chromium on the path, so nobody looks at the mock's pages.");
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=30000",
                "--dump-dom",
                page.toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Files.readString(dom);
  }

  private static void refused(MockZoom mock) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(mock.apiBase().resolve("users"))
            .header("Authorization", "Bearer none")
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void thePageShowsAccountsUsersAndRefusals() throws Exception {
    try (MockZoom mock = MockZoom.builder().adminApi().start()) {
      mock.addUser("tom&jerry@acme.example");
      refused(mock);

      assertThat(drawn(mock.apiBase().resolve("/")))
          .contains(
              "<h3>" + MockZoom.ACCOUNT_ID + "</h3>",
              "tom&amp;jerry@acme.example",
              "listUsers",
              "class=\"refused\"");
    }
  }

  @Test
  void theDescriptionIsDrawn() throws Exception {
    try (MockZoom mock = MockZoom.builder().adminApi().start()) {
      assertThat(drawn(mock.apiBase().resolve("/docs")))
          .contains("Webinars", "Cloud Recording", mock.apiBase().resolve("/v2").toString());
    }
  }
}
