package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Meetings and webinars: hosts, series, and what they are once they have ended. */
final class SessionRules implements Rule {
  private static final Pattern UNKNOWN_HOST = Pattern.compile("user of `schedule_for` is unknown");
  private static final Pattern NO_FIXED_TIME =
      Pattern.compile("simulive webinar needs a fixed time");
  private static final Pattern IS_OVER = Pattern.compile("is over");
  private static final Pattern RECURS = Pattern.compile("(meeting|webinar) is a recurring one");
  private static final Pattern PERSONAL = Pattern.compile("number is the host's personal one");
  private static final Pattern NO_STREAM = Pattern.compile("No custom stream is configured");
  private static final int WEBINAR_WITHOUT_FIXED_TIME = 6;
  private static final Pattern MAY_NOT_HOST =
      Pattern.compile("is not allowed to host or schedule meetings");
  private static final Pattern NO_WEBINARS = Pattern.compile("or the host the webinar plan");
  private static final String HOST = "schedule_for";
  private static final String OCCURRENCES = "occurrences";
  private static final Set<String> SCHEDULE =
      Set.of("recurrence", "start_time", TimeZones.NAME, "duration", "type");

  private final ResourceStore store;
  private final ValueGenerator generator;

  SessionRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  @Override
  public void check(ResolvedCall call) {
    ObjectNode body = call.body();
    String named = body.path(HOST).asText();
    Resource host = host(call);
    call.errors()
        .refuse(
            UNKNOWN_HOST,
            words -> !named.isEmpty() && host == null,
            "There is no user " + named + " to host it.");
    call.errors()
        .own()
        .refuse(MAY_NOT_HOST, words -> host != null && isInactive(host), "The user is inactive.");
    call.errors()
        .own()
        .refuse(
            NO_WEBINARS,
            words -> host != null && (isInactive(host) || UserRules.isBasic(host)),
            "The user is inactive, or has a basic licence.");
    call.errors()
        .refuse(
            NO_FIXED_TIME,
            words ->
                body.path("is_simulive").asBoolean()
                    && body.path("type").asInt() == WEBINAR_WITHOUT_FIXED_TIME,
            "It has no fixed time.");
    Resource session = call.session();
    if (session != null) {
      check(call, session);
    }
  }

  /** Whether a call schedules new meetings or webinars. */
  static boolean makesSessions(ResolvedCall call) {
    ResourceType type = call.creates() ? call.location().type() : null;
    return type != null && (type.name().equals("meetings") || type.name().equals("webinars"));
  }

  /** The user whom a call makes the host of a session; null where it makes nobody. */
  private @Nullable Resource host(ResolvedCall call) {
    String named = call.body().path(HOST).asText();
    if (named.isEmpty()) {
      return makesSessions(call) ? call.subject() : null;
    }
    return store.user(call.account(), named);
  }

  private static boolean isInactive(Resource user) {
    return user.data().path("status").asText().equals("inactive");
  }

  /** A series; one of webinars takes batches where people register once and for all. */
  private static boolean refusesBatches(Resource session) {
    JsonNode type = session.data().path("settings").path("registration_type");
    return session.data().has("recurrence") && (!session.isIn("webinars") || type.asInt(1) != 1);
  }

  private void check(ResolvedCall call, Resource session) {
    call.errors().own().refuse(IS_OVER, words -> isOver(session), "It has ended.");
    call.errors()
        .own()
        .refuse(
            RECURS,
            words -> refusesBatches(session) && !store.isOfExamples(session),
            "It has a recurrence.");
    call.errors()
        .refuse(PERSONAL, words -> store.isPersonal(call.account(), session.key()), "It is a PMI.");
    call.errors()
        .refuse(
            NO_STREAM,
            words ->
                call.body().path("action").asText().equals("start")
                    && !session.documents().containsKey("livestream"),
            "It has no livestream; `updateWebinarLivestream` gives it one.");
  }

  /** The files of a message in a chat may go without the message. */
  @Override
  public boolean carriesOut(ResolvedCall call) {
    return call.subject().isIn("messages") && call.query("file_ids").size() > 0;
  }

  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    String wanted = call.query("type").asText();
    boolean upcoming = wanted.startsWith("upcoming");
    return upcoming || wanted.startsWith("previous")
        ? List.of(resource -> isOn(resource, upcoming))
        : List.of();
  }

  /** Whether a session has been held and is not to be held again. */
  static boolean isOver(Resource session) {
    return !session.aliases().isEmpty() && !Occurrences.recurs(session);
  }

  /** Whether a session is yet to come, or else whether it has been; anything else is always. */
  private boolean isOn(Resource resource, boolean upcoming) {
    Instant start = TimeZones.instant(resource.data().path("start_time").asText());
    return start == null
        || !resource.isSession()
        || (isOver(resource) || start.isBefore(generator.instant())) != upcoming;
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    if (!resource.isSession()) {
      return;
    }
    Resource host = call.body().has(HOST) ? host(call) : null;
    if (host != null) {
      resource.handOver(host);
      resource.change(data -> isHostedBy(host, data));
    }
    JsonNode known = resource.data();
    JsonNode rule = call.body().path("recurrence");
    if (rule.isObject()) {
      resource.change(data -> data.set("recurrence", rule.deepCopy()));
    }
    if (known.path(TimeZones.NAME).asText().isBlank()) {
      resource.change(data -> takeTheZoneOfTheHost(data, resource.owner()));
    }
    if (schedules(call) || !known.has("recurrence")) {
      ArrayNode occurrences = Occurrences.of(known, resource.zone(known.path(TimeZones.NAME)));
      if (known.has(OCCURRENCES) || !occurrences.isEmpty()) {
        resource.change(data -> Json.setOrRemove(data, OCCURRENCES, occurrences));
      }
    }
  }

  /** Whether a call says anything of when a session takes place. */
  static boolean schedules(ResolvedCall call) {
    for (String name : SCHEDULE) {
      if (call.body().has(name)) {
        return true;
      }
    }
    return false;
  }

  private static void isHostedBy(Resource host, ObjectNode data) {
    data.put("host_id", host.key());
    Json.setOrRemove(data, "host_email", host.data().get("email"));
  }

  /** A deleted meeting is there again. */
  @Override
  public void after(ResolvedCall call) {
    if (call.recovers()) {
      call.subject().comeBack();
    }
  }

  private static void takeTheZoneOfTheHost(ObjectNode data, @Nullable Resource host) {
    JsonNode zone = host == null ? null : host.data().get(TimeZones.NAME);
    data.remove(TimeZones.NAME);
    if (zone != null) {
      data.set(TimeZones.NAME, zone);
    }
  }
}
