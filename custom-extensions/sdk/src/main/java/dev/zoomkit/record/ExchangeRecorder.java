package dev.zoomkit.record;

import dev.zoomkit.internal.http.Exchange;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes the exchanges of clients to a file, which the mock can play back. A client records with
 * {@code ZoomClient.builder().recordExchanges(recorder)}; one recorder may serve many clients, and
 * outlives them. Thread-safe.
 *
 * <p>A line is one request and its response, as a JSON object: each attempt, redirects followed,
 * once its response has been read or given up. What has no response, or one that breaks off, is not
 * recorded. Nor are requests for tokens, files behind a link, and requests that the description has
 * no operation for, because nobody knows what in them is personal.
 *
 * <p>Whatever the description marks as a secret or as personal, and whatever it does not know, is
 * replaced by a value of the same kind: an e-mail address by another one, a number by a number of
 * as many digits, a text by a text. One value always becomes the same one within a recording, so
 * that an id still leads to what it names; no two recordings have that in common, and nothing that
 * is written leads back. E-mail addresses and tokens in links are replaced wherever they stand. Of
 * headers, those of rate limits, {@code Retry-After} and the tracking id are kept. Of a body that
 * is no JSON, or larger than 4 MiB, media type and size are.
 *
 * <p>Recording changes no call but for the time it takes, in the thread that reads the response.
 * The file ends at 1 GiB, or with a line that cannot be written; that is logged once as a warning,
 * by the logger {@code dev.zoomkit.record}. It has whole lines only.
 */
public final class ExchangeRecorder implements AutoCloseable {

  /** How much of a body is kept: 4 MiB. */
  public static final int MOST_BODY_BYTES = 4 * 1024 * 1024;

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.record");

  private final Path path;
  private final LineFile file;
  private final Marks marks;
  private final ExchangeLine lines = new ExchangeLine(new BlackOut(Pseudonyms.ofNewKey()));
  private final AtomicBoolean warned = new AtomicBoolean();

  ExchangeRecorder(Path path, LineFile file, Marks marks) {
    this.path = path;
    this.file = file;
    this.marks = marks;
  }

  /**
   * Begins a recording in a new file, which its owner alone may read, where the file system has
   * permissions.
   *
   * @throws IllegalArgumentException if the file is there already
   * @throws IllegalStateException if the description is not on the class path or module path: the
   *     jar {@code dev.zoomkit:zoomkit-spec}
   * @throws UncheckedIOException if the file cannot be made
   */
  public static ExchangeRecorder to(Path file) {
    Arguments.require("ExchangeRecorder", "file", file);
    Marks marks = Marks.onClassPath();
    try {
      return new ExchangeRecorder(file, LineFile.create(file.toAbsolutePath()), marks);
    } catch (FileAlreadyExistsException there) {
      throw Arguments.unfit(
          "ExchangeRecorder", "file", "that is not there yet; %s is.".formatted(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("No recording can be made in " + file + ".", failure);
    }
  }

  /** Adds an exchange. Called by the SDK alone. */
  @SuppressWarnings("exports")
  public void record(Exchange exchange) {
    DescribedCall call = marks.of(exchange.request().method(), exchange.template());
    if (call == null || file.isEnded()) {
      return;
    }
    byte[] line;
    try {
      line = lines.of(exchange, call).readByteArray();
    } catch (IOException | RuntimeException failure) {
      if (warned.compareAndSet(false, true)) {
        warn("An exchange is not recorded in %s. Said once a recorder.", failure);
      }
      return;
    }
    try {
      if (!file.append(line)) {
        warn("The recording in %s has ended, because the file is as large as it may get.", null);
      }
    } catch (IOException failure) {
      warn("The recording in %s has ended, because a line cannot be written.", failure);
    }
  }

  private void warn(String sentence, @Nullable Exception failure) {
    LOGGER.log(Level.WARNING, sentence.formatted(path), failure);
  }

  /**
   * Ends the recording; its file is whole then. Calls go on, unrecorded. Closing it again does
   * nothing.
   *
   * @throws UncheckedIOException if the file cannot be closed
   */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The recording in " + path + " may lack its end.", failure);
    }
  }

  /** Where it writes. */
  @Override
  public String toString() {
    return "ExchangeRecorder[" + path + "]";
  }
}
