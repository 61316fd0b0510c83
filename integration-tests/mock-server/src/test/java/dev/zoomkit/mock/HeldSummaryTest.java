package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary of a session that was held: in the list, by itself, and gone. */
class HeldSummaryTest extends Running {
  private static final String DAYS = "from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z";
  private static final Holding SUMMARIZED =
      Holding.AS_SCHEDULED
          .at(Instant.parse("2026-11-20T08:00:00Z"))
          .lasting(Duration.ofMinutes(30))
          .summarized();

  private String seed(String kind, String settings) {
    String operation = kind.equals("meetings") ? "createMeeting" : "createWebinar";
    return zoom.seed(operation, "{\"topic\": \"Dough\"" + settings + "}", 1).get(0);
  }

  private static String summary(String name) {
    String once = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return "meetings/" + URLEncoder.encode(once, StandardCharsets.UTF_8) + "/meeting_summary";
  }

  private JsonNode listed(String query) {
    return client.get("meetings/meeting_summaries?" + query).json().path("summaries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void isOfTheSessionAndTheSameInTheListAndByItself(String kind) {
    String id = seed(kind, "");
    String uuid = zoom.hold(id, SUMMARIZED, Participant.host());

    JsonNode row = listed(DAYS).get(0);
    assertThat(row.path("meeting_uuid").asText()).isEqualTo(uuid);
    assertThat(row.path("meeting_id").asText()).isEqualTo(id);
    assertThat(row.path("meeting_topic").asText()).isEqualTo("Dough");
    assertThat(row.path("meeting_host_id").asText()).isEqualTo(zoom.example("userId"));
    assertThat(row.path("meeting_host_email").asText()).isEqualTo("jill@example.com");
    for (String start : List.of("meeting_start_time", "summary_start_time")) {
      assertThat(row.path(start).asText()).isEqualTo("2026-11-20T08:00:00Z");
    }
    for (String end :
        List.of(
            "meeting_end_time",
            "summary_end_time",
            "summary_created_time",
            "summary_last_modified_time")) {
      assertThat(row.path(end).asText()).isEqualTo("2026-11-20T08:30:00Z");
    }
    JsonNode whole = client.get(summary(id)).json();
    row.properties().forEach(one -> assertThat(whole.get(one.getKey())).isEqualTo(one.getValue()));
    assertThat(whole.path("summary_title").asText()).isEqualTo("Dough");
    assertThat(whole.path("summary_content").asText()).isNotEmpty();
    assertThat(whole.path("summary_doc_url").asText()).doesNotEndWith("/Rk2Vt7Lq");
    assertThat(whole.has("edited_summary")).isFalse();
    assertThat(client.get(summary(uuid)).json()).isEqualTo(whole);
  }

  @Test
  void ofTheLastInstanceIsNamedByTheNumberAndGoesAlone() {
    String id = seed("meetings", "");
    String first = zoom.hold(id, SUMMARIZED);
    String second = zoom.hold(id, SUMMARIZED.at(START.minus(Duration.ofHours(1))));
    assertThat(client.get(summary(id)).json().path("meeting_uuid").asText()).isEqualTo(second);

    assertThat(client.delete(summary(second)).status()).isEqualTo(204);

    assertRefused(client.get(summary(second)), 404, 3001);
    assertThat(client.get(summary(first)).status()).isEqualTo(200);
    assertThat(texts(listed(DAYS), "meeting_uuid")).containsExactly(first);
    assertThat(client.delete(summary(first)).status()).isEqualTo(204);
    assertThat(listed(DAYS)).isEmpty();
    assertRefused(client.delete(summary(first)), 404, 3001);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "false, true"})
  void isThereWhereTheHoldingOrTheSettingsSaySo(boolean setting, boolean written) {
    String settings = ", \"settings\": {\"auto_start_meeting_summary\": %s}".formatted(setting);
    String id = seed("meetings", settings);
    zoom.hold(id, setting || !written ? Holding.AS_SCHEDULED : SUMMARIZED);

    assertThat(client.get(summary(id)).status()).isEqualTo(written ? 200 : 404);
    assertThat(client.get("past_meetings/" + id).json().path("has_meeting_summary").asBoolean())
        .isEqualTo(written);
  }

  @Test
  void isListedByTheTimeThatTheSpanSpeaksOf() {
    zoom.hold(seed("meetings", ""), SUMMARIZED);
    String late = "from=2026-11-20T08:15:00Z&to=2026-11-20T09:00:00Z";

    assertThat(listed(late)).isEmpty();
    assertThat(listed(late + "&time_filter_field=summary_created_time")).hasSize(1);
  }

  @Test
  void isThereLaterWhereDataIsLate() {
    zoom.deviate(Set.of(Deviation.LATE_DATA));
    String id = seed("meetings", "");
    zoom.hold(
        id,
        Holding.AS_SCHEDULED
            .at(START.minus(Duration.ofMinutes(30)))
            .lasting(Duration.ofMinutes(30))
            .summarized());
    zoom.clock().advance(Duration.ofMinutes(20));
    String today = "from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z";
    assertThat(listed(today)).isEmpty();
    assertRefused(client.get(summary(id)), 404, 3001);

    zoom.clock().advance(Duration.ofMinutes(20));
    assertThat(listed(today)).hasSize(1);
    assertThat(client.get(summary(id)).status()).isEqualTo(200);
  }
}
