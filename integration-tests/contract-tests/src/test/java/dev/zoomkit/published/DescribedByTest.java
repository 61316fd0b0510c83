package dev.zoomkit.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.junit.WithMockZoom;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.value.PagedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What jars and calls say about the description that they are made of. */
class DescribedByTest {

  private static String version = "";
  private static String hash = "";

  @BeforeAll
  static void readDescription() throws Exception {
    try (InputStream bundle = MockZoom.class.getResourceAsStream("/dev/zoomkit/spec/zoom.json")) {
      byte[] bytes = bundle.readAllBytes();
      hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      version = new ObjectMapper().readTree(bytes).at("/info/version").asText();
    }
  }

  @WithMockZoom
  @Test
  void callsNameIt(MockZoom mock, ZoomClient zoom) {
    zoom.ownAccount().users().listUsers().stream().count();

    assertThat(mock.requests("listUsers").get(0).headers().get("user-agent"))
        .matches(
            "zoomkit/[0-9][0-9A-Za-z.-]+ \\Qdescription/%s+%s\\E"
                .formatted(version, hash.substring(0, 12)));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {PagedResponse.class, ZoomClient.class, MockZoom.class, WithMockZoom.class})
  void manifestsNameIt(Class<?> member) throws Exception {
    Attributes manifest = manifest(PublishedModule.home(member));

    assertThat(manifest.getValue("Zoomkit-Description-Version")).isEqualTo(version);
    assertThat(manifest.getValue("Zoomkit-Description-SHA-256")).isEqualTo(hash);
    assertThat(manifest.getValue("Implementation-Version")).matches("[0-9][0-9A-Za-z.-]+");
  }

  /** The reader is built before there is a description: what it said came of an earlier build. */
  @Test
  void theReaderIsMadeOfNone() throws Exception {
    assertThat(manifest(PublishedModule.home(ApiDescription.class)).keySet())
        .map(Object::toString)
        .contains("Implementation-Version")
        .noneMatch(name -> name.startsWith("Zoomkit-Description"));
  }

  private static Attributes manifest(Path home) throws IOException {
    assumeTrue(Files.isRegularFile(home), "A build up to the tests makes no jars.");
    try (JarFile jar = new JarFile(home.toFile())) {
      return jar.getManifest().getMainAttributes();
    }
  }
}
