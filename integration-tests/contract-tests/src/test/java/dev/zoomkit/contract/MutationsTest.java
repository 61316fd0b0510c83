package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract check bites: of the mutations of mock, client and description nearly all are caught.
 * With {@code -Dzoomkit.soak=true} all those of the contract profile are planted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationsTest {

  @AutoClose private final MutationRun run = new MutationRun();

  @Test
  void nearlyAllAreCaught() throws IOException {
    boolean soak = Boolean.getBoolean("zoomkit.soak");
    List<Mutation> chosen = run.choose(soak ? MutationRun.OF_EACH_KIND : 2);
    List<MutationRun.Result> results = run.run(chosen);

    assertThat(chosen).hasSizeGreaterThan(soak ? 400 : 80);
    assertThat(new MutationReport(results).isEnough())
        .as(() -> results.stream().filter(each -> !each.isCaught()).toList().toString())
        .isTrue();
  }
}
