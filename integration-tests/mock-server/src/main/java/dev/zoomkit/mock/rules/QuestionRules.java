package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.store.ResolvedCall;
import java.util.Set;

/** Questions of polls and surveys: what the type of one decides of the others of its fields. */
final class QuestionRules implements Rule {
  private static final Set<String> CHOICES = Set.of("single", "multiple");
  private static final int MOST_CHOICES_OF_POLLS = 10;
  private static final int MOST_CHOICES_OF_SURVEYS = 50;
  private static final int MOST_TO_ASSIGN = 16;
  private static final int LONGEST_SHORT_ANSWER = 500;
  private static final String QUESTIONS = "questions";

  @Override
  public void check(ResolvedCall call) {
    JsonNode body = call.body();
    if (!call.location().subresource().startsWith("registrants")) {
      check(body.path(QUESTIONS), MOST_CHOICES_OF_POLLS);
    }
    body.path("polls").forEach(poll -> check(poll.path(QUESTIONS), MOST_CHOICES_OF_POLLS));
    check(body.path("custom_survey").path(QUESTIONS), MOST_CHOICES_OF_SURVEYS);
  }

  private static void check(JsonNode questions, int choices) {
    for (JsonNode question : questions) {
      String type = question.path("type").asText();
      int most = CHOICES.contains(type) ? choices : MOST_TO_ASSIGN;
      if (question.path("answers").size() > most) {
        throw ErrorResponseException.ofField(
            "questions.answers", "A question of the type " + type + " has " + most + " at most.");
      }
      boolean isShort = type.equals("short_answer");
      if (isShort && question.path("answer_max_character").asInt() > LONGEST_SHORT_ANSWER) {
        throw ErrorResponseException.ofField(
            "questions.answer_max_character",
            "A short answer has " + LONGEST_SHORT_ANSWER + " characters at most.");
      }
    }
  }
}
