package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The refusals that depend on what became of a meeting or webinar; see {@link Rules}. */
final class SessionRules {
  private static final Pattern NO_REGISTRATION =
      Pattern.compile("not ask for registration|takes no registrations");
  private static final Pattern NO_RECORDING_REGISTRATION =
      Pattern.compile("nobody can register for it");
  private static final Pattern IS_HOST = Pattern.compile("host of the webinar cannot register");
  private static final Pattern IS_INVITED = Pattern.compile("^The person is already invited");
  private static final Pattern NO_SEAT = Pattern.compile("no seat left|no more");
  private static final Pattern IS_OVER = Pattern.compile("is over");
  private static final Pattern PERSONAL = Pattern.compile("number is the host's personal one");
  private static final Pattern NO_STREAM = Pattern.compile("No custom stream is configured");
  private static final Pattern NO_FIXED_TIME =
      Pattern.compile("simulive webinar needs a fixed time");
  private static final Pattern UNKNOWN_HOST = Pattern.compile("user of `schedule_for` is unknown");
  private static final int REGISTRATION_OFF = 2;
  private static final int WEBINAR_WITHOUT_FIXED_TIME = 6;
  private static final Set<String> SESSIONS = Set.of("webinars", "meetings");

  private final ResourceStore store;

  SessionRules(ResourceStore store) {
    this.store = store;
  }

  /**
   * Holds a call against the rules of sessions that its operation states.
   *
   * @param given what the call says of each thing that it creates or changes
   * @throws ErrorResponseException if it breaks one
   */
  void hold(DocumentedErrors errors, ResolvedCall resolved, List<JsonNode> given) {
    Resource account = resolved.chain().get(0);
    ObjectNode body = resolved.call().body();
    String host = body.path("schedule_for").asText();
    errors.refuse(
        UNKNOWN_HOST,
        words -> !host.isEmpty() && store.user(account, host) == null,
        "There is no user " + host + " to host it.");
    errors.refuse(
        NO_FIXED_TIME,
        words ->
            body.path("is_simulive").asBoolean()
                && body.path("type").asInt() == WEBINAR_WITHOUT_FIXED_TIME,
        "It has no fixed time.");
    resolved.chain().stream()
        .filter(thing -> SESSIONS.stream().anyMatch(thing::isOf))
        .findFirst()
        .ifPresent(session -> holdTo(session, errors, resolved, given));
  }

  private void holdTo(
      Resource session, DocumentedErrors errors, ResolvedCall resolved, List<JsonNode> given) {
    JsonNode settings = session.data().path("settings");
    ObjectNode recordings = session.documents().getOrDefault("recordings/settings", Json.object());
    errors.refuse(IS_OVER, words -> isOver(session), "It has ended.");
    errors.refuse(NO_REGISTRATION, words -> isOff(settings), "Its approval_type is 2.");
    errors.refuse(
        NO_RECORDING_REGISTRATION,
        words -> isOff(recordings),
        "The approval_type of its recordings is 2.");
    for (JsonNode one : given) {
      String address = one.path("email").asText();
      errors.refuse(IS_HOST, words -> has(session.owner(), address), address + " is the host.");
      errors.refuse(
          IS_INVITED,
          words ->
              session.collection("panelists").stream().anyMatch(panelist -> has(panelist, address)),
          address + " is a panelist.");
    }
    errors.refuse(
        NO_SEAT, words -> isFull(session, resolved, given.size()), "All seats are taken.");
    errors.refuse(
        PERSONAL,
        words -> store.isPersonal(resolved.chain().get(0), session.key()),
        "It is a PMI.");
    errors.refuse(
        NO_STREAM,
        words ->
            resolved.call().body().path("action").asText().equals("start")
                && !session.documents().containsKey("livestream"),
        "It has no livestream; `updateWebinarLivestream` gives it one.");
  }

  private static boolean isOff(JsonNode settings) {
    return settings.path("approval_type").asInt() == REGISTRATION_OFF;
  }

  /** Whether it took place and is no series. */
  private static boolean isOver(Resource session) {
    return !session.aliases().isEmpty() && !session.data().has("recurrence");
  }

  private static boolean has(@Nullable Resource person, String address) {
    return person != null && person.data().path("email").asText().equalsIgnoreCase(address);
  }

  /** Whether more people would register than the host lets. */
  private static boolean isFull(Resource session, ResolvedCall resolved, int more) {
    int seats = session.data().path("settings").path("registrants_restrict_number").asInt();
    long seated =
        session.collection("registrants").stream()
            .filter(registrant -> !registrant.data().path("status").asText().equals("denied"))
            .count();
    boolean creates = resolved.call().operation().method().equals("POST");
    return creates && seats > 0 && seated + more > seats;
  }
}
