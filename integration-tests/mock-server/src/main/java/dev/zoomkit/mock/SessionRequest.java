package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds or begins a meeting or webinar, as the admin API is told to. */
final class SessionRequest {
  private SessionRequest() {}

  /** Returns the UUID of the instance. */
  static String carryOut(MockZoom mock, ObjectNode body) {
    List<Participant> participants = new ArrayList<>();
    body.path("participants").forEach(one -> participants.add(participant((ObjectNode) one)));
    Participant[] all = participants.toArray(Participant[]::new);
    String id = body.path("session_id").asText();
    Holding holding = holding(body);
    return body.path("running").asBoolean()
        ? mock.begin(id, holding, all)
        : mock.hold(id, holding, all);
  }

  private static Holding holding(ObjectNode body) {
    Holding holding = Holding.AS_SCHEDULED;
    if (body.has("account_id")) {
      holding = holding.inAccount(body.path("account_id").asText());
    }
    if (body.has("start")) {
      holding = holding.at(start(body.path("start").asText()));
    }
    if (body.has("lasts")) {
      holding = holding.lasting(AdminApi.duration(body, "lasts"));
    }
    if (body.path("recorded").asBoolean()) {
      holding = holding.recorded();
    }
    if (body.path("archived").asBoolean()) {
      holding = holding.archived();
    }
    if (body.path("summarized").asBoolean()) {
      holding = holding.summarized();
    }
    return body.path("slashed_uuid").asBoolean() ? holding.slashedUuid() : holding;
  }

  private static Instant start(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      throw ErrorResponseException.ofField(
          "start", "Has to be a time such as 2027-03-01T09:00:00Z, not \"" + text + "\".");
    }
  }

  private static Participant participant(ObjectNode one) {
    Participant participant = person(one);
    if (one.has("email")) {
      participant = participant.email(one.path("email").asText());
    }
    if (one.has("joins_after")) {
      participant = participant.joinsAfter(AdminApi.duration(one, "joins_after"));
    }
    if (one.has("stays_for")) {
      participant = participant.staysFor(AdminApi.duration(one, "stays_for"));
    }
    if (one.has("device")) {
      participant = participant.device(one.path("device").asText());
    }
    for (JsonNode answered : one.path("answered")) {
      participant =
          participant.answered(
              answered.path("question").asText(), answered.path("answer").asText());
    }
    for (JsonNode asked : one.path("asked")) {
      String question = asked.path("question").asText();
      participant =
          asked.has("answer")
              ? participant.asked(question, asked.path("answer").asText())
              : participant.asked(question);
    }
    for (JsonNode answered : one.path("survey_answers")) {
      participant =
          participant.answeredSurvey(
              answered.path("question").asText(), answered.path("answer").asText());
    }
    if (one.has("rated")) {
      JsonNode rated = one.path("rated");
      participant =
          participant.rated(rated.path("satisfied").asBoolean(), rated.path("comment").asText());
    }
    for (JsonNode kind : one.path("complaints")) {
      participant = participant.complained(kind.asText());
    }
    if (one.has("shared")) {
      participant = participant.shared(AdminApi.duration(one, "shared"));
    }
    return one.has("phone") ? participant.byPhone(one.path("phone").asText()) : participant;
  }

  private static Participant person(ObjectNode one) {
    JsonNode host = one.path("host");
    if (Stream.of(host.asBoolean(), one.has("user_id"), one.has("name")).filter(is -> is).count()
        != 1) {
      throw ErrorResponseException.ofField(
          "participants", "Each is the host, or a user of a user_id, or a guest of a name.");
    }
    if (host.asBoolean()) {
      return Participant.host();
    }
    return one.has("user_id")
        ? Participant.user(one.path("user_id").asText())
        : Participant.guest(one.path("name").asText());
  }
}
