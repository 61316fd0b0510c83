package dev.zoomkit.transfer;

import dev.zoomkit.value.FileLink;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names for files that all file systems take: of their start in UTC, their session, their type and
 * their extension, no two alike where case does not count.
 */
final class FileNames {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT);

  /** What Zoom has in place of an extension where it names a kind of content. */
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "chat", "txt",
          "cc", "vtt",
          "transcript", "vtt",
          "timeline", "json",
          "tb", "json",
          "summary", "json",
          "chat_message", "json",
          "sub_group_member_log", "json");

  /** File systems take 255; the part file and a number need some. */
  private static final int MOST_BYTES = 160;

  private final Set<String> taken = new HashSet<>();

  private FileNames() {}

  /** The names of files, in their order. */
  static List<String> of(List<FileLink> files) {
    FileNames names = new FileNames();
    List<String> all = new ArrayList<>();
    files.forEach(file -> all.add(names.free(stem(file), extension(file))));
    return all;
  }

  private String free(String stem, String extension) {
    String name = stem + extension;
    for (int number = 2; !taken.add(folded(name)); number++) {
      name = stem + "-" + number + extension;
    }
    return name;
  }

  /** Alike where case does not count; letters such as the two small sigmas meet in upper case. */
  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String stem(FileLink file) {
    String start =
        file.start() == null ? "" : START.format(file.start().atZoneSameInstant(ZoneOffset.UTC));
    String stem =
        Stream.of(start, safe(file.session()), safe(what(file)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("_"));
    String some = stem.isEmpty() ? "file" : shortened(stem);
    return SafeName.unreserved(some);
  }

  /** The name that Zoom gives, without its extension; else the type. */
  private static @Nullable String what(FileLink file) {
    String name = file.name();
    if (name == null || name.isBlank()) {
      return file.type();
    }
    int dot = name.lastIndexOf('.');
    boolean ends = dot > 0 && name.substring(dot).equalsIgnoreCase(extension(file));
    return ends ? name.substring(0, dot) : name;
  }

  /** With its dot; empty where nothing tells it. */
  private static String extension(FileLink file) {
    String said = file.extension();
    if (said == null && file.name() != null && file.name().lastIndexOf('.') > 0) {
      said = file.name().substring(file.name().lastIndexOf('.') + 1);
    }
    String plain = said == null ? "" : said.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
    String extension = EXTENSIONS.getOrDefault(plain, plain);
    return extension.isEmpty() || extension.length() > 20 ? "" : "." + extension;
  }

  /** Letters and digits of all scripts stay; none of what a file system or a shell reads. */
  private static String safe(@Nullable String text) {
    String composed = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.replaceAll("[^\\p{L}\\p{M}\\p{N}._ -]", "_").replaceAll("^[. -]+|[. ]+$", "");
  }

  private static String shortened(String text) {
    return SafeName.cut(text, MOST_BYTES).replaceAll("[. ]+$", "");
  }
}
