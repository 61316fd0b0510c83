package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.Attendee;
import dev.zoomkit.mock.call.Deeds;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What those who were at a session answered on leaving to Zoom's own survey, where it has one. */
final class SurveyAnswers {
  private static final String SURVEY = "survey";
  private static final String ID = "survey_id";
  private static final String QUESTION_ID = "question_id";
  private static final String ANSWERED = "answered_survey";
  private static final String DETAILS = "answer_details";
  private static final String ANONYMOUS = "survey_is_anonymous";
  private static final JsonNode SAMPLE = TextNode.valueOf("Vt6Nw2rKTyqPz9LbXc3HmA");

  private SurveyAnswers() {}

  private static JsonNode survey(Resource session) {
    return session.documents().getOrDefault(SURVEY, Json.object()).path("custom_survey");
  }

  private static @Nullable ObjectNode question(Resource session, String name) {
    for (JsonNode question : survey(session).path("questions")) {
      if (question.path("name").asText().equals(name)) {
        return (ObjectNode) question;
      }
    }
    return null;
  }

  /** Refuses an answer to what the session's survey does not ask. */
  static void check(Attendee attendee, Resource session) {
    for (Deeds.Question one : attendee.deeds().surveyed()) {
      if (question(session, one.question()) == null) {
        throw new IllegalArgumentException(
            "A participant answers what the survey of the session "
                + session.key()
                + " asks, "
                + survey(session).path("questions").findValuesAsText("name")
                + ", and not \""
                + one.question()
                + "\"; updateMeetingSurvey or updateWebinarSurvey gives it a survey.");
      }
    }
  }

  /** Adds to the facts of somebody what that one answered, named as registered. */
  static void add(
      ObjectNode person, Attendee attendee, Resource session, ValueGenerator generator) {
    List<Deeds.Question> surveyed = attendee.deeds().surveyed();
    if (surveyed.isEmpty()) {
      return;
    }
    ObjectNode answered = person.putObject(ANSWERED);
    String registrantId = person.path("registrant_id").asText();
    Resource registrant = session.find("registrants", registrantId);
    if (registrant != null) {
      for (String name : List.of("first_name", "last_name")) {
        Json.setIfKnown(answered, name, registrant.data().get(name));
      }
    }
    ArrayNode details = answered.putArray(DETAILS);
    for (Deeds.Question one : surveyed) {
      ObjectNode question = question(session, one.question());
      ObjectNode row = details.addObject();
      row.put("question", one.question()).put("answer", one.answer());
      if (question != null) {
        row.set(QUESTION_ID, id(question, QUESTION_ID, generator));
      }
    }
    id((ObjectNode) survey(session), ID, generator);
  }

  /** The id of a survey or question, which it keeps. */
  private static JsonNode id(ObjectNode of, String name, ValueGenerator generator) {
    if (!of.has(name)) {
      of.set(name, generator.id(SAMPLE));
    }
    return of.get(name);
  }

  /** Adds to the facts of a session which survey it has. */
  static void announce(ObjectNode facts, Resource session) {
    JsonNode survey = survey(session);
    facts.put(ANONYMOUS, survey.path("anonymous").asBoolean());
    Json.setIfKnown(facts, ID, survey.get(ID));
    Json.setIfKnown(facts, "survey_name", survey.get("title"));
    if (session.isOf("webinars")) {
      facts.set("webinar_id", facts.get("id"));
      facts.set("webinar_uuid", facts.get("uuid"));
    }
  }

  /** Adds to the facts of a session that has ended what all who were there answered. */
  static void sum(ObjectNode facts, List<ObjectNode> people) {
    ArrayNode all = facts.putArray("survey_answers");
    for (ObjectNode person : people) {
      if (person.has(ANSWERED)) {
        ObjectNode answered = person.path(ANSWERED).deepCopy();
        for (JsonNode one : answered.path(DETAILS)) {
          ((ObjectNode) one).set("date_time", person.get("leave_time"));
        }
        all.add(facts.path(ANONYMOUS).asBoolean() ? anonymous(answered) : named(answered, person));
      }
    }
  }

  private static ObjectNode anonymous(ObjectNode answered) {
    return answered.retain(DETAILS).put("name", "Anonymous");
  }

  private static ObjectNode named(ObjectNode answered, ObjectNode person) {
    for (String name : List.of("name", "email")) {
      Json.setIfKnown(answered, name, person.get(name));
    }
    return answered;
  }
}
