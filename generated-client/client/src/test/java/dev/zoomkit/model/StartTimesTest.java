package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.fixture.StrictJson;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests say of their start, and responses beside a time zone. */
class StartTimesTest {
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();

  @ParameterizedTest
  @ValueSource(
      classes = {
        CreateMeetingRequest.class,
        UpdateMeetingRequest.class,
        CreateWebinarRequest.class,
        UpdateWebinarRequest.class
      })
  void aLocalStartTimeIsSentAsItWasGivenAndNotAsAnotherMoment(Class<?> type) throws IOException {
    JsonAdapter<Object> adapter = MOSHI.adapter((Type) type);
    String json = "{\"start_time\":\"2027-03-25T07:30:00\",\"timezone\":\"America/New_York\"}";

    assertThat(adapter.toJson(adapter.fromJson(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC+02:00", "GMT+2", "UT+02:00", "+02:00"})
  void anOffsetThatPosesAsATimeZoneIsNotSentAsOne(String offset) {
    ZonedDateTime time = LocalDateTime.parse("2027-03-25T07:30").atZone(ZoneId.of(offset));

    CreateMeetingRequest request = CreateMeetingRequest.builder().startTime(time).build();

    assertThat(request.startTime()).hasToString("2027-03-25T05:30:00Z");
    assertThat(request.timezone()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "UTC", "Etc/GMT-2"})
  void theNameOfATimeZoneIsSentBesideTheMoment(String zone) {
    ZonedDateTime time = LocalDateTime.parse("2027-03-25T07:30").atZone(ZoneId.of(zone));

    assertThat(CreateMeetingRequest.builder().startTime(time).build().timezone()).isEqualTo(zone);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Meeting.class,
        MeetingSummary.class,
        Webinar.class,
        WebinarSummary.class,
        RecordedSession.class,
        MeetingRecordings.class,
        ArchivedMeeting.class
      })
  void aStartWithoutZBesideATimeZoneIsNotReadAsUtc(Class<?> type) {
    JsonAdapter<Object> adapter = MOSHI.adapter((Type) type);
    String json = "{\"start_time\":\"2027-03-25T07:30:00\",\"timezone\":\"America/New_York\"}";

    assertThatThrownBy(() -> StrictJson.read(adapter, json))
        .hasMessageStartingWith("Expected a date and time with an offset but was 2027-03-25T07:30");
  }
}
