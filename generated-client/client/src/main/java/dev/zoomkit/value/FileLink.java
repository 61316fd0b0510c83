package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that Zoom links to, and what is known of it before it is downloaded. Whatever Zoom does
 * not say is null.
 *
 * @param url where it is downloaded; null while Zoom still makes the file, and where it lies
 *     elsewhere
 * @param session what it belongs to, such as the number of a meeting
 * @param name the one that Zoom gives it
 * @param type what it holds, such as {@code shared_screen_with_speaker_view}
 * @param extension such as {@code MP4}, or the kind of content where Zoom names no extension
 * @param size in bytes
 * @param start when it begins, else when what it belongs to began
 */
public record FileLink(
    @Nullable String url,
    @Nullable String session,
    @Nullable String name,
    @Nullable String type,
    @Nullable String extension,
    @Nullable Long size,
    @Nullable OffsetDateTime start)
    implements Downloadable {

  @Override
  public List<FileLink> fileLinks() {
    return List.of(this);
  }

  /** The first of the values that is there, as text; null without one. For generated models. */
  public static @Nullable String firstText(@Nullable Object... values) {
    for (Object value : Arguments.require("FileLink.firstText", "values", values)) {
      if (value != null) {
        return value.toString();
      }
    }
    return null;
  }

  /**
   * The files of a session. For generated models.
   *
   * @param session names it; null where it has no name
   * @param start of the files that have none of their own; null where it has none either
   */
  @SafeVarargs
  public static List<FileLink> ofSession(
      @Nullable Object session,
      @Nullable OffsetDateTime start,
      @Nullable Collection<? extends Downloadable>... files) {
    List<FileLink> all = new ArrayList<>();
    for (Collection<? extends Downloadable> list :
        Arguments.require("FileLink.ofSession", "files", files)) {
      if (list != null) {
        list.forEach(file -> file.fileLinks().forEach(link -> all.add(link.in(session, start))));
      }
    }
    return List.copyOf(all);
  }

  private FileLink in(@Nullable Object owner, @Nullable OffsetDateTime begin) {
    String its = firstText(owner, session);
    return new FileLink(url, its, name, type, extension, size, start == null ? begin : start);
  }
}
