package dev.zoomkit.auth;

import dev.zoomkit.auth.TokenStore.Lock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An empty file whose bytes are locks between processes; they need not be there to be locked. The
 * operating system gives back the locks of a process that ends, however it ends.
 *
 * <p>The locks of a file belong to the process, and it loses all of them as soon as it closes any
 * channel of the file (POSIX). So a file is opened once and never closed, whoever uses it.
 */
final class LockFile {

  /** By what the file is on its disk: under the same path there may be another one later. */
  private static final Map<Object, LockFile> OPEN = new ConcurrentHashMap<>();

  private final Path path;
  private final FileChannel channel;
  private final KeyedLocks<Long> locks = new KeyedLocks<>();

  private LockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static LockFile open(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (Files.notExists(path)) {
      try {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(permissions));
      } catch (FileAlreadyExistsException faster) {
        // Another process has made it.
      }
    }
    Object file = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    try {
      return OPEN.computeIfAbsent(
          file,
          key -> {
            try {
              return new LockFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /** Null if somebody else held it all the time. */
  @Nullable Lock lock(long position, Duration wait) throws IOException, InterruptedException {
    return locks.lock(position, wait, () -> tryLock(position));
  }

  private @Nullable Lock tryLock(long position) throws IOException {
    try {
      FileLock lock = channel.tryLock(position, 1, false);
      return lock == null ? null : () -> release(lock, path);
    } catch (OverlappingFileLockException heldByAnotherClassLoader) {
      return null;
    }
  }

  static void release(FileLock lock, Path path) {
    try {
      lock.release();
    } catch (IOException failure) {
      Stores.warnOfKeptLock(path.toString(), "this process", failure);
    }
  }
}
