package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.user.UserRef;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a first call in a fresh JVM loads: a token, a list, its first item. */
class FirstCallTest {

  /**
   * Few more than there are. Where there are too many, look in the list for what a successful call
   * does not need: an exception that a class throws as its own type, a feature that is made before
   * it is used, a lambda where a value does.
   */
  private static final int MOST = 140;

  private static final Pattern LOADED =
      Pattern.compile(
          "(dev\\.zoomkit\\.(?!api|model|annotation|fixture|FirstCallTest).*) source: ");

  @Test
  void loadsFewClassesOfTheSdk() throws Exception {
    try (FakeZoom zoom =
        new FakeZoom()
            .respondToToken(json("{\"access_token\":\"token\",\"expires_in\":3600}"))
            .respond(json("{\"webinars\":[{\"topic\":\"Review\"}]}"))) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xlog:class+load",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FirstCallTest.class.getName(),
                  zoom.endpoint().toString(),
                  zoom.tokenEndpoint().toString())
              .redirectErrorStream(true)
              .start();
      List<String> lines = process.inputReader().lines().toList();

      assertThat(lines).contains("Review");
      assertThat(lines.stream().map(LOADED::matcher).filter(Matcher::find).map(one -> one.group(1)))
          .contains(ZoomClient.class.getName())
          .hasSizeLessThanOrEqualTo(MOST);
    }
  }

  /** The process that calls. */
  public static void main(String[] arguments) {
    ServerToServer credentials =
        ServerToServer.of("account", "client", "secret").tokenEndpoint(URI.create(arguments[1]));
    try (ZoomClient zoom =
        ZoomClient.builder().endpoint(URI.create(arguments[0])).credentials(credentials).build()) {
      System.out.println(
          zoom.ownAccount().webinars().listWebinars(UserRef.id("u")).iterator().next().topic());
    }
  }
}
