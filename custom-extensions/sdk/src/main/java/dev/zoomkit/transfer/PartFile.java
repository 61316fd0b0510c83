package dev.zoomkit.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file, beside the place where it belongs: {@code .name.part}, and in {@code
 * .name.part.mark} which content it is. Locked while it is open, its move to its place included.
 * For one thread.
 */
final class PartFile implements Closeable {

  /** File systems take 255; {@code .} and {@code .part.mark} need some. */
  private static final int MOST_BYTES = 240;

  private static final long LARGEST_MARK = 16 * 1024;

  /**
   * What this process writes, by what it is on its disk, whatever its path. A process loses its
   * lock of a file as soon as it closes any channel of it (POSIX), so that none is opened a second
   * time.
   */
  private static final Set<Object> OPEN = ConcurrentHashMap.newKeySet();

  private final Path target;
  private final Path part;
  private final Path marked;
  private final Object file;
  private final FileChannel channel;
  private @Nullable ContentMark mark;
  private long length;
  private boolean over;

  private PartFile(Path target, Path part, Object file, FileChannel channel) throws IOException {
    this.target = target;
    this.part = part;
    this.marked = part.resolveSibling(part.getFileName() + ".mark");
    this.file = file;
    this.channel = channel;
    mark = readMark();
    truncate(mark == null ? 0 : channel.size());
  }

  /**
   * Opens what an earlier run left, or an empty one.
   *
   * @throws IOException if it cannot be written, or another download writes it
   */
  static PartFile of(Path target) throws IOException {
    Path part = target.resolveSibling("." + stem(target.getFileName().toString()) + ".part");
    PartFile opened = null;
    while (opened == null) {
      Object file = identity(part);
      if (!OPEN.add(file)) {
        throw writtenElsewhere(part);
      }
      try {
        opened = open(target, part, file);
      } finally {
        if (opened == null) {
          OPEN.remove(file);
        }
      }
    }
    return opened;
  }

  private static String stem(String name) {
    String some = SafeName.cut(name, MOST_BYTES);
    return some.equals(name)
        ? name
        : SafeName.cut(name, MOST_BYTES - 9)
            + "-"
            + ByteString.encodeUtf8(name).sha256().hex().substring(0, 8);
  }

  /**
   * Until it is locked, another process may put it in its place, where it must not be written any
   * more, and may begin a new one; null then.
   */
  private static @Nullable PartFile open(Path target, Path part, Object file) throws IOException {
    FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
    PartFile opened = null;
    try {
      lock(channel, part);
      opened = identity(part).equals(file) ? new PartFile(target, part, file, channel) : null;
      return opened;
    } finally {
      if (opened == null) {
        channel.close();
      }
    }
  }

  /** What a file is on its disk, which is made where there is none. */
  private static Object identity(Path part) throws IOException {
    try {
      Files.createFile(part);
    } catch (FileAlreadyExistsException ofAnEarlierRun) {
      // That one goes on.
    }
    BasicFileAttributes found =
        Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!found.isRegularFile()) {
      throw new FileSystemException(part.toString(), null, "is no ordinary file");
    }
    return found.fileKey() == null ? part.toAbsolutePath() : found.fileKey(); // As on Windows.
  }

  private static void lock(FileChannel channel, Path part) throws IOException {
    try {
      if (channel.tryLock() == null) {
        throw writtenElsewhere(part);
      }
    } catch (OverlappingFileLockException ofAnotherClassLoader) {
      throw writtenElsewhere(part);
    }
  }

  private static FileSystemException writtenElsewhere(Path part) {
    return new FileSystemException(part.toString(), null, "another download writes it");
  }

  private @Nullable ContentMark readMark() throws IOException {
    return Files.isRegularFile(marked, LinkOption.NOFOLLOW_LINKS)
            && Files.size(marked) <= LARGEST_MARK
        ? ContentMark.parse(new String(Files.readAllBytes(marked), StandardCharsets.UTF_8))
        : null;
  }

  /** Where it is. */
  Path path() {
    return part;
  }

  /** How many bytes are there. */
  long length() {
    return length;
  }

  /** Which content it is; null where nothing is there. */
  @Nullable ContentMark mark() {
    return mark;
  }

  /** Throws away what is there, and begins a content. */
  void begin(ContentMark content) throws IOException {
    truncate(0);
    mark = content;
    Files.deleteIfExists(marked);
    Files.writeString(
        marked, content.toText(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Keeps the first bytes. */
  void truncate(long bytes) throws IOException {
    channel.truncate(bytes);
    channel.position(bytes);
    length = bytes;
  }

  /** Adds bytes. */
  void write(byte[] bytes, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    while (rest.hasRemaining()) {
      length += channel.write(rest);
    }
  }

  /**
   * Puts it in its place, on the disk before in the folder; nothing is left beside it. A symbolic
   * link that is there counts as what it is, and is not followed.
   */
  void moveIntoPlace(boolean overwrite) throws IOException {
    channel.force(true);
    if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    over = true;
    Files.deleteIfExists(marked);
  }

  /** Whether a later run can go on here. */
  boolean leadsOn() {
    return mark != null && mark.leadsOn() && length > 0;
  }

  /** Keeps what a later run can go on with, and nothing else. */
  @Override
  public void close() throws IOException {
    try {
      if (!over && !leadsOn()) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(marked);
      }
    } finally {
      over = true;
      channel.close();
      OPEN.remove(file);
    }
  }
}
