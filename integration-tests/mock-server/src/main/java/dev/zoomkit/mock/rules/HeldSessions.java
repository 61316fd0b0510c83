package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.Attendee;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Product;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.MergedSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds meetings and webinars: begins them, lets them run, and ends them. */
final class HeldSessions {
  private static final String RUNNING = "running";
  private static final String PEOPLE = "people";
  private static final long USUAL_MINUTES = 60;

  private final ResourceStore store;
  private final ValueGenerator generator;
  private final HeldProducts products;

  HeldSessions(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
    this.products = new HeldProducts(store, generator);
  }

  /**
   * Holds a session from its beginning to its end.
   *
   * @return the UUID of the instance
   */
  String hold(Occasion occasion) {
    Resource account = account(occasion);
    Resource session = session(account, occasion);
    Duration length = occasion.length() == null ? scheduledLength(session) : occasion.length();
    Instant start = start(session, occasion, length);
    Instant end = start.plus(length).truncatedTo(ChronoUnit.SECONDS);
    if (end.isAfter(now())) {
      throw new IllegalArgumentException(
          "A session that was held is over at the mock's present, "
              + now()
              + ", and would end at "
              + end
              + "; let it start earlier or last less, or begin it.");
    }
    begin(account, session, occasion, start, end);
    return end(account, session, end);
  }

  /**
   * Begins a session, which runs until it is ended.
   *
   * @return the UUID of the instance
   */
  String begin(Occasion occasion) {
    Resource account = account(occasion);
    Resource session = session(account, occasion);
    return begin(account, session, occasion, start(session, occasion, Duration.ZERO), Instant.MAX);
  }

  private Resource account(Occasion occasion) {
    Resource account = store.account(occasion.accountId());
    if (account == null) {
      throw new IllegalArgumentException(
          "There is no account \"" + occasion.accountId() + "\"; createSubAccount adds one.");
    }
    return account;
  }

