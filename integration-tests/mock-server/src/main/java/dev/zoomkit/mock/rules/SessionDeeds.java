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
import java.time.Instant;
import java.util.List;

/**
 * What those did who were at a session: their answers in polls, their questions, what they shared,
 * how they rated it, and what they complained of.
 */
final class SessionDeeds {
  /** How a report calls the people with their questions and answers, of either kind. */
  static final String QUESTIONS = "questions";

  /** How somebody rated it, who did. */
  static final String RATING = "rating";

  /** What somebody complained of, by kind. */
  static final String COMPLAINTS = "complaints";

  static final String THUMB_UP = "GOOD";
  private static final String THUMB_DOWN = "NOT GOOD";
  private static final String POLLS = "poll_answers";
  private static final String QA = "questions_to_the_host";
  private static final String SHARING = "sharing";
  private static final JsonNode QUESTION = TextNode.valueOf("Qn4Wd7sKT1uZb0XmRv8cYw");

  private SessionDeeds() {}

  /** Adds to the facts of somebody what that one did, all of it on joining. */
  static void add(
      ObjectNode person, Attendee attendee, Resource session, ValueGenerator generator) {
    Deeds deeds = attendee.deeds();
    ArrayNode answered = Json.array();
    for (Deeds.Question one : deeds.answered()) {
      ObjectNode row = answered.addObject();
      String poll = poll(session, one.question());
      if (!poll.isEmpty()) {
        row.put("polling_id", poll);
      }
      row.put("question", one.question()).put("answer", one.answer());
      row.set("date_time", person.get("join_time"));
    }
    ArrayNode asked = Json.array();
    for (Deeds.Question one : deeds.asked()) {
      asked.add(question(one, person, session, generator));
    }
    if (deeds.rated() != null) {
      ObjectNode rating = person.putObject(RATING);
      rating.put("quality", deeds.rated().satisfied() ? THUMB_UP : THUMB_DOWN);
      if (!deeds.rated().comment().isEmpty()) {
        rating.put("comment", deeds.rated().comment());
      }
    }
    ArrayNode complaints = person.putArray(COMPLAINTS);
    deeds.complained().forEach(complaints::add);
    person.set(POLLS, answered);
    person.set(QA, asked);
    ArrayNode sharing = person.putArray(SHARING);
    if (!deeds.shared().isZero()) {
      Instant from = Instant.parse(person.path("join_time").asText());
      sharing
          .addObject()
          .put("content", "desktop")
          .put("start_time", from.toString())
          .put("end_time", from.plus(deeds.shared()).toString());
      person.put("share_desktop", true);
    }
  }

  /** The id of the poll that has a question; empty where none has. */
  private static String poll(Resource session, String question) {
    return session.collection("polls").stream()
        .filter(
            poll ->
                poll.data()
                    .path(QUESTIONS)
                    .valueStream()
                    .anyMatch(one -> one.path("name").asText().equals(question)))
        .map(Resource::key)
        .findFirst()
        .orElse("");
  }

  private static ObjectNode question(
      Deeds.Question one, ObjectNode person, Resource session, ValueGenerator generator) {
    ObjectNode row = Json.object();
    row.set("question_id", generator.id(QUESTION));
    row.put("question", one.question());
    row.put("question_status", one.answer().isEmpty() ? "open" : "answered");
    row.set("create_time", person.get("join_time"));
    ArrayNode details = row.putArray("answer_details");
    Resource host = session.owner();
    if (!one.answer().isEmpty()) {
      row.put("answer", one.answer());
      ObjectNode answer = details.addObject().put("content", one.answer());
      answer.put("type", "host_answered_publicly");
      answer.set("create_time", person.get("join_time"));
      if (host != null) {
        String name = host.fullName();
        answer.put("user_id", host.key()).put("name", name == null ? "" : name);
        Json.setIfKnown(answer, "email", host.data().get("email"));
      }
    }
    return row;
  }

  /** Adds to the facts of a session what all who were there did. */
  static void sum(ObjectNode facts, List<ObjectNode> people) {
    for (String deeds : List.of(POLLS, QA)) {
      ArrayNode all = facts.putArray(deeds);
      for (ObjectNode person : people) {
        if (!person.path(deeds).isEmpty()) {
          ObjectNode row = all.addObject();
          for (String name : List.of("name", "email")) {
            Json.setIfKnown(row, name, person.get(name));
          }
          row.set("question_details", person.get(deeds));
        }
      }
    }
    facts.put("has_poll", !facts.path(POLLS).isEmpty()).put("has_qa", !facts.path(QA).isEmpty());
    facts.put("has_screen_share", people.stream().anyMatch(one -> !one.path(SHARING).isEmpty()));
  }

  /** Lets the facts of a session have as questions what a report is about. */
  static void choose(ObjectNode facts, String report) {
    for (String deeds : List.of(POLLS, QA)) {
      if (report.endsWith(deeds.equals(QA) ? "qa" : "polls") && facts.has(deeds)) {
        facts.set(QUESTIONS, facts.get(deeds));
      }
    }
  }

  /** Who shared what, as a list of dashboards has it; empty where somebody shared nothing. */
  static ObjectNode sharing(ObjectNode person) {
    return person.path(SHARING).isEmpty()
        ? Json.object()
        : person.deepCopy().set("details", person.get(SHARING));
  }
}
