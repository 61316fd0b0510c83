package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.fixture.CapturedLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store in a table keeps to, in every database. */
abstract class JdbcTokenStoreContract extends TokenStoreContract {

  private JdbcTokenStore store;

  /** The database, without a table. */
  abstract DataSource source();

  @BeforeEach
  void createTable() throws Exception {
    store = JdbcTokenStore.of(source());
    execute(store.ddl());
  }

  @AfterEach
  void dropTable() throws Exception {
    execute("DROP TABLE zoom_tokens");
  }

  @Override
  TokenStore store() {
    return store;
  }

  @Override
  TokenStore reopened() {
    return JdbcTokenStore.of(source());
  }

  @Test
  void aLockGoesOnToOthersWhenItsLeaseIsOver() throws Exception {
    TokenStore.Lock dead = store().lock("jill", Duration.ZERO, LEASE);
    age(LEASE.minusMinutes(1));
    assertHeld(reopened());
    age(LEASE);

    TokenStore.Lock next = reopened().lock("jill", Duration.ZERO, LEASE);
    dead.close();
    assertHeld(store());
    next.close();
    store().lock("jill", Duration.ZERO, LEASE).close();
  }

  @Test
  void aHolderWhoseLeaseIsOverMayWriteUnlessSomebodyElseDid() throws Exception {
    TokenStore.Lock slow = store().lock("jill", Duration.ZERO, LEASE);
    store().compareAndSet("jill", 0, "one");
    long read = store().load("jill").version();
    age(LEASE);
    TokenStore.Lock next = reopened().lock("jill", Duration.ZERO, LEASE);
    reopened().compareAndSet("jill", reopened().load("jill").version(), "two");

    assertThat(store().compareAndSet("jill", read, "late")).isFalse();
    next.close();
    slow.close();
  }

  @Test
  void neitherLocksNorRemovedEntriesLeaveARow() throws Exception {
    store().lock("jill", Duration.ZERO, LEASE).close();
    store().compareAndSet("sam", 0, "one");
    TokenStore.Lock held = store().lock("sam", Duration.ZERO, LEASE);
    store().compareAndSet("sam", store().load("sam").version(), null);
    held.close();
    store().compareAndSet("ada", 0, "one");
    store().compareAndSet("ada", store().load("ada").version(), null);

    assertThat(rows()).isEmpty();
  }

  @Test
  void aRowDoesNotShowItsKey() throws Exception {
    store().compareAndSet("jill", 0, "one");

    assertThat(rows()).singleElement().asString().matches("[0-9a-f]{64}");
  }

  @Test
  void aConnectionThatDoesNotCommitByItselfGoesBackAsItCame() throws Exception {
    try (Connection connection = source().getConnection()) {
      connection.setAutoCommit(false);
      TokenStore manual = JdbcTokenStore.of(alwaysGiving(connection));
      manual.compareAndSet("jill", 0, "one");
      manual.lock("jill", Duration.ZERO, LEASE).close();
      assertThatThrownBy(() -> JdbcTokenStore.of(alwaysGiving(connection)).table("no").load("a"))
          .isInstanceOf(IOException.class);

      assertThat(connection.getAutoCommit()).isFalse();
      assertThat(store().load("jill").content()).isEqualTo("one");
    }
  }

  /** A pool of one connection, which is not closed. */
  private static DataSource alwaysGiving(Connection connection) {
    Connection open =
        (Connection)
            proxy(
                Connection.class,
                (method, arguments) ->
                    method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource) proxy(DataSource.class, (method, arguments) -> open);
  }

  private interface Call {
    @Nullable Object of(Method method, Object @Nullable [] arguments)
        throws ReflectiveOperationException;
  }

  private static Object proxy(Class<?> type, Call call) {
    return Proxy.newProxyInstance(
        JdbcTokenStoreContract.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          try {
            return call.of(method, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }

  @Test
  void aTableMayHaveAnotherName() throws Exception {
    JdbcTokenStore other = store.table("my_tokens_2");
    execute(other.ddl());
    try {
      other.compareAndSet("jill", 0, "one");
      assertThat(other.load("jill").content()).isEqualTo("one");
      assertThat(store.load("jill")).isNull();
    } finally {
      execute("DROP TABLE my_tokens_2");
    }
  }

  @Test
  void aMissingTableIsNamed() {
    JdbcTokenStore missing = store.table("no_tokens");

    assertThatThrownBy(() -> missing.load("jill"))
        .isInstanceOf(IOException.class)
        .hasMessage("Table no_tokens cannot be read.")
        .hasCauseInstanceOf(SQLException.class);
    assertThatThrownBy(() -> missing.lock("jill", Duration.ZERO, LEASE))
        .hasMessage("Table no_tokens cannot be read.");
  }

  @Test
  void aContentThatTheDatabaseRefusesIsNotShown() throws Exception {
    JdbcTokenStore narrow = store.table("narrow_tokens");
    execute(narrow.ddl().replace("TEXT", "VARCHAR(3)"));
    try {
      narrow.compareAndSet("jill", 0, "one");
      long version = narrow.load("jill").version();
      for (ThrowingCallable writing :
          List.<ThrowingCallable>of(
              () -> narrow.compareAndSet("sam", 0, "secret"),
              () -> narrow.compareAndSet("jill", version, "secret"))) {
        assertThatThrownBy(writing)
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("Table narrow_tokens cannot be written: SQLSTATE 22001, code ")
            .satisfies(
                refusal -> {
                  StringWriter trace = new StringWriter();
                  refusal.printStackTrace(new PrintWriter(trace, true));
                  assertThat(trace.toString()).doesNotContain("secret");
                });
      }
    } finally {
      execute("DROP TABLE narrow_tokens");
    }
  }

  @Test
  void aLockThatCannotBeGivenBackIsLoggedAndNotThrown() throws Exception {
    TokenStore.Lock held = store().lock("jill", Duration.ZERO, LEASE);
    dropTable();
    try (CapturedLog log = new CapturedLog("dev.zoomkit.auth")) {
      held.close();

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("A lock in table zoom_tokens could not be given back; it ends with its lease.");
    } finally {
      createTable();
    }
    store().lock("jill", Duration.ZERO, LEASE).close();
  }

  /** As if the lock had been taken earlier. */
  private void age(Duration by) throws SQLException {
    try (Connection connection = source().getConnection();
        var statement =
            connection.prepareStatement(
                "UPDATE zoom_tokens SET locked_at = ? WHERE version >= 0")) {
      statement.setTimestamp(1, new Timestamp(System.currentTimeMillis() - by.toMillis()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private List<String> rows() throws SQLException {
    try (Connection connection = source().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id FROM zoom_tokens")) {
      List<String> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
