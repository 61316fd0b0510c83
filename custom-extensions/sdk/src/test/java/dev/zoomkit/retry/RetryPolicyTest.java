package dev.zoomkit.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void standardIsFourAttemptsWithinAMinute() {
    RetryPolicy standard = RetryPolicy.standard();

    assertThat(standard.maxAttempts()).isEqualTo(4);
    assertThat(standard.firstWait()).isEqualTo(Duration.ofMillis(500));
    assertThat(standard.longestWait()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void boundsAreChecked() {
    RetryPolicy.Builder builder = RetryPolicy.builder();

    assertThatThrownBy(() -> builder.maxAttempts(0))
        .hasMessage("RetryPolicy needs maxAttempts from 1 to 20; they were 0.");
    assertThatThrownBy(() -> builder.maxAttempts(21)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.firstWait(Duration.ofSeconds(-1)))
        .hasMessage("RetryPolicy needs a firstWait from PT0S to PT1H; it was PT-1S.");
    assertThatThrownBy(() -> builder.longestWait(Duration.ofDays(3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.longestWait(null))
        .hasMessage("RetryPolicy needs a longestWait; it was null.");
  }

  @Test
  void toBuilderKeepsEverything() {
    RetryPolicy policy =
        RetryPolicy.builder()
            .maxAttempts(2)
            .firstWait(Duration.ofSeconds(1))
            .longestWait(Duration.ofSeconds(3))
            .build();

    assertThat(policy.toBuilder().build()).usingRecursiveComparison().isEqualTo(policy);
  }

  @Test
  void aCopyWithALongerWaitMayTakeAsLongInAll() {
    Duration hour = Duration.ofHours(1);

    assertThat(RetryPolicy.standard().toBuilder().longestWait(hour).build().longestTotal())
        .isEqualTo(hour);
  }

  @Test
  void aCopyKeepsTheLongestTimeThatWasSet() {
    RetryPolicy policy = RetryPolicy.builder().longestTotal(Duration.ofMinutes(5)).build();

    assertThat(policy.toBuilder().longestWait(Duration.ofHours(1)).build().longestTotal())
        .isEqualTo(Duration.ofMinutes(5));
  }
}
