package dev.zoomkit.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void aMomentIsWrittenInUtcToTheSecond() {
    assertThat(StartTime.of(Instant.parse("2027-03-25T11:30:00.9Z")))
        .hasToString("2027-03-25T11:30:00Z");
    assertThat(StartTime.of(OffsetDateTime.parse("2027-03-25T20:30+09:00")))
        .hasToString("2027-03-25T11:30:00Z");
  }

  @Test
  void aLocalTimeIsWrittenWithoutAnythingBehindItsSeconds() {
    assertThat(StartTime.local(LocalDateTime.parse("2027-03-25T07:30")))
        .hasToString("2027-03-25T07:30:00");
    assertThat(StartTime.local(LocalDateTime.parse("2027-03-25T07:30:15.9")))
        .hasToString("2027-03-25T07:30:15");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-25T11:30:00Z, 2027-03-25T11:30:00Z, false",
    "2027-03-25T07:30:00, 2027-03-25T07:30:00, true",
    "2027-03-25T20:30:00+09:00, 2027-03-25T11:30:00Z, false",
    "2027-03-25T11:30:00.000Z, 2027-03-25T11:30:00Z, false",
    "2027-03-25T07:30, 2027-03-25T07:30:00, true"
  })
  void readsBothForms(String text, String written, boolean local) {
    StartTime time = StartTime.parse(text);

    assertThat(time).hasToString(written).isEqualTo(StartTime.parse(written));
    assertThat(time).hasSameHashCodeAs(StartTime.parse(written));
    assertThat(time.isLocal()).isEqualTo(local);
  }

  @Test
  void aLocalTimeIsNotTheMomentOfTheSameDigits() {
    assertThat(StartTime.parse("2027-03-25T07:30:00"))
        .isNotEqualTo(StartTime.parse("2027-03-25T07:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2027-03-25", "2027-02-30T07:30:00", "2027-03-25T25:00:00Z"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> StartTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasFourDigitsForAYear() {
    assertThatThrownBy(() -> StartTime.of(Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StartTime.local(LocalDateTime.MAX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-25T11:30:00Z, 2027-03-25T11:30:00Z",
    "2027-03-25T07:30:00, 2027-03-25T11:30:00Z",
    "2027-03-14T02:30:00, 2027-03-14T07:30:00Z",
    "2027-11-07T01:30:00, 2027-11-07T05:30:00Z"
  })
  void isAMomentInAZone(String text, Instant moment) {
    assertThat(StartTime.parse(text).in(NEW_YORK)).isEqualTo(moment);
  }
}
