package dev.zoomkit.transfer;

import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file into its part file, whole: goes on where an earlier run ended and where the
 * connection breaks, as long as it is the same content, and begins anew where it is not. Once, by
 * one thread.
 */
final class Saving {

  private static final int CHUNK = 64 * 1024;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

  private final FileSource source;
  private final SaveOptions options;
  private final PartFile part;

  Saving(FileSource source, SaveOptions options, PartFile part) {
    this.source = source;
    this.options = options;
    this.part = part;
  }

  /**
   * Reads to the end.
   *
   * @param opened the response from the first byte on, where it is there already
   * @throws IOException if the disk fails
   * @throws RuntimeException of the SDK, if the network or Zoom does
   */
  void run(@Nullable FileResponse opened) throws IOException {
    FileResponse response = opened == null ? begin() : adopt(opened);
    Breaks series = source.breaks();
    long furthest = part.length();
    while (true) {
      IOException problem = read(response);
      if (problem == null) {
        return;
      }
      if (part.length() > furthest) {
        furthest = part.length();
        series = source.breaks();
      }
      goOn(series, problem);
      response = begin();
    }
  }

  /** What is there already goes on, where it is the same content. */
  private FileResponse adopt(FileResponse opened) throws IOException {
    ContentMark content = ContentMark.of(source.link(), opened);
    if (part.leadsOn() && content.agreesWith(mark())) {
      opened.body().close();
      return begin();
    }
    start(opened);
    return opened;
  }

  /** Asks for what is missing; the part file then ends where the response begins. */
  private FileResponse begin() throws IOException {
    if (!part.leadsOn() || !isWanted(mark())) {
      return fromTheStart();
    }
    Long size = mark().size();
    // Of a part that is whole, the last byte is asked for again: it shows that the file is the
    // same.
    long from = size == null ? part.length() : Math.min(part.length(), size - 1);
    FileResponse response;
    try {
      response = source.open(from, mark().validator());
    } catch (ApiException refusal) {
      if (refusal.status() != RANGE_NOT_SATISFIABLE) {
        throw refusal;
      }
      return fromTheStart();
    }
    if (response.status() != 206) {
      start(response);
    } else if (goesOn(response.headers(), from)) {
      part.truncate(from);
    } else {
      response.body().close();
      return fromTheStart();
    }
    return response;
  }

  private boolean isWanted(ContentMark mark) throws IOException {
    Long size = mark.size();
    return mark.mayBeOf(source.link())
        && (size == null
            || part.length() <= size && (options.size() == null || options.size().equals(size)));
  }

  private FileResponse fromTheStart() throws IOException {
    FileResponse response = source.open(0, null);
    start(response);
    return response;
  }

  /** Begins the part file anew, with a response that begins with the first byte. */
  private void start(FileResponse response) throws IOException {
    ContentMark content = ContentMark.of(source.link(), response);
    Long wanted = options.size();
    if (wanted != null && content.size() != null && !wanted.equals(content.size())) {
      response.body().close();
      throw new DownloadException(source.call(), otherSize(content.size(), wanted), null);
    }
    part.begin(
        content.size() == null
            ? new ContentMark(content.link(), content.validator(), wanted)
            : content);
  }

  /** Whether a response of HTTP 206 begins where it should, in the same content. */
  private boolean goesOn(Headers headers, long from) {
    Matcher range = CONTENT_RANGE.matcher(String.valueOf(headers.get("Content-Range")));
    if (!range.matches()
        || Long.parseLong(range.group(1)) != from
        || !mark().agreesWith(ContentMark.validator(headers))) {
      return false;
    }
    Long size = mark().size();
    return size == null
        || (range.group(2).equals("*")
            ? mark().validator() != null
            : Long.parseLong(range.group(2)) == size);
  }

  /** Reads a response to its end; returns what it broke off with, null where the file is whole. */
  private @Nullable IOException read(FileResponse response) throws IOException {
    Long size = mark().size();
    tell(size);
    byte[] chunk = new byte[CHUNK];
    try (InputStream content = response.body().byteStream()) {
      while (true) {
        int count;
        try {
          count = content.read(chunk);
        } catch (IOException brokeOff) {
          return brokeOff;
        }
        if (count < 0) {
          break;
        }
        part.write(chunk, count);
        tell(size);
      }
    }
    long length = part.length();
    if (size != null && length > size) {
      part.truncate(0);
      throw new DownloadException(source.call(), otherSize(length, size), null);
    }
    return size == null || length == size
        ? null
        : new IOException("ended after %d of %d bytes".formatted(length, size));
  }

  private void tell(@Nullable Long size) throws IOException {
    options.listener().accept(new TransferProgress(part.length(), size));
  }

  private void goOn(Breaks series, IOException problem) throws IOException {
    boolean goesOn;
    try {
      goesOn = series.goesOnAfter(problem);
    } catch (InterruptedIOException interrupt) {
      throw new CallInterruptedException(source.call(), interrupt);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CallInterruptedException(source.call(), problem);
    } else if (!goesOn) {
      throw new DownloadException(source.call(), brokeOff(problem), problem);
    }
  }

  private String brokeOff(IOException problem) throws IOException {
    Long size = mark().size();
    return "the file broke off after %d of %s bytes, and no attempt is left: %s. %s"
        .formatted(
            part.length(),
            size == null ? "unknown" : size,
            problem.getMessage(),
            part.leadsOn()
                ? "They are kept in \"%s\"; save it to the same place again to go on there."
                    .formatted(part.path())
                : "Nothing was kept, because nothing tells whether the rest belongs to it.");
  }

  private static String otherSize(long found, long wanted) {
    return "the file has %d bytes and should have %d. Nothing was saved. List the files again, or save without a size to take what Zoom sends."
        .formatted(found, wanted);
  }

  private ContentMark mark() {
    ContentMark mark = part.mark();
    if (mark == null) {
      throw new IllegalStateException("Nothing was begun yet.");
    }
    return mark;
  }
}
