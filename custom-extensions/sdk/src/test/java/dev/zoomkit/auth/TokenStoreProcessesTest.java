package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stores between processes, some of which are killed. With {@code -Dzoomkit.soak=true} in full,
 * else a share of it.
 */
class TokenStoreProcessesTest {

  private static final boolean SOAK = Boolean.getBoolean("zoomkit.soak");
  private static final int ROUNDS = SOAK ? 1_000 : 25;
  private static final int KILLS = SOAK ? 50 : 2;

  private enum Place {
    FILE,
    POSTGRESQL
  }

  @TempDir Path folder;
  private boolean tableIsThere;

  @AfterEach
  void dropTable() throws SQLException {
    if (tableIsThere) {
      execute("DROP TABLE zoom_tokens");
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoProcessesLoseNoRound(Place place) throws Exception {
    String store = create(place);
    long start = System.nanoTime();
    List<String> counted = new ArrayList<>();
    try (StoreProcess one = StoreProcess.counting(store, ROUNDS);
        StoreProcess other = StoreProcess.counting(store, ROUNDS)) {
      counted.addAll(one.lines());
      counted.addAll(other.lines());
    }
    System.out.printf(
        "%s: %d rounds of two processes, %.0f a second%n",
        place, 2 * ROUNDS, 2 * ROUNDS / ((System.nanoTime() - start) / 1e9));

    assertThat(counted)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 2 * ROUNDS).mapToObj(Integer::toString).toList());
    assertThat(StoreProcess.open(store).load("jill").content()).isEqualTo("" + 2 * ROUNDS);
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatIsKilledBetweenLoadingAndWritingLosesItsRoundAlone(Place place)
      throws Exception {
    String store = create(place);
    TokenStore here = StoreProcess.open(store);
    StoreProcess.count(here);
    try (StoreProcess killed = StoreProcess.stopping(store)) {
      assertThat(killed.line()).isEqualTo("loaded 1");
      assertThatThrownBy(() -> here.lock("jill", Duration.ZERO, Duration.ofMinutes(5)))
          .isInstanceOf(TimeoutException.class);
      killed.kill();
      if (place == Place.POSTGRESQL) {
        endLeases();
      }

      assertThat(StoreProcess.count(here)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void processesThatAreKilledAnywhereLoseNothingThatTheySaid(Place place) throws Exception {
    String store = create(place);
    Random random = new Random(9);
    List<Integer> said = new ArrayList<>(List.of(0));
    for (int kill = 1; kill <= KILLS; kill++) {
      try (StoreProcess one = StoreProcess.counting(store, Integer.MAX_VALUE);
          StoreProcess other = StoreProcess.counting(store, Integer.MAX_VALUE)) {
        for (int lines = random.nextInt(20); lines >= 0; lines--) {
          said.add(Integer.parseInt(one.line()));
        }
        for (StoreProcess killed : List.of(one, other)) {
          killed.kill();
          killed.lines().forEach(line -> said.add(Integer.parseInt(line)));
        }
      }
      if (place == Place.POSTGRESQL) {
        endLeases();
      }
      int last = Collections.max(said);
      said.add(StoreProcess.count(StoreProcess.open(store)));

      assertThat(said).doesNotHaveDuplicates();
      assertThat(Collections.max(said))
          .as("each may have been killed after it wrote %d or what follows", last)
          .isBetween(last + 1, last + 3);
    }
    if (place == Place.FILE) {
      assertThat(leftovers()).isEmpty();
    }
  }

  @Test
  void withoutADatabaseNoModuleButTheBasicOneIsNeeded() throws Exception {
    Process process =
        StoreProcess.java(
            List.of("--limit-modules", "java.base"), StoreWithoutSql.class, folder.toString());
    assertThat(process.inputReader().lines()).containsExactly("java.sql is not there", "one");
  }

  private String create(Place place) throws SQLException {
    if (place == Place.FILE) {
      return folder.resolve("tokens").toString();
    }
    execute(JdbcTokenStore.of(Postgres.pool(Postgres.url())).ddl());
    tableIsThere = true;
    return Postgres.url();
  }

  /** As if the time had passed that all leases take. */
  private static void endLeases() throws SQLException {
    execute("UPDATE zoom_tokens SET lock_millis = 0");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Postgres.pool(Postgres.url()).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tokens"))) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }
}
