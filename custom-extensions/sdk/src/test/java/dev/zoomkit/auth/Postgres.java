package dev.zoomkit.auth;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A real PostgreSQL for all tests of this process, started by the first that asks. */
final class Postgres {

  private static @Nullable String url;
  private static @Nullable Exception failure;

  private Postgres() {}

  /** Ends the test as not to be run where PostgreSQL does not start, and says why. */
  static synchronized String url() {
    if (url == null && failure == null) {
      try {
        url = EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
      } catch (IOException | RuntimeException failed) {
        failure = failed;
      }
    }
    return url == null ? abort("PostgreSQL does not start on this machine: " + failure) : url;
  }

  /** A pool of ten connections. */
  static DataSource pool(String url) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setUrl(url);
    return JdbcConnectionPool.create(source);
  }
}
