package dev.zoomkit.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stoplight's Prism with the same description, as npm has it: validating, static examples, and
 * without a log, which is the fastest that it can be.
 */
final class PrismMock implements AutoCloseable {

  private static final String PACKAGE = "@stoplight/prism-cli@5.14.2";
  private static final int MOST_SECONDS = 180;

  private final Process process;
  private final Path folder;
  private final int port;

  private PrismMock(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Starts it; null where there is no npm, or it does not get the package. */
  static @Nullable PrismMock start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("prism");
    Path document = folder.resolve("zoom.json");
    try (InputStream bundle = PrismMock.class.getResourceAsStream("/dev/zoomkit/spec/zoom.json")) {
      Files.copy(Objects.requireNonNull(bundle), document);
    }
    int port = freePort();
    List<String> command =
        List.of(
            "npx", "--yes", PACKAGE, "mock", "-v", "silent", "-p", "" + port, document.toString());
    PrismMock prism;
    try {
      prism =
          new PrismMock(
              new ProcessBuilder(command)
                  .directory(folder.toFile())
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start(),
              folder,
              port);
    } catch (IOException noNpx) {
      delete(folder);
      return null;
    }
    for (int second = 0; second < MOST_SECONDS && prism.process.isAlive(); second++) {
      if (prism.listens()) {
        return prism;
      }
      Thread.sleep(1000);
    }
    prism.close();
    return null;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Such as {@code http://127.0.0.1:4010/}. */
  URI origin() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("zoom.json"));
    Files.delete(folder);
  }
}
