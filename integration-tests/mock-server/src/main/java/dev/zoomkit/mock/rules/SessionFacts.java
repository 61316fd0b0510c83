package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.Attendee;
import dev.zoomkit.mock.call.Product;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one time that a session was held, and of those who were there, by all the names
 * that responses have for it. Each response takes what its schema names.
 */
final class SessionFacts {
  /** The UUID of the instance that a row is of, which no response shows. */
  static final String SESSION_UUID = "session_uuid";

  /** The words for a meeting and for a webinar. */
  static final Set<String> KINDS = Set.of("Meeting", "Webinar");

  /** The ids of the users who were there, which no response shows. */
  static final String USERS = "joined_users";

  /** The duration as dashboards have it. */
  static final String CLOCK = "duration_on_the_clock";

  private static final long SECONDS_A_MINUTE = 60;
  private static final JsonNode PERSON = TextNode.valueOf("16778240");
  private static final JsonNode PERSON_UUID = TextNode.valueOf("0D3B7A52C91E4F6688A4B2F1C7E05D93");

  private SessionFacts() {}

  /**
   * The facts of an instance without those that only its end makes known.
   *
   * @param people what {@link #person} says of them
   * @param products what is made of it
   */
  static ObjectNode begun(
      Resource account,
      Resource session,
      String uuid,
      Instant start,
      List<ObjectNode> people,
      Set<Product> products) {
    JsonNode known = session.data();
    JsonNode host = host(session);
    ObjectNode facts = Json.object();
    for (String name : List.of("topic", "type", "host_id", "tracking_fields", TimeZones.NAME)) {
      copy(facts, name, known, name);
    }
    copy(facts, "schedule_time", known, "start_time");
    copy(facts, "create_time", known, "created_at");
    Stream.of("dept", "department").forEach(n -> copy(facts, n, host, "dept"));
    for (String name : List.of("custom_keys", "custom_fields")) {
      copy(facts, name, known.path("settings"), "custom_keys");
    }
    Stream.of("id", "meeting_id").forEach(n -> facts.set(n, known.get("id")));
    facts
        .put("uuid", uuid)
        .put("meeting_uuid", uuid)
        .put(SESSION_UUID, uuid)
        .put("account_id", account.key());
    Stream.of("meeting_number", "webinar_number").forEach(n -> facts.put(n, session.key()));
    Stream.of("user_name", "host", "host_name", "host_display_name")
        .forEach(n -> facts.put(n, name(session.owner())));
    Stream.of("user_email", "email", "host_email").forEach(n -> copy(facts, n, host, "email"));
    facts.put("user_type", host.path("type").asInt() == 1 ? "Basic" : "Licensed");
    facts.put("start_time", start.toString()).put("join_time", start.toString());
    facts.put("meeting_type", session.isOf("webinars") ? "Webinar" : "Meeting");
    facts.put("source", "Zoom").put("meeting_encryption_status", 1);
    facts.put("audio_quality", "good").put("video_quality", "good");
    for (Product product : Product.values()) {
      facts.put(product.fact(), products.contains(product));
    }
    String archived = Product.ARCHIVE.fact();
    people.forEach(one -> one.set(archived, facts.get(archived)));
    facts.put("has_pstn", people.stream().anyMatch(SessionFacts::called));
    facts.put("has_voip", !people.stream().allMatch(SessionFacts::called));
    facts.put("has_sip", people.stream().anyMatch(one -> isOn(one, "H.323/SIP")));
    facts.put("has_video", true).put("has_survey", session.documents().containsKey("survey"));
    for (String feature :
        ("3rd_party_audio screen_share manual_captions automated_captions chat qa poll")
            .split(" ")) {
      facts.put("has_" + feature, false);
    }
    facts.put("participants", people.size()).put("participants_count", people.size());
    facts.put(
        "participants_count_my_account",
        people.stream().filter(one -> one.path("internal_user").asBoolean()).count());
    facts.putArray(SessionDeeds.QUESTIONS);
    SessionDeeds.sum(facts, people);
    SurveyAnswers.announce(facts, session);
    people.stream()
        .filter(one -> one.has("id"))
        .forEach(one -> facts.withArrayProperty(USERS).add(one.get("id")));
    return facts;
  }