  private Resource session(Resource account, Occasion occasion) {
    Resource session =
        Stream.of("meetings", "webinars")
            .map(name -> account.withKey(name, occasion.sessionId()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (session == null) {
      throw new IllegalArgumentException(
          "There is no meeting or webinar "
              + occasion.sessionId()
              + " in the account "
              + account.key()
              + "; seed adds one by createMeeting or createWebinar, and returns its id.");
    }
    if (running(session) != null) {
      throw new IllegalArgumentException(
          "The session " + session.key() + " is running; it is ended before it is held again.");
    }
    return session;
  }

  private Instant now() {
    return generator.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * The first scheduled start that was not kept yet and from which on a session of a length is over
   * by now, else the one with which it ends now.
   */
  private Instant start(Resource session, Occasion occasion, Duration length) {
    Instant last = now().minus(length).truncatedTo(ChronoUnit.SECONDS);
    if (occasion.start() != null) {
      return occasion.start().truncatedTo(ChronoUnit.SECONDS);
    }
    List<Instant> scheduled = new ArrayList<>();
    for (JsonNode occurrence : session.data().path("occurrences")) {
      if (Occurrences.isOn(occurrence)) {
        scheduled.add(TimeZones.instant(occurrence.path("start_time").asText()));
      }
    }
    if (!session.data().has("occurrences")) {
      scheduled.add(TimeZones.instant(session.data().path("start_time").asText()));
    }
    List<String> kept =
        held(session).stream().map(one -> one.data().path("start_time").asText()).toList();
    return scheduled.stream()
        .filter(time -> time != null && !time.isAfter(last) && !kept.contains(time.toString()))
        .findFirst()
        .orElse(last);
  }

  static Duration scheduledLength(Resource session) {
    return Duration.ofMinutes(session.data().path("duration").asLong(USUAL_MINUTES));
  }

  private String begin(
      Resource account, Resource session, Occasion occasion, Instant start, Instant end) {
    List<Attendee> attendees =
        occasion.attendees().isEmpty() ? List.of(Attendee.HOST) : occasion.attendees();
    List<Resource> users =
        attendees.stream().map(attendee -> user(account, session, attendee)).toList();
    attendees.forEach(attendee -> check(attendee, session, start, end));
    String uuid = uuid(session, occasion.slashed());
    List<ObjectNode> people = new ArrayList<>();
    for (int i = 0; i < attendees.size(); i++) {
      Resource user = users.get(i) == account ? null : users.get(i);
      people.add(SessionFacts.person(attendees.get(i), user, session, uuid, start, generator));
    }
    Set<Product> made = HeldProducts.of(occasion, session);
    ObjectNode facts = SessionFacts.begun(account, session, uuid, start, people, made);
    ObjectNode running = facts.deepCopy();
    running.putArray(PEOPLE).addAll(people);
    session.documents().put(RUNNING, running);
    session.change(data -> data.put("status", "started"));
    SessionRows.add(store.model(), account, session, facts, people, false);
    return uuid;
  }

  /** The user whom an attendee is; the account for a guest. */
  private Resource user(Resource account, Resource session, Attendee attendee) {
    if (attendee.host()) {
      return session.owner() == null ? account : session.owner();
    }
    Resource user = attendee.user().isEmpty() ? account : store.user(account, attendee.user());
    if (user == null) {
      throw new IllegalArgumentException(
          "There is no user \""
              + attendee.user()
              + "\" in the account "
              + account.key()
              + "; somebody else is a Participant.guest.");
    }
    return user;
  }

  private void check(Attendee attendee, Resource session, Instant start, Instant end) {
    Instant joins = start.plus(attendee.joinsAfter());
    Instant leaves = attendee.staysFor() == null ? end : joins.plus(attendee.staysFor());
    if (joins.isAfter(end) || leaves.isAfter(end)) {
      throw new IllegalArgumentException(
          "A participant of the session "
              + session.key()
              + " joins and leaves within the "
              + Duration.between(start, end)
              + " that it lasts, not from "
              + attendee.joinsAfter()
              + " to "
              + Duration.between(start, leaves)
              + ".");
    }
    Instant shares = joins.plus(attendee.deeds().shared());
    if (shares.isAfter(leaves)) {
      throw new IllegalArgumentException(
          "A participant of the session "
              + session.key()
              + " shares the screen while being there, and not for "
              + attendee.deeds().shared()
              + ".");
    }
    if (!attendee.email().isEmpty()) {
      store.requireAddress(attendee.email());
    }
    SurveyAnswers.check(attendee, session);
    for (ResourceType type : store.model().types()) {
      MergedSchema device =
          SessionRows.isOfPeople(type, session) ? type.properties().get("device") : null;
      if (device != null
          && !attendee.device().isEmpty()
          && !device.values().contains(attendee.device())) {
        throw new IllegalArgumentException(
            "A device is one of " + device.values() + ", not \"" + attendee.device() + "\".");
      }
    }
  }

  /** The session's UUID, unless an earlier instance has it. */
  private String uuid(Resource session, boolean slashed) {
    String uuid = session.data().path("uuid").asText();
    if (!slashed && !session.aliases().contains(uuid)) {
      return uuid;
    }
    String plain = newUuid(session).asText();
    String other = slashed ? "/" + plain.charAt(1) + "//" + plain.substring(4) : plain;
    session.change(data -> data.put("uuid", other));
    return other;
  }

  /** One without slashes, even if the former had some. */
  private JsonNode newUuid(Resource session) {
    return generator.id(TextNode.valueOf(session.data().path("uuid").asText().replace('/', 'a')));
  }

  /**
   * Ends a session that runs; one that was to begin later ends as it begins.
   *
   * @return the UUID of the instance
   */
  String end(Resource account, Resource session, Instant asked) {
    ObjectNode facts = session.documents().remove(RUNNING);
    Instant start = Instant.parse(facts.path("start_time").asText());
    Instant end = asked.isBefore(start) ? start : asked;
    List<ObjectNode> people = new ArrayList<>();
    facts.remove(PEOPLE).forEach(one -> people.add((ObjectNode) one));
    String uuid = facts.path("uuid").asText();
    SessionRows.remove(store.model(), account, session, uuid);
    people.removeIf(one -> Instant.parse(one.path("join_time").asText()).isAfter(end));
    SessionFacts.end(facts, people, end);
    SessionRows.add(store.model(), account, session, facts, people, true);
    products.add(account, session, facts, people);
    session.alsoKnownAs(uuid);
    JsonNode next = newUuid(session);
    session.change(data -> data.put("status", "waiting").set("uuid", next));
    return uuid;
  }

  /** What is known of a session while it runs; null where it does not. */
  static @Nullable ObjectNode running(Resource session) {
    return session.documents().get(RUNNING);
  }

  /** The instances of a session that are over and of which everything is known, oldest first. */
  static List<Resource> held(Resource session) {
    return instances(session).filter(one -> one.data().has("end_time")).toList();
  }

  /** Whether Zoom keeps no details of an instance any more; never of one that runs. */
  boolean endedOverAYearAgo(JsonNode instance) {
    Instant end = TimeZones.instant(instance.path("end_time").asText());
    return end != null
        && end.atOffset(ZoneOffset.UTC).plusYears(1).toInstant().isBefore(generator.instant());
  }

  /** Whether a session has instances of which only the description's examples tell. */
  static boolean isOfExamples(Resource session) {
    return instances(session).anyMatch(one -> !one.data().has("end_time"));
  }

  private static Stream<Resource> instances(Resource session) {
    return session.collection("past_" + session.type() + ">instances").stream();
  }

  /**
   * Lets a session run that nobody has told of its beginning: since its scheduled start, as far as
   * it could last that long, with the host alone.
   *
   * @return whether it may have begun
   */
  boolean mayHaveBegun(Resource account, Resource session) {
    if (running(session) != null) {
      return true;
    }
    Instant now = now();
    Instant scheduled = TimeZones.instant(session.data().path("start_time").asText());
    boolean over = !held(session).isEmpty() && !Occurrences.recurs(session);
    if (over || scheduled != null && scheduled.isAfter(now)) {
      return isOfExamples(session) && !over;
    }
    return true;
  }

  /** Ends a session now, for which it may have run unnoticed. */
  void endNow(Resource account, Resource session) {
    Instant now = now();
    if (running(session) == null) {
      Instant scheduled = TimeZones.instant(session.data().path("start_time").asText());
      Instant earliest = now.minus(scheduledLength(session));
      Instant start =
          scheduled == null || scheduled.isAfter(now)
              ? now
              : scheduled.isBefore(earliest) ? earliest : scheduled;
      Occasion alone = new Occasion(null, session.key(), start, null, Set.of(), false, List.of());
      begin(account, session, alone, start, now);
    }
    end(account, session, now);
  }
}
