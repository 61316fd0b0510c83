package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registrants and panelists: who may register, and who waits for the host's approval. */
final class RegistrantRules implements Rule {
  private static final Pattern NO_REGISTRATION =
      Pattern.compile("not ask for registration|takes no registrations");
  private static final Pattern NO_RECORDING_REGISTRATION =
      Pattern.compile("nobody can register for it");
  private static final Pattern IS_HOST = Pattern.compile("host of the webinar cannot register");
  private static final Pattern IS_INVITED = Pattern.compile("^The person is already invited");
  private static final Pattern NO_SEAT = Pattern.compile("no seat left|no more");
  private static final int APPROVED_BY_HAND = 1;
  private static final int REGISTRATION_OFF = 2;
  private static final String REGISTRANTS = "registrants";
  private static final String OF_RECORDINGS = "recordings/registrants";
  private static final String QUESTIONS = "registrants/questions";
  private static final String CUSTOM = "custom_questions";
  private static final String REQUIRED = "required";
  private static final String OCCURRENCES = "occurrence_ids";
  private static final Map<String, String> ACTIONS =
      Map.of("approve", "approved", "deny", "denied", "cancel", "denied");

  private final ResourceStore store;

  RegistrantRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    Resource session = call.session();
    if (session == null) {
      return;
    }
    call.errors()
        .refuse(
            NO_REGISTRATION,
            words -> approval(session.data().path("settings")) == REGISTRATION_OFF,
            "Its settings have the approval_type 2, for no registration; 0 approves who registers,"
                + " 1 lets the host do so.");
    call.errors()
        .refuse(
            NO_RECORDING_REGISTRATION,
            words -> !isOnDemand(session),
            "In the settings of its recordings `on_demand` is off, or `approval_type` is 2, for no"
                + " registration; 0 approves who registers, 1 lets the host do so.");
    for (JsonNode one : call.given()) {
      String address = one.path("email").asText();
      call.errors()
          .refuse(IS_HOST, words -> has(session.owner(), address), address + " is the host.");
      call.errors()
          .refuse(
              IS_INVITED,
              words -> !address.isEmpty() && session.find("panelists", address) != null,
              address + " is a panelist.");
    }
    if (call.location().subresource().equals(QUESTIONS) && !store.isOfExamples(session)) {
      session.documents().computeIfAbsent(QUESTIONS, absent -> Json.object());
    }
    ResourceType people = call.creates() ? call.location().type() : null;
    if (people != null && people.word().equals(REGISTRANTS)) {
      if (people.name().equals(OF_RECORDINGS) && !isOnDemand(session)) {
        throw NotFoundErrors.notFound(call.operation(), "recording", session.key());
      }
      listOnce(call);
      call.given().forEach(one -> isTheSame(call, one));
      checkForm(call, session);
    }
    call.errors().refuse(NO_SEAT, words -> isFull(session, call), "All seats are taken.");
    ResourceType type = changedByStatus(call);
    for (String key : type == null ? List.<String>of() : named(call)) {
      if (call.subject().find(type, key) == null) {
        throw NotFoundErrors.notFound(call.operation(), "registrant", key);
      }
    }
  }

  /**
   * Holds a registration against what the session's form asks for, but for a form of which only the
   * examples tell; a batch has no place for it.
   */
  private void checkForm(ResolvedCall call, Resource session) {
    JsonNode settings = settings(call);
    if (settings.path("close_registration").asBoolean() && SessionRules.isOver(session)) {
      throw NotFoundErrors.notFound(call.operation(), session.type().stem(), session.key());
    }
    List<String> on = Occurrences.ids(session);
    for (String id : Json.texts(call.query(OCCURRENCES))) {
      if (!on.contains(id)) {
        throw ErrorResponseException.ofField(OCCURRENCES, "There is no occurrence " + id + ".");
      }
    }
    JsonNode form = session.documents().getOrDefault(formOf(call), Json.object());
    if (call.table() != null || form.equals(store.exampleOf(session, formOf(call)))) {
      return;
    }
    for (JsonNode question : form.path("questions")) {
      String name = question.path("field_name").asText();
      if (question.path(REQUIRED).asBoolean() && call.body().path(name).asText().isBlank()) {
        throw ErrorResponseException.ofField(name, "The registration form asks for it.");
      }
    }
    Set<String> answered = new HashSet<>();
    for (JsonNode answer : call.body().path(CUSTOM)) {
      if (!answer.path("value").asText().isBlank()) {
        answered.add(answer.path("title").asText());
      }
    }
    for (JsonNode question : form.path(CUSTOM)) {
      String title = question.path("title").asText();
      if (question.path(REQUIRED).asBoolean() && !answered.contains(title)) {
        throw ErrorResponseException.ofField(
            CUSTOM, "The registration form asks: \"" + title + "\"");
      }
    }
  }

  /** The document with the questions for the registrants that a call adds. */
  private static String formOf(ResolvedCall call) {
    return call.location().type().name() + "/questions";
  }

  /** Whom a call lists twice is meant once. */
  private static void listOnce(ResolvedCall call) {
    Set<String> listed = new HashSet<>();
    if (call.table() != null && call.body().get(call.table()) instanceof ArrayNode people) {
      people.removeIf(
          one -> {
            String address = one.path("email").asText().toLowerCase(Locale.ROOT);
            return !address.isEmpty() && !listed.add(address);
          });
    }
  }

  /** Who registers again is the same registrant. */
  private static void isTheSame(ResolvedCall call, JsonNode given) {
    ResourceType type = call.location().type();
    String address = given.path("email").asText();
    Resource there = type == null ? null : call.holder().find(type, address);
    if (there != null && given instanceof ObjectNode one) {
      one.set(type.keyName(), there.data().path(type.keyName()));
    }
  }

  /** Whether people can register for the recordings of a session. */
  private static boolean isOnDemand(Resource session) {
    JsonNode settings = ofRecordings(session);
    return settings.path("on_demand").asBoolean() && approval(settings) != REGISTRATION_OFF;
  }

  private static JsonNode ofRecordings(Resource session) {
    return session.documents().getOrDefault("recordings/settings", Json.object());
  }

  /** The settings that a registration is held to: those of the recordings, or of the session. */
  private static JsonNode settings(ResolvedCall call) {
    ResourceType type = call.location().type();
    return type != null && type.name().equals(OF_RECORDINGS)
        ? ofRecordings(call.subject())
        : call.subject().data().path("settings");
  }

  private static int approval(JsonNode settings) {
    return settings.path("approval_type").asInt();
  }

  private static boolean has(@Nullable Resource person, String address) {
    return person != null && person.data().path("email").asText().equalsIgnoreCase(address);
  }

  /** Whether more people would register than the host lets. */
  private static boolean isFull(Resource session, ResolvedCall call) {
    int seats = session.data().path("settings").path("registrants_restrict_number").asInt();
    if (!call.isPost() || seats == 0) {
      return false;
    }
    long seated =
        session.collection(REGISTRANTS).stream()
            .filter(registrant -> !registrant.data().path("status").asText().equals("denied"))
            .count();
    long again = call.given().stream().filter(one -> one.has("id")).count();
    return seated + call.given().size() - again > seats;
  }

  /**
   * A new registrant waits where the host approves each one, and is registered for the occurrences
   * the call names, or all.
   */
  @Override
  public void changed(ResolvedCall call, Resource registrant) {
    if (!call.isPost() || !registrant.isIn(REGISTRANTS)) {
      return;
    }
    JsonNode session = call.subject().data();
    boolean approved =
        approval(settings(call)) != APPROVED_BY_HAND
            || call.body().path("auto_approve").asBoolean();
    List<String> wanted = Json.texts(call.query(OCCURRENCES));
    ArrayNode occurrences = Json.array();
    for (JsonNode occurrence : session.path("occurrences")) {
      if (wanted.isEmpty() || wanted.contains(occurrence.path("occurrence_id").asText())) {
        occurrences.add(occurrence.deepCopy());
      }
    }
    registrant.change(
        data -> {
          data.put("status", approved ? "approved" : "pending");
          Json.setOrRemove(data, "occurrences", occurrences);
        });
  }

  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    String occurrence = call.query("occurrence_id").asText();
    String source = call.query("tracking_source_id").asText();
    List<Predicate<Resource>> selections = new ArrayList<>();
    if (!occurrence.isEmpty()) {
      selections.add(one -> !one.isIn(REGISTRANTS) || isRegisteredFor(occurrence, one));
    }
    if (!source.isEmpty()) {
      selections.add(one -> one.data().path("source_id").asText().equals(source));
    }
    return selections;
  }

  private static boolean isRegisteredFor(String occurrence, Resource registrant) {
    JsonNode occurrences = registrant.data().path("occurrences");
    return occurrences.isEmpty()
        || occurrences
            .valueStream()
            .anyMatch(one -> one.path("occurrence_id").asText().equals(occurrence));
  }

  @Override
  public void after(ResolvedCall call) {
    String status = ACTIONS.get(call.body().path("action").asText());
    ResourceType type = status == null ? null : changedByStatus(call);
    for (String key : type == null ? List.<String>of() : named(call)) {
      Resource registrant = call.subject().find(type, key);
      if (registrant != null) {
        registrant.change(data -> data.put("status", status));
      }
    }
  }

  /** The registrants whose status a call changes; null where it changes none. */
  private @Nullable ResourceType changedByStatus(ResolvedCall call) {
    String subresource = call.location().subresource();
    ResourceLocation registrants =
        subresource.endsWith("registrants/status")
            ? store
                .model()
                .subresource(call.location().parent(), subresource.replaceFirst("/status$", ""))
            : null;
    return registrants == null ? null : registrants.type();
  }

  private static List<String> named(ResolvedCall call) {
    return call.body().path("registrants").valueStream().map(MemberRules::name).toList();
  }
}
