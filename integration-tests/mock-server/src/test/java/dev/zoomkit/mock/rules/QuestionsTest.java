package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many answers a question may offer, by its type and by where it is asked. */
class QuestionsTest extends Running {

  private static String question(String type, int answers) {
    String choices =
        IntStream.range(0, answers).mapToObj(n -> "\"" + n + "\"").collect(Collectors.joining(","));
    return "{\"name\": \"Rye?\", \"type\": \"" + type + "\", \"answers\": [" + choices + "]}";
  }

  private Response poll(String question) {
    return client.post(
        webinar + "/polls",
        "{\"title\": \"Dough\", \"poll_type\": 2, \"questions\": [" + question + "]}");
  }

  @ParameterizedTest
  @CsvSource({"single, 10", "multiple, 10"})
  void ofAPoll(String type, int most) {
    assertThat(poll(question(type, most)).status()).isEqualTo(201);
    assertRefusesField(poll(question(type, most + 1)), "questions.answers");
    assertRefusesField(
        client.post(
            "meetings/" + zoom.example("meetingId") + "/batch_polls",
            "{\"polls\": [{\"title\": \"Dough\", \"questions\": ["
                + question(type, most + 1)
                + "]}]}"),
        "questions.answers");
  }

  @ParameterizedTest
  @CsvSource({"single, 50", "multiple, 50"})
  void ofASurvey(String type, int most) {
    String survey = "{\"custom_survey\": {\"title\": \"Dough\", \"questions\": [%s]}}";
    assertThat(client.patch(webinar + "/survey", survey.formatted(question(type, most))).status())
        .isEqualTo(204);
    assertRefusesField(
        client.patch(webinar + "/survey", survey.formatted(question(type, most + 1))),
        "questions.answers");
  }

  @Test
  void aShortAnswerIsShort() {
    String question = "{\"name\": \"Rye?\", \"type\": \"%s\", \"answer_max_character\": %d}";
    assertThat(poll(question.formatted("short_answer", 500)).status()).isEqualTo(201);
    assertThat(poll(question.formatted("long_answer", 2000)).status()).isEqualTo(201);
    assertRefusesField(
        poll(question.formatted("short_answer", 501)), "questions.answer_max_character");
    assertRefused(poll(question.formatted("long_answer", 2001)), 400, 300);
  }
}
