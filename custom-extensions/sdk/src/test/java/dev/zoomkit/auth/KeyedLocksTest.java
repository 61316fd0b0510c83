package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyedLocksTest {

  private final AtomicLong now = new AtomicLong();
  private final List<Long> pauses = new ArrayList<>();
  private final KeyedLocks<String> locks =
      new KeyedLocks<>(
          pause -> {
            pauses.add(pause.toMillis());
            now.addAndGet(pause.toNanos());
          },
          now::get);

  @Test
  void asksForTheLockOutsideAtGrowingIntervalsUntilTheWaitIsOver() throws Exception {
    assertThat(locks.lock("jill", Duration.ofMillis(500), () -> null)).isNull();

    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 100L, 100L, 100L, 73L);
    assertThat(locks.size()).isZero();
  }

  @Test
  void takesTheLockWhenTheOutsideGivesItUp() throws Exception {
    List<String> closed = new ArrayList<>();
    TokenStore.Lock lock =
        locks.lock(
            "jill",
            Duration.ofSeconds(1),
            () -> pauses.size() < 3 ? null : () -> closed.add("outside"));
    assertThat(locks.size()).isOne();
    lock.close();
    lock.close();

    assertThat(closed).containsExactly("outside");
    assertThat(locks.size()).isZero();
  }

  @Test
  void aFailureOutsideLeavesTheLockFree() throws Exception {
    assertThatThrownBy(
            () ->
                locks.lock(
                    "jill",
                    Duration.ZERO,
                    () -> {
                      throw new IOException("no disk");
                    }))
        .hasMessage("no disk");

    assertThat(locks.size()).isZero();
    assertThat(locks.lock("jill", Duration.ZERO, () -> () -> {})).isNotNull();
  }
}
