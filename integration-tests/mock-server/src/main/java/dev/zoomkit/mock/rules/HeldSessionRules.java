package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceLocation.Step;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that run or were held: which instance a call is about, what is told of it, and what only
 * a running session takes. Of the sessions that the description's examples tell of, no more is
 * known than they have; they may be running as well.
 */
final class HeldSessionRules implements Rule {
  private static final String METRICS = "metrics/";
  private static final String PAST = "past_";
  private static final String LIVE = "live_";

  /** What is not told of an instance by its facts. */
  private static final Pattern OF_THEIR_OWN = Pattern.compile(">(instances|archive_files)$");

  private static final Pattern TOO_OLD = Pattern.compile("ended more than a year ago");
  private static final Pattern NOT_STARTED = Pattern.compile("^The meeting has not started");
  private static final Pattern NOT_OVER = Pattern.compile("^The session is not over yet");
  private static final String ABSENTEES = "absentees";

  private final ResourceStore store;
  private final HeldSessions sessions;

  HeldSessionRules(ResourceStore store, HeldSessions sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  @Override
  public void check(ResolvedCall call) {
    Resource session = call.session();
    if (session == null) {
      return;
    }
    JsonNode told = isOfHeld(call) ? asked(call, session) : null;
    call.errors()
        .refuse(
            TOO_OLD,
            words -> told != null && sessions.endedOverAYearAgo(told),
            "It has ended more than a year ago.");
    call.errors()
        .own()
        .refuse(
            NOT_STARTED,
            words -> call.body().path("action").asText().equals("start") && !runs(session),
            "It does not run.");
    call.errors()
        .own()
        .refuse(NOT_OVER, words -> HeldSessions.running(session) != null, "It runs.");
    boolean runs = !ends(call) || sessions.mayHaveBegun(call.account(), session);
    boolean isControlledLive = place(call).startsWith(LIVE);
    boolean isUnknown =
        isOfHeld(call)
            && told == null
            && !HeldSessions.isOfExamples(session)
            && call.members().stream().allMatch(row -> row.data().has(SessionFacts.SESSION_UUID));
    if (!runs || isControlledLive && !runs(session) || isUnknown) {
      ResourceType type = session.type();
      throw NotFoundErrors.notFound(
          call.operation(), type == null ? "" : type.stem(), session.key());
    }
  }

  /** Whether a session runs, or is one of those that the examples tell of and so may run. */
  private static boolean runs(Resource session) {
    return HeldSessions.running(session) != null || HeldSessions.isOfExamples(session);
  }

  /** What is deleted while it runs ends before. */
  @Override
  public boolean carriesOut(ResolvedCall call) {
    if (call.deletesItem() && call.query("occurrence_id").isMissingNode()) {
      Resource gone = call.subject();
      List<Resource> sessions =
          gone.isSession() ? List.of(gone) : List.copyOf(call.account().ownedBy(gone));
      sessions.forEach(one -> endIfItRuns(call.account(), one));
    }
    return false;
  }

  private void endIfItRuns(Resource account, Resource session) {
    if (HeldSessions.running(session) != null) {
      sessions.endNow(account, session);
    }
  }

  private static boolean ends(ResolvedCall call) {
    return call.subject().isSession()
        && call.location().subresource().equals("status")
        && call.body().path("action").asText().equals("end");
  }

  @Override
  public void after(ResolvedCall call) {
    if (ends(call)) {
      sessions.endNow(call.account(), call.subject());
    }
  }

  /** Whether a response tells of one instance of a session, or of those who were there. */
  private static boolean isOfHeld(ResolvedCall call) {
    List<Step> steps = call.location().steps();
    String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1).type().name();
    return call.session() != null
        && call.operation().method().equals("GET")
        && Stream.of(place(call), last)
            .anyMatch(
                one ->
                    one.startsWith(METRICS)
                        || one.startsWith("report/")
                        || one.startsWith(PAST) && !OF_THEIR_OWN.matcher(one).find());
  }

  /** The name of what a call reads or writes, a collection or something by itself. */
  private static String place(ResolvedCall call) {
    ResourceType type = call.location().type();
    return type == null ? call.location().subresource() : type.name();
  }

  /** The facts of the instance that a call names, by UUID or as the last; null where none is. */
  private static @Nullable JsonNode asked(ResolvedCall call, Resource session) {
    String name = name(call, session);
    ObjectNode running = HeldSessions.running(session);
    if (wanted(call).equals("live")) {
      boolean named =
          running != null
              && (name.equals(session.key()) || running.path("uuid").asText().equals(name));
      return named ? running : null;
    }
    List<Resource> held = HeldSessions.held(session);
    return held.stream()
        .filter(one -> one.key().equals(name))
        .findFirst()
        .or(
            () ->
                held.isEmpty() || !name.equals(session.key())
                    ? Optional.empty()
                    : Optional.of(held.get(held.size() - 1)))
        .map(Resource::data)
        .orElse(null);
  }

  /** The id or UUID by which a call names a session. */
  static String name(ResolvedCall call, Resource session) {
    return call.location().steps().stream()
        .map(step -> String.valueOf(call.call().path(step.parameter())))
        .findFirst()
        .orElse(session.key());
  }

