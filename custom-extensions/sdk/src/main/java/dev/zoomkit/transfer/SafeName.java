package dev.zoomkit.transfer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What file systems and their users have against a name. */
final class SafeName {

  /** What Windows keeps for itself, with any extension. */
  private static final String RESERVED =
      "(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[\\d¹²³]|lpt[\\d¹²³]) *(\\..*)?";

  /** Invisible ones may turn what is seen around; the two that join letters may not. */
  private static final String UNFIT = "[[\\p{C}&&[^\\u200c\\u200d]]\\p{Zl}\\p{Zp}<>:\"|?*]";

  private static final int MOST_BYTES = 240;
  private static final int LONGEST_EXTENSION = 20;

  private SafeName() {}

  /** The name without folders, as close as all file systems take it; null where nothing is left. */
  static @Nullable String of(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String fit =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll(UNFIT, "_")
            .replaceAll("^[ .-]+", "")
            .replaceAll("(?<![ .])[ .]+$", "");
    if (fit.isBlank()) {
      return null;
    }
    int dot = fit.lastIndexOf('.');
    String extension = dot > 0 && fit.length() - dot <= LONGEST_EXTENSION ? fit.substring(dot) : "";
    String stem = fit.substring(0, fit.length() - extension.length());
    int left = MOST_BYTES - extension.getBytes(StandardCharsets.UTF_8).length;
    return unreserved((cut(stem, left) + extension).replaceAll("(?<![ .])[ .]+$", ""));
  }

  /** The name, with an underscore before it where Windows would take it for a device. */
  static String unreserved(String name) {
    return name.matches(RESERVED) ? "_" + name : name;
  }

  /** As many of its characters, from the first on, as fit into so many bytes of UTF-8. */
  static String cut(String name, int bytes) {
    String some = name;
    while (some.getBytes(StandardCharsets.UTF_8).length > bytes) {
      some = some.substring(0, some.offsetByCodePoints(some.length(), -1));
    }
    return some;
  }
}
