package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file for each key in a directory of the owner's: a rotation writes what it changes and nothing
 * else, and keys do not wait for one another. The file's name is the hash of its key.
 *
 * <p>A writing goes to a temporary file, then to the disk, then over the old file in one step:
 * whoever reads sees the old or the new one. Reading therefore takes no lock. What a killed process
 * left of a temporary file is never read, and is removed by the next change of the same key.
 */
@SuppressWarnings("try") // A lock is held, not called.
final class FileTokenStore implements TokenStore {

  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** Version and number of the bytes that follow the line. */
  private static final Pattern HEADER =
      Pattern.compile("zoomkit-token-1 ([1-9]\\d{0,17}|[1-4]\\d{18}) (\\d{1,10})\n");

  /** A writing takes milliseconds; a process that is stopped in one may be stopped for ever. */
  private static final Duration WRITE_WAIT = Duration.ofSeconds(30);

  private final Path directory;

  FileTokenStore(Path directory) {
    Arguments.require("TokenStore", "directory", directory);
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      throw Arguments.unfit(
          "TokenStore",
          "directory",
          "on a file system with POSIX permissions, so that nobody else reads the tokens; that of"
              + " %s has none. JdbcTokenStore needs no files.".formatted(directory));
    }
    this.directory = directory.toAbsolutePath();
  }

  @Override
  public @Nullable Entry load(String key) throws IOException {
    Stores.check(key);
    try {
      requireOwnersOnly(directory, "700");
      return read(file(key, ".token"));
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  @Override
  public boolean compareAndSet(String key, long expectedVersion, @Nullable String content)
      throws IOException {
    Stores.check(key, expectedVersion, content);
    LockFile locks = openLocks();
    try (Lock writing = Stores.uninterrupted(() -> locks.lock(2 * number(key) + 1, WRITE_WAIT))) {
      if (writing == null) {
        throw new IOException(
            "Another process has been writing to %s for %s. Is it stopped?"
                .formatted(file(key, ".token"), WRITE_WAIT));
      }
      Entry current = load(key);
      if ((current == null ? 0 : current.version()) != expectedVersion) {
        return false;
      } else if (content != null) {
        write(key, new Entry(content, Stores.newVersion()));
      } else if (current != null) {
        remove(key);
      }
      return true;
    }
  }

  @Override
  public Lock lock(String key, Duration wait, Duration lease)
      throws IOException, InterruptedException, TimeoutException {
    Stores.check(key, wait, lease);
    Lock lock = openLocks().lock(2 * number(key), wait);
    if (lock == null) {
      throw Stores.timeout(key, wait);
    }
    return lock;
  }

  private LockFile openLocks() throws IOException {
    if (Files.notExists(directory)) {
      Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
    }
    requireOwnersOnly(directory, "700");
    return LockFile.open(directory.resolve("locks"), FILE);
  }

  private static @Nullable Entry read(Path file) throws IOException {
    requireOwnersOnly(file, "600");
    byte[] bytes = Files.readAllBytes(file);
    int end = 1;
    while (end < bytes.length && bytes[end - 1] != '\n') {
      end++;
    }
    String line = new String(bytes, 0, Math.min(end, bytes.length), StandardCharsets.US_ASCII);
    Matcher header = HEADER.matcher(line);
    if (!header.matches() || Long.parseLong(header.group(2)) != bytes.length - end) {
      throw new IOException(
          "%s is damaged, or is no file of a token store. Remove it; what it held, such as the"
                  .formatted(file)
              + " authorisation of a user, has to be got again.");
    }
    return new Entry(
        new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8),
        Long.parseLong(header.group(1)));
  }

  private void write(String key, Entry entry) throws IOException {
    byte[] content = entry.content().getBytes(StandardCharsets.UTF_8);
    String line = "zoomkit-token-1 " + entry.version() + " " + content.length + "\n";
    byte[] header = line.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Arrays.copyOf(header, header.length + content.length);
    System.arraycopy(content, 0, bytes, header.length, content.length);
    Path temporary = file(key, ".tmp");
    Stores.uninterrupted(
        () -> {
          Files.deleteIfExists(temporary);
          try {
            writeToDisk(temporary, ByteBuffer.wrap(bytes));
            Files.move(temporary, file(key, ".token"), StandardCopyOption.ATOMIC_MOVE);
          } finally {
            Files.deleteIfExists(temporary);
          }
          return syncDirectory();
        });
  }

  private static void writeToDisk(Path file, ByteBuffer bytes) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(FILE))) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private void remove(String key) throws IOException {
    Files.deleteIfExists(file(key, ".tmp"));
    Files.deleteIfExists(file(key, ".token"));
    Stores.uninterrupted(this::syncDirectory);
  }

  /** Has the new name of a file, or its end, survive a power failure. */
  private @Nullable Void syncDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return null;
  }

  private static void requireOwnersOnly(Path path, String mode) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    if (!DIRECTORY.containsAll(permissions)) {
      throw new IOException(
          "Others than its owner may use %s (%s), which holds tokens. Take their rights away with"
                  .formatted(path, PosixFilePermissions.toString(permissions))
              + " \"chmod %s %s\"; if that changes nothing, the file system keeps no permissions."
                  .formatted(mode, path));
    }
  }

  private Path file(String key, String extension) {
    return directory.resolve(Stores.id(key) + extension);
  }

  /** 61 bits of the key's id, which two keys do not share. */
  private static long number(String key) {
    return Long.parseUnsignedLong(Stores.id(key), 0, 16, 16) >>> 3;
  }

  @Override
  public String toString() {
    return "TokenStore in " + directory;
  }
}