  /**
   * The one of a collection's rows that is of the instance that a call names, by a number the last.
   *
   * @param fields the row's fields that may bear the session's id or UUID
   * @return null where none is
   */
  static @Nullable Resource row(
      ResolvedCall call, Resource session, String collection, String... fields) {
    String name = name(call, session);
    return call.account().collection(collection).stream()
        .filter(
            one ->
                Stream.of(fields).anyMatch(field -> one.data().path(field).asText().equals(name)))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Which sessions a call is for, {@code past}, {@code live} and the like; else empty. */
  private static String wanted(ResolvedCall call) {
    Parameter type = call.operation().queryParameter("type");
    JsonNode byDefault = type == null ? null : type.schema().defaultValue();
    return call.query("type").asText(byDefault == null ? "" : byDefault.asText());
  }

  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    Resource session = call.session();
    ResourceType type = call.location().type();
    if (type == null || !call.operation().method().equals("GET")) {
      return List.of();
    }
    if (session != null) {
      return isOfHeld(call) ? List.of(ofInstance(call, session, type)) : List.of();
    }
    String wanted = wanted(call);
    List<Predicate<Resource>> selections = new ArrayList<>();
    if (call.location().role() == Role.OWNED && wanted.equals("live")) {
      selections.add(one -> HeldSessions.running(one) != null);
    }
    if (type.properties().containsKey("uuid") && type.name().startsWith(METRICS)) {
      selections.add(one -> wanted.equals("live") != one.data().has("end_time"));
    }
    JsonNode asked = call.query("group_id");
    List<String> groups = asked.isTextual() ? List.of(asked.asText()) : Json.texts(asked);
    boolean ofBothKinds = SessionRows.isOfBothKinds(type);
    if ((type.name().startsWith(METRICS) || ofBothKinds) && !groups.isEmpty()) {
      selections.add(one -> isHostOf(call.account(), one, groups));
    }
    String kind = call.query("meeting_type").asText("all");
    if (ofBothKinds && !kind.equals("all")) {
      selections.add(one -> one.data().path("type").asText().equalsIgnoreCase(kind));
    }
    if (wanted.equals("pastOne")) {
      selections.add(
          one ->
              one.data().path("participants_count").asInt(one.data().path("participants").asInt())
                  == 1);
    }
    return selections;
  }

  /** Whether the host of a session is in one of some groups. */
  private boolean isHostOf(Resource account, Resource session, List<String> groups) {
    JsonNode row = session.data();
    Resource host = store.user(account, row.path("email").asText(row.path("host_email").asText()));
    return host != null && !Collections.disjoint(Json.texts(host.data().path("group_ids")), groups);
  }

  private static Predicate<Resource> ofInstance(
      ResolvedCall call, Resource session, ResourceType type) {
    JsonNode asked = asked(call, session);
    String uuid = asked == null ? "" : asked.path("uuid").asText();
    boolean ofAll = isOfAllInstances(call, session, type);
    return row -> ofAll || row.data().path(SessionFacts.SESSION_UUID).asText().equals(uuid);
  }

  /** Whether rows are those of a whole series, as the absentees are by its number. */
  private static boolean isOfAllInstances(ResolvedCall call, Resource session, ResourceType type) {
    return type.word().equals(ABSENTEES) && name(call, session).equals(session.key());
  }

  /** A user's report also has those sessions of others that the user joined. */
  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    ResourceType type = call.location().type();
    if (type == null) {
      return kept;
    }
    Resource session = call.session();
    if (session != null && isOfHeld(call) && isOfAllInstances(call, session, type)) {
      Set<String> seen = new HashSet<>();
      return kept.stream().filter(one -> seen.add(one.key())).toList();
    }
    if (!wanted(call).equals("pastJoined")) {
      return kept;
    }
    Set<Resource> own = new HashSet<>(kept);
    return call.account().collection("users").stream()
        .flatMap(user -> user.collection(type.name()).stream())
        .filter(
            row ->
                Json.texts(row.data().path(SessionFacts.USERS)).contains(call.subject().key())
                    || own.contains(row) && !row.data().has(SessionFacts.SESSION_UUID))
        .toList();
  }

  /** What a response tells of the one instance that it is about. */
  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    Resource session = call.session();
    Content response = call.operation().response();
    if (session == null || response == null || !isOfHeld(call)) {
      return null;
    }
    JsonNode asked = asked(call, session);
    if (asked == null) {
      return null;
    }
    ObjectNode facts = asked.deepCopy();
    SessionDeeds.choose(facts, call.location().subresource());
    MergedSchema duration = response.schema().property("duration");
    if (duration != null && duration.type().equals("string") && facts.has(SessionFacts.CLOCK)) {
      facts.set("duration", facts.get(SessionFacts.CLOCK));
    }
    return call.subject() == session ? facts : facts.setAll(person(call, session, facts));
  }

  /** What is known of the transmission to one who was there. */
  private static ObjectNode person(ResolvedCall call, Resource session, ObjectNode facts) {
    Resource named = call.subject();
    ResourceType type = named.type();
    String rows = type + "/" + call.location().subresource();
    String collection = rows.substring(rows.indexOf("/*/") + "/*/".length());
    return session.collection(collection).stream()
        .filter(
            row ->
                row.data().path(SessionFacts.SESSION_UUID).equals(facts.get("uuid"))
                    && (row.key().equals(named.key())
                        || named.data().has("id")
                            && named.data().get("id").equals(row.data().get("id"))))
        .findFirst()
        .map(row -> (ObjectNode) row.data())
        .orElseThrow(() -> NotFoundErrors.notFound(call.operation(), "participant", named.key()));
  }
}
