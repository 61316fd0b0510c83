package dev.zoomkit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.http.PlanLimits;
import dev.zoomkit.rate.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SDK and mock go by the same numbers. */
class PlanTest {

  @ParameterizedTest
  @EnumSource(Plan.class)
  void theMockPermitsWhatTheSdkKeepsTo(Plan plan) {
    PlanLimits mock = PlanLimits.valueOf(plan.name());
    for (RateLabel label : RateLabel.values()) {
      String category =
          label.name().charAt(0)
              + label.name().substring(1).toLowerCase(Locale.ROOT).replace('_', '-');

      assertThat(mock.calls(category)).as(category).isEqualTo(plan.calls(label));
      assertThat(mock.callsADay(category)).as(category).isEqualTo(plan.callsADay(label));
      assertThat(PlanLimits.seconds(category)).isEqualTo(Plan.period(label).toSeconds());
      assertThat(PlanLimits.categories()).contains(category);
    }
    assertThat(names(MockPlan.values())).isEqualTo(names(Plan.values()));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
