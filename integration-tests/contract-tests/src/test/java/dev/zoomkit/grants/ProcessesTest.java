package dev.zoomkit.grants;

import static dev.zoomkit.grants.GrantedApp.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.auth.AuthorizationRequiredException;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.mock.MockZoom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that share one file store, some of which are killed; the mock takes each refresh token
 * once. With {@code -Dzoomkit.soak=true} in full, else a share.
 */
@Timeout(900)
class ProcessesTest {
  private static final int ROUNDS = Boolean.getBoolean("zoomkit.soak") ? 1000 : 50;

  @TempDir Path folder;

  private GrantedApp world(Duration grace) {
    return new GrantedApp(
            MockZoom.builder().refreshGrace(grace), TokenStore.file(folder.resolve("tokens")))
        .authorise("jill");
  }

  @Test
  void twoProcessesNeverLoseARotation() throws Exception {
    try (GrantedApp world = world(Duration.ZERO);
        RefreshProcess one =
            RefreshProcess.refreshing(world.mock, folder.resolve("tokens"), ROUNDS);
        RefreshProcess other =
            RefreshProcess.refreshing(world.mock, folder.resolve("tokens"), ROUNDS)) {
      List<String> lines = new ArrayList<>(one.lines());
      lines.addAll(other.lines());
      int rotations = world.tokenRequests() - 1;
      System.out.printf("%d rounds of two processes, %d rotations%n", lines.size(), rotations);

      assertThat(lines).hasSize(2 * ROUNDS).allMatch(line -> line.startsWith("round "));
      assertThat(rotations).isBetween(ROUNDS - 1, 2 * ROUNDS);
      world.mock.clock().advance(Duration.ofHours(1));
      call(world.zoom.forUser("jill"));
    }
  }

  @Test
  void aProcessThatIsKilledBetweenRefreshAndSavingLosesItsCallAlone() throws Exception {
    try (GrantedApp world = world(Duration.ofMinutes(5));
        RefreshProcess killed = RefreshProcess.stopping(world.mock, folder.resolve("tokens"))) {
      assertThat(killed.line()).isEqualTo("round 1");
      assertThat(killed.line()).isEqualTo("refreshed");
      killed.kill();
      world.mock.clock().advance(Duration.ofMinutes(4));
      world.mock.revokeTokens(GrantedApp.JILL);

      call(world.zoom.forUser("jill"));
    }
  }

  /** Nobody has the new refresh token then, so that only the user can help. */
  @Test
  void whereZoomGivesNoGraceTheUserIsAskedAgain() throws Exception {
    try (GrantedApp world = world(Duration.ZERO);
        RefreshProcess killed = RefreshProcess.stopping(world.mock, folder.resolve("tokens"))) {
      assertThat(killed.line()).isEqualTo("round 1");
      assertThat(killed.line()).isEqualTo("refreshed");
      killed.kill();
      world.mock.revokeTokens(GrantedApp.JILL);

      assertThatThrownBy(() -> call(world.zoom.forUser("jill")))
          .isInstanceOf(AuthorizationRequiredException.class);
      world.authorise("jill");
      call(world.zoom.forUser("jill"));
    }
  }
}
