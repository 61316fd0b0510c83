package dev.zoomkit.spec.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The short name of a finding, by which a file of decisions refers to it. */
public final class Fingerprint {
  /** What each one looks like. */
  public static final String PATTERN = "z[0-9a-f]{11}";

  private Fingerprint() {}

  /** The same for the same facts, and another for others. */
  public static String of(String... facts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
      // With a letter in front: YAML takes 8136953699e8 for a number.
      return "z" + HexFormat.of().formatHex(digest).substring(0, 11);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