  /** Adds what the end of an instance makes known of it and of those who were there. */
  static void end(ObjectNode facts, List<ObjectNode> people, Instant end) {
    Instant start = Instant.parse(facts.path("start_time").asText());
    long minutes = 0;
    for (ObjectNode one : people) {
      Instant joined = Instant.parse(one.path("join_time").asText());
      Instant left = TimeZones.instant(one.path("leave_time").asText());
      Instant leaves = left == null || left.isAfter(end) ? end : left;
      long seconds = Math.max(Duration.between(joined, leaves).toSeconds(), 0);
      one.put("leave_time", joined.plusSeconds(seconds).toString()).put("duration", seconds);
      minutes += minutes(seconds);
    }
    SurveyAnswers.sum(facts, people);
    long seconds = Duration.between(start, end).toSeconds();
    int total = (int) minutes;
    facts.put("end_time", end.toString()).put("leave_time", end.toString());
    facts.put("duration", (int) minutes(seconds));
    Stream.of("total_minutes", "total_participant_minutes").forEach(name -> facts.put(name, total));
    facts.put(
        CLOCK,
        seconds < SECONDS_A_MINUTE * SECONDS_A_MINUTE
            ? "%02d:%02d".formatted(seconds / 60, seconds % 60)
            : "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60));
  }

  static long minutes(long seconds) {
    return (seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE;
  }

  /**
   * The facts of somebody who is there.
   *
   * @param user null for a guest
   */
  static ObjectNode person(
      Attendee attendee,
      @Nullable Resource user,
      Resource session,
      String uuid,
      Instant start,
      ValueGenerator generator) {
    ObjectNode person = Json.object();
    String email = attendee.email();
    if (user != null) {
      person.put("id", user.key()).put("participant_user_id", user.key());
      email = email.isEmpty() ? user.data().path("email").asText() : email;
    }
    String name = attendee.name().isEmpty() ? name(user) : attendee.name();
    person.put("name", name).put("user_name", name).put("user_email", email);
    if (!email.isEmpty()) {
      person.put("email", email);
    }
    Resource registrant = registrant(session, email);
    if (registrant != null) {
      person.put("registrant_id", registrant.key());
    }
    person.set("user_id", generator.id(PERSON));
    person.set("participant_uuid", generator.id(PERSON_UUID));
    Instant joins = start.plus(attendee.joinsAfter());
    person.put("join_time", joins.toString());
    if (attendee.staysFor() != null) {
      person.put("leave_time", joins.plus(attendee.staysFor()).toString());
    }
    if (!attendee.device().isEmpty()) {
      person.put("device", attendee.device());
    }
    if (!attendee.phone().isEmpty()) {
      person
          .putArray("audio_call")
          .addObject()
          .put("call_type", "call-in")
          .put("call_number", attendee.phone());
    }
    boolean isHost = user != null && user == session.owner();
    person.put("role", isHost ? "host" : "attendee").put("status", "in_meeting");
    person.put("internal_user", user != null).put("failover", false).put("attentiveness_score", "");
    person.put("audio_quality", "good").put("video_quality", "good").put("health", "Good");
    person.putArray("issue_list");
    for (String never : "share_application share_desktop share_whiteboard recording".split(" ")) {
      person.put(never, false);
    }
    SessionDeeds.add(person, attendee, session, generator);
    SurveyAnswers.add(person, attendee, session, generator);
    return person.put(SESSION_UUID, uuid);
  }

  /** The registrant of an address; null where nobody of that address has registered. */
  private static @Nullable Resource registrant(Resource session, String email) {
    return email.isEmpty() ? null : session.find("registrants", email);
  }

  private static boolean isOn(JsonNode person, String device) {
    return person.path("device").asText().equals(device);
  }

  private static boolean called(JsonNode person) {
    return isOn(person, "Phone");
  }

  private static JsonNode host(Resource session) {
    Resource owner = session.owner();
    return owner == null ? Json.object() : owner.data();
  }

  /** The name of a user, or the e-mail address where none is known; empty for nobody. */
  static String name(@Nullable Resource user) {
    String name = user == null ? "" : user.fullName();
    return name != null ? name : user == null ? "" : user.data().path("email").asText();
  }

  private static void copy(ObjectNode to, String name, JsonNode from, String other) {
    if (from.has(other)) {
      to.set(name, from.get(other));
    }
  }
}
