package dev.zoomkit.auth;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class PostgresTokenStoreTest extends JdbcTokenStoreContract {

  private static DataSource pool;

  @BeforeAll
  static void start() {
    pool = Postgres.pool(Postgres.url());
  }

  @Override
  DataSource source() {
    return pool;
  }
}
