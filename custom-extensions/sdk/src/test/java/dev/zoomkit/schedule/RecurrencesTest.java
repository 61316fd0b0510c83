package dev.zoomkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.zoomkit.model.CreateMeetingRequest;
import dev.zoomkit.model.CreateWebinarRequest;
import dev.zoomkit.model.MeetingType;
import dev.zoomkit.model.Recurrence;
import dev.zoomkit.model.WebinarType;
import dev.zoomkit.model.WeekDay;
import dev.zoomkit.model.WeekOfMonth;
import dev.zoomkit.model.ZoomJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import okio.Okio;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class RecurrencesTest {
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();

  @Test
  void eachRuleHasTheFieldsOfItsTypeAndNoOthers() {
    assertThat(json(Recurrences.daily().times(10)))
        .isEqualTo("{\"type\":1,\"repeat_interval\":1,\"end_times\":10}");
    assertThat(json(Recurrences.weekly(WeekDay.TUESDAY, WeekDay.FRIDAY).every(2).times(50)))
        .isEqualTo("{\"type\":2,\"repeat_interval\":2,\"weekly_days\":\"3,6\",\"end_times\":50}");
    assertThat(json(Recurrences.monthlyOnDay(15).every(3).times(1)))
        .isEqualTo("{\"type\":3,\"repeat_interval\":3,\"monthly_day\":15,\"end_times\":1}");
    assertThat(json(Recurrences.monthlyOn(WeekOfMonth.LAST, WeekDay.FRIDAY).times(2)))
        .isEqualTo(
            "{\"type\":3,\"repeat_interval\":1,\"monthly_week\":-1,\"monthly_week_day\":6,\"end_times\":2}");
  }

  @Test
  void theEndIsANumberOrAMomentInUtc() {
    assertThat(json(Recurrences.daily().until(Instant.parse("2027-03-08T09:30:15.5Z"))))
        .isEqualTo("{\"type\":1,\"repeat_interval\":1,\"end_date_time\":\"2027-03-08T09:30:15Z\"}");
    refused(() -> Recurrences.daily().until(Instant.MAX))
        .hasMessage("RecurrenceRule.until needs a last moment of a year from 0 to 9999.");
    refused(() -> Recurrences.daily().until(Instant.MIN));
    refused(() -> Recurrences.daily().times(0));
    refused(() -> Recurrences.daily().times(51))
        .hasMessage(
            "RecurrenceRule.times needs a count from 1 to 50, which is all that a series has at Zoom; it was 51. More than that needs a second series.");
  }

  @Test
  void theLongestIntervalIsThatOfMeetingsOrOfWebinars() {
    RecurrenceRule daily = Recurrences.daily();
    RecurrenceRule weekly = Recurrences.weekly(WeekDay.MONDAY);
    RecurrenceRule monthly = Recurrences.monthlyOnDay(1);

    assertThat(daily.every(99).times(2).forMeeting().repeatInterval()).isEqualTo(99);
    assertThat(weekly.every(50).times(2).forMeeting().repeatInterval()).isEqualTo(50);
    assertThat(monthly.every(10).times(2).forMeeting().repeatInterval()).isEqualTo(10);
    assertThat(daily.every(90).times(2).forWebinar().repeatInterval()).isEqualTo(90);
    assertThat(weekly.every(12).times(2).forWebinar().repeatInterval()).isEqualTo(12);
    assertThat(monthly.every(3).times(2).forWebinar().repeatInterval()).isEqualTo(3);
    refused(() -> daily.every(100).times(2).forMeeting())
        .hasMessage(
            "Series.forMeeting needs a rule of every 99 days at most; every(100) is more. Schedule single meetings for longer intervals.");
    refused(() -> weekly.every(51).times(2).forMeeting());
    refused(() -> monthly.every(11).times(2).forMeeting());
    refused(() -> daily.every(91).times(2).forWebinar());
    refused(() -> weekly.every(13).times(2).forWebinar())
        .hasMessage(
            "Series.forWebinar needs a rule of every 12 weeks at most; every(13) is more. Schedule single webinars for longer intervals.");
    refused(() -> monthly.every(4).times(2).forWebinar());
    refused(() -> daily.every(0)).hasMessageEndingWith("of at least 1; it was 0.");
  }

  /** OpenAPI has no word for a maximum that depends on other values: there it is a sentence. */
  @Test
  void theLimitsAreThoseThatTheDescriptionSays() throws IOException {
    Map<?, ?> recurrence = described("Recurrence");
    Map<?, ?> interval =
        (Map<?, ?>) ((Map<?, ?>) recurrence.get("properties")).get("repeat_interval");
    Series.Longest webinars = Series.Longest.OF_WEBINARS;
    Series.Longest meetings = Series.Longest.OF_MEETINGS;

    assertThat(interval.get("description").toString())
        .contains(
            "At most %d days, %d weeks or %d months for webinars, and %d days, %d weeks or %d months for meetings."
                .formatted(
                    webinars.days,
                    webinars.weeks,
                    webinars.months,
                    meetings.days,
                    meetings.weeks,
                    meetings.months));
    assertThat(recurrence.get("description").toString())
        .contains("has at most %d occurrences".formatted(Series.MOST_OCCURRENCES));
  }

  @Test
  void daysThatNoCalendarHasAreRefused() {
    refused(() -> Recurrences.monthlyOnDay(0));
    refused(() -> Recurrences.monthlyOnDay(32))
        .hasMessage("Recurrences.monthlyOnDay needs a day from 1 to 31; it was 32.");
    refused(() -> Recurrences.weekly(WeekDay.of(8)))
        .hasMessage(
            "Recurrences.weekly needs a first day that is a constant of WeekDay; it was 8.");
    refused(() -> Recurrences.weekly(WeekDay.MONDAY, WeekDay.FRIDAY, WeekDay.MONDAY))
        .hasMessage("Recurrences.weekly needs a weekday that comes once; MONDAY is there twice.");
    refused(() -> Recurrences.monthlyOn(WeekOfMonth.of(5), WeekDay.MONDAY));
    refused(() -> Recurrences.monthlyOn(WeekOfMonth.FIRST, WeekDay.of(0)));
  }

  @Test
  void aSeriesBringsTheTypeThatItNeeds() {
    Series series = Recurrences.weekly(WeekDay.MONDAY).times(4);
    CreateWebinarRequest webinar = CreateWebinarRequest.builder().topic("Rye").build();
    CreateMeetingRequest meeting = CreateMeetingRequest.builder().topic("Rye").build();

    assertThat(series.schedule(webinar))
        .isEqualTo(
            webinar.toBuilder()
                .type(WebinarType.RECURRING_FIXED_TIME)
                .recurrence(series.forWebinar())
                .build());
    assertThat(series.schedule(meeting))
        .isEqualTo(
            meeting.toBuilder()
                .type(MeetingType.RECURRING_FIXED_TIME)
                .recurrence(series.forMeeting())
                .build());
    assertThat(series.schedule(series.schedule(webinar))).isEqualTo(series.schedule(webinar));
  }

  @Test
  void aSeriesIsNotMadeOfWhatHasAnotherType() {
    Series series = Recurrences.daily().times(4);
    CreateWebinarRequest once = CreateWebinarRequest.builder().type(WebinarType.WEBINAR).build();
    CreateMeetingRequest atOnce = CreateMeetingRequest.builder().type(MeetingType.INSTANT).build();

    refused(() -> series.schedule(once))
        .hasMessage(
            "Series.schedule needs a webinar of type RECURRING_FIXED_TIME, or without a type, which is set then; it was of WEBINAR, which has no recurrence.");
    refused(() -> series.schedule(atOnce));
  }

  @Test
  void rulesAndSeriesAreValues() {
    RecurrenceRule tuesdays = Recurrences.weekly(WeekDay.TUESDAY);

    assertThat(tuesdays)
        .isEqualTo(Recurrences.weekly(WeekDay.TUESDAY))
        .hasSameHashCodeAs(Recurrences.weekly(WeekDay.TUESDAY))
        .isNotEqualTo(tuesdays.every(2));
    assertThat(tuesdays.times(2))
        .isEqualTo(Recurrences.weekly(WeekDay.TUESDAY).times(2))
        .hasSameHashCodeAs(Recurrences.weekly(WeekDay.TUESDAY).times(2))
        .isNotEqualTo(tuesdays.times(3));
  }

  private static String json(Series series) {
    return MOSHI.adapter(Recurrence.class).toJson(series.forMeeting());
  }

  private static AbstractThrowableAssert<?, ?> refused(Supplier<?> call) {
    return assertThatThrownBy(call::get).isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<?, ?> described(String schema) throws IOException {
    Path bundle = Path.of("../../spec/target/classes/dev/zoomkit/spec/zoom.json");
    try (JsonReader reader = JsonReader.of(Okio.buffer(Okio.source(bundle.toFile())))) {
      Map<?, ?> description = (Map<?, ?>) reader.readJsonValue();
      Map<?, ?> components = (Map<?, ?>) description.get("components");
      return (Map<?, ?>) ((Map<?, ?>) components.get("schemas")).get(schema);
    }
  }
}
