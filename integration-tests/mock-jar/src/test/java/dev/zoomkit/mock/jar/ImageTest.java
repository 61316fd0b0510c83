package dev.zoomkit.mock.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the tar of the container image, which the profile image builds. */
class ImageTest {
  private static final Path IMAGE = Path.of("target", "zoomkit-mock-image.tar");
  private static final int BLOCK = 512;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Map<String, byte[]> image = Map.of();
  private static JsonNode manifest = JSON.createObjectNode();
  private static JsonNode config = JSON.createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream tar = Files.newInputStream(IMAGE)) {
      image = files(tar);
    }
    manifest = JSON.readTree(image.get("manifest.json")).path(0);
    config = JSON.readTree(image.get(manifest.path("Config").asText()));
  }

  /** The files of a tar by name, without folders and without further headers. */
  private static Map<String, byte[]> files(InputStream tar) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (byte[] head = tar.readNBytes(BLOCK); head.length == BLOCK; head = tar.readNBytes(BLOCK)) {
      String length = text(head, 124, 12);
      int bytes = length.isEmpty() ? 0 : Integer.parseInt(length, 8);
      byte[] content = tar.readNBytes(bytes);
      tar.skipNBytes((BLOCK - bytes % BLOCK) % BLOCK);
      if (head[156] == '0') {
        assertThat(text(head, 265, 32) + text(head, 297, 32)).as("owner").isEmpty();
        files.put(text(head, 0, 100), content);
      }
    }
    return files;
  }

  private static String text(byte[] head, int from, int most) {
    return new String(head, from, most, StandardCharsets.US_ASCII).replaceFirst("(?s)[ \0].*", "");
  }

  /** What the build has put on top of the base. */
  private static Map<String, byte[]> added() throws IOException {
    Map<String, byte[]> added = new LinkedHashMap<>();
    JsonNode history = config.path("history");
    JsonNode layers = manifest.path("Layers");
    for (int index = 0; index < layers.size(); index++) {
      JsonNode maker = history.path(history.size() - layers.size() + index);
      if (maker.path("author").asText().equals("Jib")) {
        byte[] layer = image.get(layers.path(index).asText());
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(layer))) {
          added.putAll(files(tar));
        }
      }
    }
    return added;
  }

  @Test
  void startsTheProgramOnAllAddressesAndAsNobodySpecial() {
    JsonNode container = config.path("config");
    assertThat(container.path("Entrypoint").toString())
        .isEqualTo(
            "[\"java\",\"-cp\",\"@/app/jib-classpath-file\",\""
                + Main.class.getName()
                + "\",\"--all-addresses\"]");
    assertThat(container.path("ExposedPorts").has("8080/tcp")).isTrue();
    assertThat(container.path("User").asText()).isNotEmpty().isNotEqualTo("0");
    assertThat(container.path("Labels").path("org.opencontainers.image.title").asText())
        .isEqualTo("zoomkit-mock");
    assertThat(container.path("Labels").path("org.opencontainers.image.version").asText())
        .isNotEmpty();
  }

  @Test
  void hasTheMockAndWhatItNeedsAndNothingElse() throws IOException {
    Map<String, byte[]> added = added();
    assertThat(added.keySet())
        .allMatch(name -> name.matches("app/(libs/[\\w.-]+\\.jar|classes/dev/zoomkit/.+|jib-.*)"))
        .anyMatch(name -> name.startsWith("app/libs/zoomkit-mock-server-"))
        .anyMatch(name -> name.startsWith("app/libs/zoomkit-spec-"))
        .contains("app/classes/dev/zoomkit/mock/jar/Main.class")
        .noneMatch(name -> name.matches(".*(okhttp|junit|assertj|zoomkit-client).*"));
    String classPath = new String(added.get("app/jib-classpath-file"), StandardCharsets.UTF_8);
    for (String entry : classPath.split(":")) {
      assertThat(entry.endsWith(".jar") ? added.containsKey(entry.substring(1)) : true)
          .as(entry)
          .isTrue();
    }
  }

  @Test
  void knowsNothingOfWhoBuiltItAndWhen() {
    assertThat(config.path("created").asText()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(config.toString() + manifest)
        .doesNotContain(System.getProperty("user.home"), Path.of("").toAbsolutePath().toString());
  }
}
