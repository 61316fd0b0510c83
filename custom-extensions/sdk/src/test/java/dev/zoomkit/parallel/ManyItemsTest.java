package dev.zoomkit.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zoomkit.fixture.Jdks;
import dev.zoomkit.fixture.ManyItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A gigabyte of results goes through 48 MB, and what nobody reads on lets the process end. */
class ManyItemsTest {

  @Test
  void manyItemsNeedConstantMemory() throws Exception {
    assertThat(run(Jdks.java(17).orElseThrow())).startsWith("100000 results, 1000000000 bytes, [");
  }

  @Test
  void manyItemsHaveVirtualThreads() throws Exception {
    Optional<Path> java = Jdks.java(21);
    assumeTrue(
        java.isPresent(),
        "No JDK 21 or newer was found: not in JAVA_HOME..., and not where systems keep them.");

    assertThat(run(java.get())).isEqualTo("100000 results, 1000000000 bytes, [VirtualThread]");
  }

  private static String run(Path java) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Xmx48m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ManyItems.class.getName()))
            .redirectErrorStream(true)
            .start();
    try {
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }
}
