package dev.zoomkit.transfer;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Content as a body, of the size that it is announced with. Whatever is wrong with it is an {@link
 * UncheckedIOException} that names it, because to OkHttp an {@link IOException} is a failure of the
 * connection.
 */
final class ContentBody extends RequestBody {

  private final Content content;
  private final MediaType type;
  private final long size;
  private final Consumer<TransferProgress> listener;

  /** Of the size that the content has now. */
  ContentBody(Content content, MediaType type, Consumer<TransferProgress> listener) {
    this.content = content;
    this.type = type;
    this.listener = listener;
    try {
      size = content.size();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is to be sent. */
  interface Content {

    long size() throws IOException;

    InputStream open() throws IOException;

    /** What is wrong where it has another size in the end. */
    IOException otherSize(long announced);

    /** Whether it can be opened only once. */
    default boolean isOneShot() {
      return false;
    }
  }

  /** A file as it is when it is sent. */
  record OfFile(Path file) implements Content {
    @Override
    public long size() throws IOException {
      return Files.size(file);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public IOException otherSize(long announced) {
      return new FileSystemException(
          file.toString(),
          null,
          "changed while it was sent; it had " + announced + " bytes before");
    }
  }

  /** Streams, each made when it is read, and closed then. */
  record OfStreams(String name, Supplier<InputStream> streams, long size) implements Content {
    @Override
    public InputStream open() {
      return Arguments.require("Upload", "stream of its supplier", streams.get());
    }

    @Override
    public IOException otherSize(long announced) {
      return new IOException(
          "\"%s\" has another size than the %d bytes it was announced with"
              .formatted(name, announced));
    }
  }

  /** One stream, which is gone once it is read. */
  record OfStream(String name, InputStream stream, long size, AtomicBoolean read)
      implements Content {
    @Override
    public InputStream open() throws IOException {
      if (!read.compareAndSet(false, true)) {
        throw new IOException(
            "the stream of \"%s\" was sent before. Give a supplier of streams to send it again"
                .formatted(name));
      }
      return stream;
    }

    @Override
    public IOException otherSize(long announced) {
      return new OfStreams(name, () -> stream, size).otherSize(announced);
    }

    @Override
    public boolean isOneShot() {
      return true;
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
  public boolean isOneShot() {
    return content.isOneShot();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (Source source = new Checked(Okio.source(open()))) {
      listener.accept(new TransferProgress(0, size));
      sink.writeAll(source);
    }
  }

  private InputStream open() {
    try {
      return content.open();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Of the size that was announced, or refused. */
  private final class Checked extends ForwardingSource {
    private long total;

    Checked(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      try {
        long read = super.read(sink, byteCount);
        total += Math.max(read, 0);
        if (total > size || read < 0 && total < size) {
          throw content.otherSize(size);
        }
        if (read > 0) {
          listener.accept(new TransferProgress(total, size));
        }
        return read;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public void close() {
      try {
        super.close();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
