package dev.zoomkit.transfer;

import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file into its part file, whole: goes on where an earlier run ended and where the
 * connection breaks, as long as it is the same content, and begins anew where it is not. Once, by
 * one thread.
 */
final class Saving {

  private static final int CHUNK = 64 * 1024;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

  private final FileSource source;
  private final SaveOptions options;
  private final PartFile part;

  /** How many bytes the whole file has, as the server says; null where it does not. */
  private @Nullable Long told;

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
    if (part.leadsOn() && ContentMark.of(source.link(), opened).agreesWith(mark())) {
      opened.body().close();
      return begin();
    }
    fits(opened, 0);
    return opened;
  }

  /** Asks for what is missing; the part file then ends where the response begins. */
  private FileResponse begin() throws IOException {
    if (!part.leadsOn() || !isWanted(mark())) {
      return fromTheStart();
    }
    Long size = size(mark().size());
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
    return fits(response, from) ? response : fromTheStart();
  }

  private boolean isWanted(ContentMark mark) {
    Long size = size(mark.size());
    return mark.mayBeOf(source.link())
        && (size == null || part.length() <= size)
        && (options.size() == null || options.size().equals(size));
  }

  /** What the caller says where the server says nothing. */
  private @Nullable Long size(@Nullable Long ofTheServer) {
    return ofTheServer == null ? options.size() : ofTheServer;
  }

  private FileResponse fromTheStart() throws IOException {
    FileResponse response = source.open(0, null);
    fits(response, 0);
    return response;
  }

  /**
   * Whether the part file goes on with a response, or begins anew with it. One that neither fits
   * nor is wanted is closed.
   */
  private boolean fits(FileResponse response, long from) throws IOException {
    boolean fits = false;
    try {
      if (response.status() != PARTIAL_CONTENT) {
        start(response);
        fits = true;
      } else if (from == 0) {
        throw new DownloadException(
            source.call(),
            "HTTP 206: a part of the file came, though the whole was asked for. Nothing was saved.",
            null);
      } else if (!isPacked(response) && goesOn(response.headers(), from)) {
        part.truncate(from);
        fits = true;
      }
      return fits;
    } finally {
      if (!fits) {
        response.body().close();
      }
    }
  }

  /** Begins the part file anew, with a response that begins with the first byte. */
  private void start(FileResponse response) throws IOException {
    if (isPacked(response)) {
      throw new DownloadException(
          source.call(),
          "the file came packed (Content-Encoding: %s), which was not asked for. Nothing was saved."
              .formatted(response.headers().get("Content-Encoding")),
          null);
    }
    ContentMark content = ContentMark.of(source.link(), response);
    Long wanted = options.size();
    told = content.size();
    if (wanted != null && told != null && !wanted.equals(told)) {
      throw new DownloadException(source.call(), otherSize(told, wanted), null);
    }
    part.begin(content);
  }

  private static boolean isPacked(FileResponse response) {
    String coding = response.headers().get("Content-Encoding");
    return coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity");
  }

  /** Whether a response of HTTP 206 begins where it should, in the same content. */
  private boolean goesOn(Headers headers, long from) {
    Matcher range = CONTENT_RANGE.matcher(String.valueOf(headers.get("Content-Range")));
    if (!range.matches()
        || Long.parseLong(range.group(1)) != from
        || !mark().agreesWith(ContentMark.validator(headers))) {
      return false;
    }
    Long size = size(mark().size());
    if (range.group(2).equals("*")) {
      told = mark().size();
      return mark().validator() != null && size != null;
    }
    told = Long.valueOf(range.group(2));
    return size == null || size.equals(told);
  }

  /** Reads a response to its end; returns what it broke off with, null where the file is whole. */
  private @Nullable IOException read(FileResponse response) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (ResponseBody body = response.body()) {
      InputStream content = body.byteStream();
      tell();
      while (true) {
        int count;
        try {
          count = content.read(chunk);
        } catch (IOException brokeOff) {
          return brokeOff;
        }
        if (count < 0) {
          return atTheEnd(response);
        }
        part.write(chunk, count);
        tell();
      }
    }
  }

  /** What is missing after a response that has ended; null where the file is whole. */
  private @Nullable IOException atTheEnd(FileResponse response) throws IOException {
    Long size = size(told);
    long length = part.length();
    if (size == null || length == size) {
      return null;
    } else if (length < size && (told != null || !response.endShows())) {
      return new IOException("ended after %d of %d bytes".formatted(length, size));
    }
    part.truncate(0);
    throw new DownloadException(source.call(), otherSize(length, size), null);
  }

  private void tell() {
    options.listener().accept(new TransferProgress(part.length(), size(told)));
  }

  private void goOn(Breaks series, IOException problem) {
    boolean goesOn;
    try {
      goesOn = series.goesOnAfter(problem);
    } catch (IOException givenUp) {
      throw new CallInterruptedException(source.call(), givenUp);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CallInterruptedException(source.call(), problem);
    } else if (!goesOn) {
      throw new DownloadException(source.call(), brokeOff(problem), problem);
    }
  }

  private String brokeOff(IOException problem) {
    Long size = size(told);
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
