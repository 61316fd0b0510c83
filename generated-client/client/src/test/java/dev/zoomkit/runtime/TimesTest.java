package dev.zoomkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @Test
  void readsWhatJavaReads() {
    Random random = new Random(20261122);
    for (int i = 0; i < 5_000; i++) {
      OffsetDateTime moment =
          OffsetDateTime.of(
              LocalDate.of(random.nextInt(10_000), 1, 1).plusDays(random.nextInt(366)),
              LocalTime.ofSecondOfDay(random.nextInt(86_400)),
              ZoneOffset.UTC);
      String text = moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

      assertThat(Times.parseDateTime(text)).isEqualTo(OffsetDateTime.parse(text));
      assertThat(Times.format(moment)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:30:00Z, 2026-11-22T09:30:00Z",
    "2026-11-22T09:30Z, 2026-11-22T09:30:00Z",
    "2026-11-22T09:30:00.123Z, 2026-11-22T09:30:00.123Z",
    "2026-11-22T09:30:00.1Z, 2026-11-22T09:30:00.1Z",
    "2026-11-22T09:30:00.123456Z, 2026-11-22T09:30:00.123456Z",
    "2026-11-22T09:30:00+01:00, 2026-11-22T09:30:00+01:00",
    "2026-11-22T09:30:00+0100, 2026-11-22T09:30:00+01:00",
    "2026-11-22T09:30:00, 2026-11-22T09:30:00Z",
    "2026-11-22 09:30:00, 2026-11-22T09:30:00Z",
    "2026-11-22, 2026-11-22T00:00:00Z"
  })
  void readsWhatZoomSends(String text, String moment) {
    assertThat(Times.parseDateTime(text)).isEqualTo(OffsetDateTime.parse(moment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-22T09:30:00Z",
        "2026-02-30T09:30:00Z",
        "2026-02-30T09:30:00",
        "2026-02-30T09:30:00.000Z",
        "2026-11-22T24:30:00Z",
        "2O26-11-22T09:30:00Z",
        "2026-11-22T09:30:0xZ",
        "2026/11/22T09:30:00Z",
        "2026-11-22T09:30:00ZZ",
        "soon",
        "x",
        "1796126400"
      })
  void refusesWhatIsNoMoment(String text) {
    assertThatThrownBy(() -> Times.parseDateTime(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-31", "2026-1-1", "20261122", "today", "2026/11/22"})
  void refusesWhatIsNoDay(String text) {
    assertThatThrownBy(() -> Times.parseDate(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void readsTheDayOfAMoment() {
    assertThat(Times.parseDate("2026-11-22")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(Times.parseDate("2026-11-22T09:30:00Z")).isEqualTo(LocalDate.of(2026, 11, 22));
  }

  @Test
  void writesInUtcToTheSecond() {
    assertThat(Times.format(OffsetDateTime.parse("2026-11-22T00:30:00.999+01:00")))
        .isEqualTo("2026-11-21T23:30:00Z");
    assertThat(Times.format(OffsetDateTime.parse("2026-11-22T10:00Z")))
        .isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void hasFourDigitsForAYear() {
    OffsetDateTime late = OffsetDateTime.parse("+10000-01-01T00:00:00Z");

    assertThatThrownBy(() -> Times.format(late)).isInstanceOf(IllegalArgumentException.class);
  }
}
