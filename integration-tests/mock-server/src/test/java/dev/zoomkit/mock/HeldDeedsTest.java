package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people did at a session that was held is in its reports and dashboards, and no more. */
class HeldDeedsTest extends Running {
  private static final Holding HELD =
      Holding.AS_SCHEDULED
          .at(Instant.parse("2026-11-20T08:00:00Z"))
          .lasting(Duration.ofMinutes(30));
  private static final Participant ANNA =
      Participant.guest("Anna Novak").email("anna@bakery.example");
  private static final Participant BEN =
      Participant.guest("Ben Adeyemi").joinsAfter(Duration.ofMinutes(10));

  private String seed(String kind) {
    String operation = kind.equals("meetings") ? "createMeeting" : "createWebinar";
    return zoom.seed(operation, "{\"topic\": \"Dough\"}", 1).get(0);
  }

  private JsonNode get(String path) {
    return client.get(path).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void answersOfPollsAreInTheReport(String kind) {
    String id = seed(kind);
    JsonNode poll =
        client
            .post(
                kind + "/" + id + "/polls",
                """
                {"title": "Bread", "questions": [
                  {"name": "Rye?", "type": "single", "answers": ["Yes", "No"]}]}""")
            .json();
    zoom.hold(id, HELD, ANNA.answered("Rye?", "Yes"), BEN.answered("Else?", "No"), ANNA);

    JsonNode report = get("report/" + kind + "/" + id + "/polls");
    assertThat(report.path("questions")).hasSize(2);
    JsonNode anna = report.at("/questions/0");
    assertThat(anna.path("email").asText()).isEqualTo("anna@bakery.example");
    assertThat(anna.at("/question_details/0/answer").asText()).isEqualTo("Yes");
    assertThat(anna.at("/question_details/0/polling_id")).isEqualTo(poll.get("id"));
    JsonNode ben = report.at("/questions/1/question_details/0");
    assertThat(ben.path("date_time").asText()).isEqualTo("2026-11-20T08:10:00Z");
    assertThat(ben.has("polling_id")).isFalse();
    assertThat(get("report/" + kind + "/" + id + "/qa").path("questions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void questionsAreInTheReport(String kind) {
    String id = seed(kind);
    zoom.hold(id, HELD, ANNA.asked("When?").asked("Where?", "Here."), BEN);

    JsonNode rows = get("report/" + kind + "/" + id + "/qa").path("questions");
    assertThat(rows).hasSize(1);
    JsonNode open = rows.at("/0/question_details/0");
    assertThat(open.path("question").asText()).isEqualTo("When?");
    assertThat(open.path("question_status").asText()).isEqualTo("open");
    assertThat(open.path("answer_details")).isEmpty();
    JsonNode answered = rows.at("/0/question_details/1");
    assertThat(answered.path("question_status").asText()).isEqualTo("answered");
    assertThat(answered.at("/answer_details/0/content").asText()).isEqualTo("Here.");
    assertThat(answered.at("/answer_details/0/user_id").asText()).isEqualTo(zoom.example("userId"));
    assertThat(get("report/" + kind + "/" + id + "/polls").path("questions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void whatWasSharedIsOnTheDashboard(String kind) {
    String id = seed(kind);
    zoom.hold(id, HELD, ANNA, BEN.shared(Duration.ofMinutes(5)));

    String dashboard = "metrics/" + kind + "/" + id;
    JsonNode sharing = get(dashboard + "/participants/sharing?type=past").path("participants");
    assertThat(sharing).hasSize(1);
    assertThat(sharing.at("/0/user_name").asText()).isEqualTo("Ben Adeyemi");
    assertThat(sharing.at("/0/details/0/end_time").asText()).isEqualTo("2026-11-20T08:15:00Z");
    assertThat(get(dashboard + "?type=past").path("has_screen_share").asBoolean()).isTrue();
    JsonNode people = get(dashboard + "/participants?type=past").path("participants");
    assertThat(people.valueStream().map(one -> one.path("share_desktop").asBoolean()))
        .containsExactly(false, true);
    assertThatThrownBy(() -> zoom.hold(id, HELD, BEN.shared(Duration.ofMinutes(21))))
        .hasMessageContaining("while being there");
  }

  private void giveSurvey(String session, boolean anonymous) {
    String survey =
        """
        {"custom_survey": {"title": "Bread", "anonymous": %s, "questions": [
          {"name": "Rye?", "type": "single", "answers": ["Yes", "No"]},
          {"name": "Why?", "type": "long_answer"}]}}"""
            .formatted(anonymous);
    assertThat(client.patch(session + "/survey", survey).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void answersToTheSurveyAreInTheReport(String kind) {
    String id = seed(kind);
    giveSurvey(kind + "/" + id, false);
    client.patch(kind + "/" + id, "{\"settings\": {\"approval_type\": 0}}");
    String anna =
        "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\", \"last_name\": \"N.\"}";
    assertThat(client.post(kind + "/" + id + "/registrants", anna).status()).isEqualTo(201);
    Participant ben = BEN.answeredSurvey("Rye?", "No").staysFor(Duration.ofMinutes(5));
    String uuid =
        zoom.hold(
            id,
            HELD,
            ANNA.answeredSurvey("Rye?", "Yes").answeredSurvey("Why?", "Sour."),
            ben,
            Participant.guest("Eva"));

    JsonNode report = get("report/" + kind + "/" + id + "/survey");
    String stem = kind.replaceFirst("s$", "");
    assertThat(report.path(stem + "_uuid").asText()).isEqualTo(uuid);
    assertThat(report.path(stem + "_id").asText()).isEqualTo(id);
    assertThat(report.path("start_time").asText()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(report.path("survey_name").asText()).isEqualTo("Bread");
    assertThat(report.path("survey_id").asText()).isNotEmpty();
    JsonNode answers = report.path("survey_answers");
    assertThat(texts(answers, "name")).containsExactly("Anna Novak", "Ben Adeyemi");
    assertThat(texts(answers, "email")).containsExactly("anna@bakery.example", "");
    assertThat(texts(answers, "last_name")).containsExactly("N.", "");
    assertThat(answers.findValuesAsText("answer")).containsExactly("Yes", "Sour.", "No");
    assertThat(answers.at("/1/answer_details/0/date_time").asText())
        .isEqualTo("2026-11-20T08:15:00Z");
    assertThat(answers.at("/1/answer_details/0/question_id").asText())
        .isNotEmpty()
        .isEqualTo(answers.at("/0/answer_details/0/question_id").asText());
  }

  @Test
  void anAnonymousSurveyDoesNotSayWhoAnswered() {
    String id = seed("meetings");
    giveSurvey("meetings/" + id, true);
    zoom.hold(id, HELD, ANNA.answeredSurvey("Rye?", "Yes"));

    JsonNode report = get("report/meetings/" + id + "/survey");
    assertThat(report.findValuesAsText("answer")).containsExactly("Yes");
    assertThat(report.toString()).doesNotContain("nna");
  }

  @Test
  void nobodyAnswersWhatNoSurveyAsks() {
    String id = seed("meetings");
    assertThatThrownBy(() -> zoom.hold(id, HELD, ANNA.answeredSurvey("Rye?", "Yes")))
        .hasMessageContaining("updateMeetingSurvey");
    giveSurvey("meetings/" + id, false);
    assertThatThrownBy(() -> zoom.hold(id, HELD, ANNA.answeredSurvey("Oats?", "Yes")))
        .hasMessageContaining("[Rye?, Why?]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void ratingsAreOnTheDashboardsOneByOneAndInNumbers(String kind) {
    String id = seed(kind);
    zoom.hold(
        id,
        HELD,
        Participant.host().rated(true),
        ANNA.rated(false, "Too dry."),
        BEN.staysFor(Duration.ofMinutes(5)).rated(true),
        Participant.guest("Eva"));
    String ratings = "metrics/" + kind + "/" + id + "/participants/satisfaction?type=past";
    JsonNode people = get(ratings).path("participants");
    assertThat(texts(people, "quality")).containsExactly("GOOD", "NOT GOOD", "GOOD");
    assertThat(texts(people, "user_id")).containsExactly(zoom.example("userId"), "", "");
    assertThat(people.at("/1/email").asText()).isEqualTo("anna@bakery.example");
    assertThat(people.findValuesAsText("comment")).containsExactly("Too dry.");
    assertThat(people.at("/2/date_time").asText()).isEqualTo("2026-11-20T08:15:00Z");

    String days = "metrics/client/satisfaction?from=2026-11-19&to=2026-11-21";
    JsonNode day = get(days).path("client_satisfaction").get(0);
    assertThat(day.path("date").asText()).isEqualTo("2026-11-20");
    assertThat(day.path("good_count").asInt()).isEqualTo(2);
    assertThat(day.path("not_good_count").asInt()).isEqualTo(1);
    assertThat(day.path("none_count").asInt()).isEqualTo(1);
    assertThat(day.path("satisfaction_percent").asInt()).isEqualTo(66);

    zoom.hold(id, HELD.at(Instant.parse("2026-11-20T10:00:00Z")), ANNA.rated(true));
    zoom.hold(id, HELD.at(Instant.parse("2026-11-20T11:00:00Z")), ANNA);
    assertThat(get(ratings).path("participants")).isEmpty();
    JsonNode later = get(days);
    assertThat(later.path("client_satisfaction")).hasSize(1);
    assertThat(later.path("total_records").asInt()).isEqualTo(1);
    assertThat(later.at("/client_satisfaction/0/good_count").asInt()).isEqualTo(3);
    assertThat(later.at("/client_satisfaction/0/satisfaction_percent").asDouble()).isEqualTo(75);
  }

  @Test
  void complaintsAreCountedByKindAndListedByDay() {
    String id = seed("meetings");
    String audio = "Choppy audio";
    zoom.hold(id, HELD, ANNA.complained(audio).complained("No video"), BEN.complained(audio));
    zoom.hold(id, HELD.at(Instant.parse("2026-11-21T08:00:00Z")), BEN.complained(audio));

    String kinds = "metrics/client/feedback";
    JsonNode both = get(kinds + "?from=2026-11-19&to=2026-11-21");
    assertThat(both.path("total_records").asInt()).isEqualTo(both.path("client_feedbacks").size());
    assertThat(kind(both, audio).path("participants_count").asInt()).isEqualTo(3);
    assertThat(kind(both, "No video").path("participants_count").asInt()).isEqualTo(1);
    JsonNode second = get(kinds + "?from=2026-11-21&to=2026-11-21");
    assertThat(kind(second, audio).path("participants_count").asInt()).isEqualTo(1);
    assertThat(second.findValuesAsText("feedback_name")).doesNotContain("No video");

    String one = kinds + "/" + kind(both, audio).path("feedback_id").asText();
    JsonNode first = get(one + "?from=2026-11-20&to=2026-11-20&page_size=1");
    JsonNode anna = first.at("/client_feedback_details/0");
    assertThat(anna.path("participant_name").asText()).isEqualTo("Anna Novak");
    assertThat(anna.path("email").asText()).isEqualTo("anna@bakery.example");
    assertThat(anna.path("meeting_id").asText()).isEqualTo(id);
    assertThat(anna.path("time").asText()).isEqualTo("2026-11-20T08:30:00Z");
    assertThat(first.path("client_feedback_details")).hasSize(1);
    assertThat(first.path("next_page_token").asText()).isNotEmpty();
  }

  private static JsonNode kind(JsonNode kinds, String name) {
    return kinds
        .path("client_feedbacks")
        .valueStream()
        .filter(one -> one.path("feedback_name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void complaintsAreCountedLaterWhereDataIsLate() {
    zoom.deviate(Set.of(Deviation.LATE_DATA));
    zoom.hold(seed("meetings"), HELD.at(START.minus(Duration.ofHours(5))), ANNA.complained("Lag"));
    Holding late = HELD.at(START.minus(Duration.ofMinutes(30)));
    zoom.hold(seed("meetings"), late, ANNA.complained("Lag"));
    zoom.clock().advance(Duration.ofMinutes(20));
    String today = "metrics/client/feedback?from=2026-11-22&to=2026-11-22";
    assertThat(kind(get(today), "Lag").path("participants_count").asInt()).isEqualTo(1);

    zoom.clock().advance(Duration.ofMinutes(20));
    assertThat(kind(get(today), "Lag").path("participants_count").asInt()).isEqualTo(2);
  }

  @Test
  void nobodyComplainsOfNothing() {
    assertThatThrownBy(() -> ANNA.complained(" ")).hasMessageContaining("Poor audio quality");
  }

  @Test
  void ratingsAreInTheNumbersLaterWhereDataIsLate() {
    zoom.deviate(Set.of(Deviation.LATE_DATA));
    zoom.hold(seed("meetings"), HELD.at(START.minus(Duration.ofHours(5))), ANNA.rated(true));
    zoom.hold(seed("meetings"), HELD.at(START.minus(Duration.ofMinutes(30))), ANNA.rated(true));
    zoom.clock().advance(Duration.ofMinutes(20));
    String today = "metrics/client/satisfaction?from=2026-11-22&to=2026-11-22";
    assertThat(get(today).at("/client_satisfaction/0/good_count").asInt()).isEqualTo(1);

    zoom.clock().advance(Duration.ofMinutes(20));
    assertThat(get(today).at("/client_satisfaction/0/good_count").asInt()).isEqualTo(2);
  }
}
