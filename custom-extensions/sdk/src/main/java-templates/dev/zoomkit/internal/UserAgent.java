package dev.zoomkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Says who calls. */
final class UserAgent {

  /** {@code zoomkit/} and the version. */
  static final String VALUE = "zoomkit/" + version();

  private UserAgent() {}

  private static String version() {
    Properties properties = new Properties();
    try (InputStream file =
        UserAgent.class.getResourceAsStream("/dev/zoomkit/zoomkit.properties")) {
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}
