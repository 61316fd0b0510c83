package dev.zoomkit.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * A file as a body. Whatever is wrong with the file is an {@link UncheckedIOException} that names
 * it, because to OkHttp an {@link IOException} is a failure of the connection.
 */
final class FileBody extends RequestBody {

  private final Path file;
  private final MediaType type;
  private final long size;

  /** Of the size that the file has now. */
  FileBody(Path file, MediaType type) {
    this.file = file;
    this.type = type;
    try {
      size = Files.size(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return size;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source content = new Content(open())) {
      sink.writeAll(content);
    }
  }

  private Source open() {
    try {
      return Okio.source(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file's content; of the size that was announced, or refused. */
  private final class Content extends ForwardingSource {
    private long total;

    Content(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      try {
        long read = super.read(sink, byteCount);
        total += Math.max(read, 0);
        if (total > size || read < 0 && total < size) {
          throw new FileSystemException(
              file.toString(), null, "changed while it was sent; it had " + size + " bytes before");
        }
        return read;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
