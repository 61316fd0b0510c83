package dev.zoomkit.auth;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A table of a database, and statements that are a transaction each. */
final class SqlTable {

  /** SQLSTATE class: a constraint, here that of the primary key, refused a row. */
  private static final String CONSTRAINT = "23";

  /** SQLSTATE class: the database undid a statement in favour of another's. */
  private static final String ROLLED_BACK = "40";

  private static final int ATTEMPTS = 5;

  interface Work<T extends @Nullable Object> {
    T run(Session session) throws IOException, SQLException;
  }

  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource source;
  private final String name;

  SqlTable(DataSource source, String name) {
    this.source = source;
    this.name = name;
  }

  DataSource source() {
    return source;
  }

  String name() {
    return name;
  }

  /** Does the work with a connection of its own. An interrupt waits for its end. */
  <T extends @Nullable Object> T call(Work<T> work) throws IOException {
    return Stores.uninterrupted(
        () -> {
          try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
              return work.run(new Session(connection));
            } finally {
              connection.setAutoCommit(autoCommit);
            }
          } catch (SQLException failure) {
            throw new IOException("Table %s cannot be read.".formatted(name), failure);
          }
        });
  }

  /** One connection. In the statements, {@code %s} is the name of the table. */
  final class Session {

    private final Connection connection;

    private Session(Connection connection) {
      this.connection = connection;
    }

    /** The first row that is found; null if there is none. */
    <T> @Nullable T first(String sql, Reading<T> reading, Object... values) throws SQLException {
      try (PreparedStatement statement = prepare(sql, values);
          ResultSet rows = statement.executeQuery()) {
        return rows.next() ? reading.read(rows) : null;
      }
    }

    /**
     * Whether a row was changed; false also if its primary key is taken. A failure names the
     * database's codes alone, since databases cite values in their messages.
     */
    boolean update(String sql, @Nullable Object... values) throws IOException {
      for (int attempt = 1; ; attempt++) {
        try (PreparedStatement statement = prepare(sql, values)) {
          return statement.executeUpdate() > 0;
        } catch (SQLException failure) {
          String state = String.valueOf(failure.getSQLState());
          if (state.startsWith(CONSTRAINT)) {
            return false;
          } else if (!state.startsWith(ROLLED_BACK) || attempt == ATTEMPTS) {
            throw new IOException(
                "Table %s cannot be written: SQLSTATE %s, code %d. The database's log says more."
                    .formatted(name, state, failure.getErrorCode()));
          }
        }
      }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql.formatted(name));
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    }
  }
}
