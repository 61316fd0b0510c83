package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Whatever an operation creates lives as the description says, and is gone after its deletion. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecyclesCheckTest {

  @AutoClose private final Sandbox sandbox = new Sandbox();
  private final List<Finding> found = new ArrayList<>();
  private final LifecyclesCheck lifecycles = new LifecyclesCheck(sandbox, found::add);

  @Test
  void thereAreSome() {
    assertThat(lifecycles.lives()).hasSizeGreaterThan(25);
  }

  @TestFactory
  Stream<DynamicTest> fromCreationToAbsence() {
    return lifecycles.lives().stream()
        .map(life -> DynamicTest.dynamicTest(life.creation().id(), () -> live(life)));
  }

  private void live(Life life) throws Exception {
    found.clear();
    lifecycles.live(life);
    assertThat(found).isEmpty();
  }
}
