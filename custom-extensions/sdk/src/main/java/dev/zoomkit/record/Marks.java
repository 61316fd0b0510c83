package dev.zoomkit.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The marks of the description, by the requests of its operations. Immutable. */
final class Marks {

  private static final String RESOURCE = "dev/zoomkit/spec/zoom.json";
  private static final Pattern NAME = Pattern.compile("\\{[^}]*}");

  private final Map<String, DescribedCall> calls = new HashMap<>();

  private Marks(Node description) {
    description
        .at("paths")
        .members()
        .forEach(
            (path, methods) ->
                methods
                    .members()
                    .forEach(
                        (method, operation) -> {
                          add(method, path, operation);
                          add(method, operation.at("x-zoom-own-path").text(), operation);
                        }));
  }

  private void add(String method, String path, Node operation) {
    if (!path.isEmpty()) {
      List<String> segments = List.of(path.substring(1).split("/"));
      calls.put(
          key(method.toUpperCase(Locale.ROOT), segments), DescribedCall.of(operation, segments));
    }
  }

  /**
   * The marks of the description's bundle.
   *
   * @throws IllegalStateException if it is not there
   */
  static Marks onClassPath() {
    // By the class loader: a class of a named module looks no further than its own module.
    try (InputStream bundle = Marks.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (bundle == null) {
        throw new IllegalStateException(
            "A recording needs the description, which says what is a secret and what is personal."
                + " Add dev.zoomkit:zoomkit-spec to the class path or module path.");
      }
      return new Marks(Node.read(Okio.buffer(Okio.source(bundle))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is known of the requests with a method and a path; null where nothing is. */
  @Nullable DescribedCall of(String method, List<String> path) {
    return calls.get(key(method, path));
  }

  /** Whatever the values in a path are called. */
  private static String key(String method, List<String> path) {
    return method + NAME.matcher(String.join("/", path)).replaceAll("{}");
  }
}
