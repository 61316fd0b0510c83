package dev.zoomkit.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A new file of whole lines. No channel, because that would end with the first thread that is
 * interrupted. Thread-safe.
 */
final class LineFile implements AutoCloseable {

  /** How large a file gets: 1 GiB. */
  private static final long MOST_BYTES = 1L << 30;

  private static final FileAttribute<?> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final RandomAccessFile file;
  private final long mostBytes;
  private long size;
  private volatile boolean ended;

  LineFile(RandomAccessFile file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  static LineFile create(Path path) throws IOException {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(path, posix ? new FileAttribute<?>[] {OWNERS} : new FileAttribute<?>[0]);
    return new LineFile(new RandomAccessFile(path.toFile(), "rw"), MOST_BYTES);
  }

  /** Whether it takes no more lines. */
  boolean isEnded() {
    return ended;
  }

  /**
   * Adds a line, unless it has ended. One that cannot be written ends it, and leaves nothing.
   *
   * @return whether there was room for it
   */
  synchronized boolean append(byte[] line) throws IOException {
    if (ended) {
      return true;
    } else if (size + line.length > mostBytes) {
      close();
      return false;
    }
    try {
      file.write(line);
      size += line.length;
    } catch (IOException failure) {
      ended = true;
      file.setLength(size);
      throw failure;
    }
    return true;
  }

  @Override
  public synchronized void close() throws IOException {
    ended = true;
    file.close();
  }
}
