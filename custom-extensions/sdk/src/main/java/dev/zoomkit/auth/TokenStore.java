package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps text under a key, such as the tokens of one user, for all threads, processes and machines
 * that share it. It knows nothing of what the text is. {@link JdbcTokenStore} is the one in a
 * database.
 *
 * <p>Whoever changes an entry holds its {@linkplain #lock lock} from before the reading until after
 * the writing, and writes by {@linkplain #compareAndSet comparing versions}, so that nothing is
 * lost even where a lock was taken over from a holder that seemed to be dead.
 *
 * <p>Implementations are thread-safe. All methods block for as long as the disk or the database
 * takes, and throw an {@link IOException} where it fails. {@code load} and {@code compareAndSet} do
 * not end early when the thread is interrupted: a token that came is not lost by that. Messages,
 * logs and {@code toString()} never hold a content; a key may be in them.
 *
 * <p>A key is any text without blanks around it; keys that differ in a capital letter are different
 * keys. A content is any text, also an empty one, that UTF-8 can write and that has no U+0000 in
 * it.
 */
public interface TokenStore {

  /**
   * A store in the memory of this process, which forgets all when it ends. Holds what is put into
   * it, without a bound; a key that has no entry and no lock takes no memory.
   */
  static TokenStore inMemory() {
    return new InMemoryTokenStore();
  }

  /**
   * A store in files of a directory, for all processes of this machine that run as its owner. The
   * directory is made by the first writing, with permissions for the owner alone. The file {@code
   * locks} in it must not be removed while a process uses it. On a network's file system it works
   * where that has locks and atomic renaming, as NFS 4 has.
   *
   * <p>A key takes one file. Its lock is given back at once when its process dies, and not before,
   * whatever the lease. The directory takes one file handle, which stays open until the process
   * ends.
   *
   * <p>Its methods throw an {@link IOException} where others than the owner may use the directory
   * or a file, naming it and what to do, and where a file is damaged.
   *
   * @throws IllegalArgumentException if the file system has no POSIX permissions, as that of
   *     Windows
   */
  static TokenStore file(Path directory) {
    return new FileTokenStore(directory);
  }

  /**
   * This store with its contents encrypted and authenticated (AES-GCM): who reads the files or the
   * table reads no token, and cannot put one user's in the place of another's. The keys of the
   * entries, their versions and the lengths of the contents are not hidden. Has the locks of this
   * store.
   *
   * <p>Loading an entry throws an {@link IOException} if it was sealed with a key that is not given
   * here, was moved or changed, or is not sealed at all; under its {@link #version} it can be
   * replaced. One key is good for 4,000,000,000 writings (NIST SP 800-38D). To change it, give the
   * new one before the old one: what was sealed with the old one is read, and sealed with the new
   * one when it is next written.
   *
   * @param key for AES, of 16, 24 or 32 random bytes; seals and opens
   * @param older keys that only open
   * @throws IllegalArgumentException if a key is of another kind
   */
  default TokenStore sealedWith(SecretKey key, SecretKey... older) {
    List<SecretKey> keys = new ArrayList<>();
    keys.add(Arguments.require("TokenStore", "secret key", key));
    for (SecretKey one : Arguments.require("TokenStore", "older keys", older)) {
      keys.add(Arguments.require("TokenStore", "secret key", one));
    }
    return new SealedTokenStore(this, List.copyOf(keys));
  }

  /**
   * The entry of a key as it was last written; null where there is none.
   *
   * @throws IllegalArgumentException if the key is blank, or has blanks around it
   */
  @Nullable Entry load(String key) throws IOException;

  /**
   * The version of the entry of a key; 0 where there is none. A store whose {@link #load} may find
   * an entry that it cannot read, such as a sealed one, gives the version all the same, so that the
   * entry can be replaced.
   *
   * @throws IllegalArgumentException if the key is blank, or has blanks around it
   */
  default long version(String key) throws IOException {
    Entry entry = load(key);
    return entry == null ? 0 : entry.version();
  }

  /**
   * Writes or removes the entry of a key, unless somebody else did since it was loaded. When this
   * returns true, the change is where {@link #load} finds it in every process, and safe on the disk
   * where the store has one. The lock need not be held, and is not asked for. When this throws an
   * {@link IOException}, the change may have been made or not; {@link #load} tells.
   *
   * @param expectedVersion the version that was loaded; 0 if there must be no entry
   * @param content null removes the entry
   * @return false, and nothing has changed, if the entry has another version, or is gone, or is
   *     there though the version is 0
   * @throws IllegalArgumentException if the key is blank or has blanks around it, the version is
   *     negative, or the content cannot be kept
   */
  boolean compareAndSet(String key, long expectedVersion, @Nullable String content)
      throws IOException;

  /**
   * Waits until nobody else holds the lock of a key, and takes it. It is kept until it is closed,
   * by whatever thread, and given back by itself when its process dies: at once where the store
   * sees that, and when the lease is over where it cannot, as in a database. There a holder that
   * takes longer than its lease may lose the lock without a word. A lock is not reentrant. The keys
   * do not affect one another, and need not have an entry.
   *
   * @param wait at most; zero tries once; one day at most
   * @param lease longer than whatever is done under the lock can take; one day at most
   * @throws TimeoutException if somebody else held it all the time
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   * @throws IllegalArgumentException if the key is blank or has blanks around it, the wait is
   *     negative, the lease is not positive, or one is longer than a day
   */
  Lock lock(String key, Duration wait, Duration lease)
      throws IOException, InterruptedException, TimeoutException;

  /**
   * What is kept under a key. {@link #toString()} does not show the content.
   *
   * @param content the text as it was written
   * @param version of this writing, never 0. No other writing of the key has it, also none after a
   *     removal. Its size says nothing.
   */
  record Entry(String content, long version) {

    /**
     * An entry that was read.
     *
     * @throws IllegalArgumentException if the version is not positive
     */
    public Entry {
      Arguments.require("TokenStore.Entry", "content", content);
      if (version <= 0) {
        throw Arguments.unfit(
            "TokenStore.Entry", "version", "of 1 or more; it was " + version + ".");
      }
    }

    @Override
    public String toString() {
      return "Entry[version=" + version + "]";
    }
  }

  /** The lock of a key, held until it is closed. */
  interface Lock extends AutoCloseable {

    /**
     * Gives the lock back, from any thread; the second time does nothing. Where that fails, a
     * warning is logged by {@code dev.zoomkit.auth}, and the lock ends as that of a process that
     * died: with its lease in a database, with the process in a file.
     */
    @Override
    void close();
  }
}
