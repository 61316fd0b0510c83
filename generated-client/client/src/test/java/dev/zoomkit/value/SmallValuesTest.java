package dev.zoomkit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists in a parameter, and values of one of several kinds. */
class SmallValuesTest {

  @Test
  void csvJoinsWithCommas() {
    assertThat(Csv.of(List.of(1, 2))).hasToString("1,2").isEqualTo(Csv.of(List.of(1, 2)));
    assertThat(Csv.of(List.of())).hasToString("");
    assertThat(Csv.ofNullable(null)).isNull();
    assertThatThrownBy(() -> Csv.of(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Csv.values must not have null in it.");
  }

  @Test
  void momentsAmongTheValuesOfAParameterAreInUtc() {
    OffsetDateTime moment = OffsetDateTime.parse("2027-03-25T07:30-04:00");

    assertThat(Csv.of(List.of(moment, moment)))
        .hasToString("2027-03-25T11:30:00Z,2027-03-25T11:30:00Z");
  }

  @Test
  void aDayOrAMoment() {
    DateOrDateTime day = DateOrDateTime.of(LocalDate.of(2026, 11, 22));
    DateOrDateTime moment = DateOrDateTime.of(OffsetDateTime.parse("2026-11-22T10:00+02:00"));

    assertThat(day).hasToString("2026-11-22").isEqualTo(DateOrDateTime.parse("2026-11-22"));
    assertThat(day.isDate()).isTrue();
    assertThat(day.toDateTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T00:00Z"));
    assertThat(moment).hasToString("2026-11-22T08:00:00Z");
    assertThat(moment.isDate()).isFalse();
    assertThat(moment.toDate()).isEqualTo(LocalDate.of(2026, 11, 22));
  }
}
