package dev.zoomkit.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file, beside the place where it belongs: {@code .name.part}, and in {@code
 * .name.part.mark} which content it is. Locked while it is open. For one thread.
 */
final class PartFile implements Closeable {

  private final Path target;
  private final Path part;
  private final Path marked;
  private final FileChannel channel;
  private @Nullable ContentMark mark;

  private PartFile(Path target, Path part, Path marked, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.marked = marked;
    this.channel = channel;
  }

  /**
   * Opens what an earlier run left, or an empty one.
   *
   * @throws IOException if it cannot be written, or another download writes it
   */
  static PartFile of(Path target) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    Path marked = part.resolveSibling(part.getFileName() + ".mark");
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    PartFile opened = new PartFile(target, part, marked, channel);
    try {
      opened.lock();
      opened.mark = Files.exists(marked) ? ContentMark.parse(Files.readString(marked)) : null;
      opened.truncate(opened.mark == null ? 0 : channel.size());
      return opened;
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      lock = null;
    }
    if (lock == null) {
      throw new FileSystemException(part.toString(), null, "another download writes it");
    }
  }

  /** Where it is. */
  Path path() {
    return part;
  }

  /** How many bytes are there. */
  long length() throws IOException {
    return channel.position();
  }

  /** Which content it is; null where nothing is there. */
  @Nullable ContentMark mark() {
    return mark;
  }

  /** Throws away what is there, and begins a content. */
  void begin(ContentMark content) throws IOException {
    truncate(0);
    mark = content;
    Files.writeString(marked, content.toText());
  }

  /** Keeps the first bytes. */
  void truncate(long length) throws IOException {
    channel.truncate(length);
    channel.position(length);
  }

  /** Adds bytes. */
  void write(byte[] bytes, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Puts it in its place, on the disk before in the folder; nothing is left beside it. */
  void moveIntoPlace(boolean overwrite) throws IOException {
    channel.force(true);
    channel.close();
    if (!overwrite && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(marked);
  }

  /** Whether a later run can go on here. */
  boolean leadsOn() throws IOException {
    return mark != null && mark.leadsOn() && length() > 0;
  }

  /** Keeps what a later run can go on with, and nothing else. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      boolean kept = leadsOn();
      channel.close();
      if (!kept) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(marked);
      }
    }
  }
}
