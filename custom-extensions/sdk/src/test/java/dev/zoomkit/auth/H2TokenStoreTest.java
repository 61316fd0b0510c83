package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2TokenStoreTest extends JdbcTokenStoreContract {

  private final JdbcDataSource source = new JdbcDataSource();

  {
    source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  @Override
  DataSource source() {
    return source;
  }

  @Test
  void theStatementThatMakesTheTableIsReadable() {
    assertThat(JdbcTokenStore.of(source).table("app.tokens").ddl())
        .startsWith("CREATE TABLE app.tokens (")
        .endsWith(")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a;b", "a.b.c", "1a", ".a", "a.", "\"a\"", "a--", "ä", "a\nb"})
  void aTableIsNamedAsInStatementsWithoutQuotes(String name) {
    assertThatThrownBy(() -> JdbcTokenStore.of(source).table(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "JdbcTokenStore needs a table of at most 63 ASCII letters, digits and underscores,"
                + " such as app.zoom_tokens.");
  }
}
