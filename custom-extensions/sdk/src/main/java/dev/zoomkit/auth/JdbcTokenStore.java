package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in one table of a database, for all processes and machines that reach it. Immutable and
 * thread-safe. Making one reads and writes nothing; {@link #ddl()} is the statement that makes its
 * table.
 *
 * <p>Each call takes a connection, sets it to auto-commit for a few short statements, and keeps
 * none while it waits for a lock. So the data source must not give out the connection of a
 * transaction that the caller is in: if that were rolled back, the token would be lost that Zoom
 * already expects in place of the old one.
 *
 * <p>A lock is an owner in the row of its key, and the time when it came by the clock of the
 * database; the clocks of the machines do not matter. It is given back when it is closed; the lease
 * is for a holder that died. Whoever waits looks after 1 ms at first and every 100 ms in the end,
 * one thread of a store at a time.
 *
 * <p>A row's id is the SHA-256 of its key in hexadecimal digits, because databases differ in what
 * keys they take for equal. A removed entry leaves no row behind.
 *
 * <p>The statements are standard SQL, and tested with PostgreSQL and H2. Other databases need other
 * types in the table: MySQL {@code TIMESTAMP(6)} for {@code locked_at}, SQL Server {@code
 * DATETIME2} for it and {@code NVARCHAR(MAX)} for {@code content}.
 */
public final class JdbcTokenStore implements TokenStore {

  private static final String STANDARD_TABLE = "zoom_tokens";

  private static final Pattern TABLE =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,62}\\.)?[A-Za-z_][A-Za-z0-9_]{0,62}");

  /** A row whose version is 0 has no content, and is there for its lock. */
  private static final String LOAD =
      "SELECT content, version FROM %s WHERE id = ? AND version <> 0";

  private static final String WRITE =
      "UPDATE %s SET content = ?, version = ? WHERE id = ? AND version = ?";
  private static final String WRITE_FIRST =
      "INSERT INTO %s (content, version, id) VALUES (?, ?, ?)";

  /** Both times in one row of one clock, so that no time zone comes between them. */
  private static final String LOCK_STATE =
      "SELECT lock_owner, locked_at, CURRENT_TIMESTAMP, lock_millis FROM %s WHERE id = ?";

  private static final String LOCK_FIRST =
      "INSERT INTO %s (lock_owner, lock_millis, id, locked_at, version)"
          + " VALUES (?, ?, ?, CURRENT_TIMESTAMP, 0)";
  private static final String LOCK =
      "UPDATE %s SET lock_owner = ?, lock_millis = ?, locked_at = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND lock_owner IS NULL";
  private static final String TAKE_OVER =
      "UPDATE %s SET lock_owner = ?, lock_millis = ?, locked_at = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND lock_owner = ?";
  private static final String UNLOCK =
      "UPDATE %s SET lock_owner = NULL WHERE id = ? AND lock_owner = ?";
  private static final String CLEAN_UP =
      "DELETE FROM %s WHERE id = ? AND version = 0 AND lock_owner IS NULL";

  /** The owner is null if the lock is free. */
  private record LockState(@Nullable String owner, boolean isOver) {}

  private final SqlTable table;
  private final KeyedLocks<String> locks = new KeyedLocks<>();

  private JdbcTokenStore(SqlTable table) {
    this.table = table;
  }

  /** A store in the table {@code zoom_tokens}. */
  public static JdbcTokenStore of(DataSource source) {
    Arguments.require("JdbcTokenStore", "data source", source);
    return new JdbcTokenStore(new SqlTable(source, STANDARD_TABLE));
  }

  /**
   * The same store with another table.
   *
   * @param tableName as it stands in a statement without quotes, with its schema before a dot if
   *     need be
   * @throws IllegalArgumentException if it or its schema has other characters than ASCII letters,
   *     digits and underscores, begins with a digit, or is longer than 63
   */
  public JdbcTokenStore table(String tableName) {
    Arguments.requireText("JdbcTokenStore", "table", tableName);
    if (!TABLE.matcher(tableName).matches()) {
      throw Arguments.unfit(
          "JdbcTokenStore",
          "table",
          "of at most 63 ASCII letters, digits and underscores, such as app.zoom_tokens.");
    }
    return new JdbcTokenStore(new SqlTable(table.source(), tableName));
  }

  /** The {@code CREATE TABLE} statement of its table, without a semicolon. */
  public String ddl() {
    try (InputStream file = JdbcTokenStore.class.getResourceAsStream("token-store.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .strip()
          .replace(STANDARD_TABLE, table.name());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public @Nullable Entry load(String key) throws IOException {
    Stores.check(key);
    return table.call(session -> load(session, Stores.id(key)));
  }

  private static @Nullable Entry load(SqlTable.Session session, String id) throws SQLException {
    return session.first(LOAD, row -> new Entry(row.getString(1), row.getLong(2)), id);
  }

  @Override
  public boolean compareAndSet(String key, long expectedVersion, @Nullable String content)
      throws IOException {
    Stores.check(key, expectedVersion, content);
    String id = Stores.id(key);
    if (content == null) {
      return expectedVersion == 0 ? load(key) == null : remove(id, expectedVersion);
    }
    long version = Stores.newVersion();
    return table.call(
        session ->
            session.update(WRITE, content, version, id, expectedVersion)
                || expectedVersion == 0
                    // A lock may have made the row since.
                    && (session.update(WRITE_FIRST, content, version, id)
                        || session.update(WRITE, content, version, id, 0L)));
  }

  private boolean remove(String id, long expectedVersion) throws IOException {
    return table.call(
        session -> {
          boolean removed = session.update(WRITE, null, 0L, id, expectedVersion);
          if (removed) {
            session.update(CLEAN_UP, id);
          }
          return removed;
        });
  }

  @Override
  public Lock lock(String key, Duration wait, Duration lease)
      throws IOException, InterruptedException, TimeoutException {
    Stores.check(key, wait, lease);
    Lock lock = locks.lock(Stores.id(key), wait, () -> tryLock(Stores.id(key), lease));
    if (lock == null) {
      throw Stores.timeout(key, wait);
    }
    return lock;
  }

  private @Nullable Lock tryLock(String id, Duration lease) throws IOException {
    String owner = UUID.randomUUID().toString();
    long millis = lease.toMillis();
    boolean taken =
        table.call(
            session -> {
              LockState state = lockState(session, id);
              if (state == null) {
                return session.update(LOCK_FIRST, owner, millis, id);
              } else if (state.owner() == null) {
                return session.update(LOCK, owner, millis, id);
              }
              return state.isOver() && session.update(TAKE_OVER, owner, millis, id, state.owner());
            });
    return taken ? () -> unlock(id, owner) : null;
  }

  private static @Nullable LockState lockState(SqlTable.Session session, String id)
      throws SQLException {
    return session.first(
        LOCK_STATE,
        row -> {
          String owner = row.getString(1);
          return new LockState(
              owner,
              owner != null
                  && row.getTimestamp(3).getTime() - row.getTimestamp(2).getTime()
                      >= row.getLong(4));
        },
        id);
  }

  private void unlock(String id, String owner) {
    try {
      table.call(session -> session.update(UNLOCK, id, owner) && session.update(CLEAN_UP, id));
    } catch (IOException failure) {
      Stores.warnOfKeptLock("table " + table.name(), "its lease", failure);
    }
  }

  @Override
  public String toString() {
    return "TokenStore in table " + table.name();
  }
}
