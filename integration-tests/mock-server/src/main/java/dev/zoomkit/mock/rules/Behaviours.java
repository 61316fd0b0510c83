package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Errors;
import dev.zoomkit.mock.call.Refusal;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.sampledata.Fresh;
import dev.zoomkit.mock.store.Entity;
import dev.zoomkit.mock.store.Scene;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the description cannot tell: the few calls whose effect is more than creating, changing or
 * deleting the thing they name. Each is one small method; everything else is {@code Engine}'s.
 */
public final class Behaviours {
  private static final Set<String> SESSIONS = Set.of("webinars", "meetings");
  private static final Set<String> SCHEDULE =
      Set.of("recurrence", "start_time", TimeZones.NAME, "duration", "type");
  private static final Set<String> PEOPLE = Set.of("members", "admins", "assistants");
  private static final Map<String, String> REGISTRANT_ACTIONS =
      Map.of("approve", "approved", "deny", "denied", "cancel", "denied");
  private static final Map<String, String> USER_ACTIONS =
      Map.of("activate", "active", "deactivate", "inactive");

  private final Layout layout;
  private final Fresh fresh;

  public Behaviours(Layout layout, Fresh fresh) {
    this.layout = layout;
    this.fresh = fresh;
  }

  /** Whether a call may go on; refuses it where what its body names does not exist. */
  public void before(Scene scene) {
    templatesAreMadeOfSomething(scene);
    recordingsExistOrNot(scene);
    localTimesHaveAZone(scene);
  }

  /**
   * What a request says of a thing; of a member who is named by id or address alone, also what is
   * known of that user.
   */
  public JsonNode completed(Scene scene, Kind kind, JsonNode said) {
    Kind users = layout.kind("users");
    if (users == null || !PEOPLE.contains(kind.word())) {
      return said;
    }
    String named = said.path("id").asText(said.path("email").asText());
    Entity user = scene.chain().get(0).find(users, named);
    ObjectNode completed = Json.object();
    if (user != null) {
      for (String name : kind.properties().keySet()) {
        completed.set(name, user.data().path(name).isMissingNode() ? null : user.data().get(name));
      }
      completed.set("id", user.data().get("id"));
      completed.put("name", user.fullName());
    }
    said.properties().forEach(field -> completed.set(field.getKey(), field.getValue()));
    return completed;
  }

  /** What becomes of a thing that a call has created or changed. */
  public void touched(Scene scene, Entity touched) {
    newThingsAreEmpty(scene, touched);
    sessionsHaveATimeZone(touched);
    sessionsHaveOccurrences(scene, touched);
    accountsHaveAnOwner(scene, touched);
    newRegistrants(scene, touched);
    onlyOneIsTheDefault(scene, touched);
  }

  /** What a call does besides. */
  public void after(Scene scene) {
    registrantsAreApproved(scene);
    sessionsEnd(scene);
    usersAreActivated(scene);
    defaultsAreSet(scene);
  }

  /** Whether a list shows a member, as far as no property says so. */
  public boolean lists(Scene scene, Entity member) {
    Kind kind = member.kind();
    Instant start = TimeZones.instant(member.data().path("start_time").asText());
    if (kind == null || !SESSIONS.contains(kind.toString()) || start == null) {
      return true;
    }
    boolean past = start.isBefore(fresh.instant());
    String type = scene.call().query("type").asText();
    return type.startsWith("upcoming") ? !past : !type.startsWith("previous") || past;
  }

  /**
   * The occurrence that a call for a webinar or meeting is about; null where it is about the whole.
   *
   * @throws Refusal if there is no such occurrence
   */
  public @Nullable ObjectNode occurrence(Scene scene) {
    String wanted = scene.call().query("occurrence_id").asText();
    if (wanted.isEmpty() || SESSIONS.stream().noneMatch(scene.subject()::isOf)) {
      return null;
    }
    for (JsonNode occurrence : scene.subject().data().path("occurrences")) {
      if (occurrence.path("occurrence_id").asText().equals(wanted)) {
        return (ObjectNode) occurrence;
      }
    }
    throw Errors.notFound(scene.call().operation(), "occurrence", wanted);
  }

  private void templatesAreMadeOfSomething(Scene scene) {
    Kind kind = scene.place().kind();
    if (kind != null && kind.word().endsWith("_templates")) {
      String stem = kind.word().replace("_templates", "");
      JsonNode id = scene.call().body().path(stem + "_id");
      Kind sourceKind = layout.kind(stem + "s");
      if (id.isValueNode()
          && sourceKind != null
          && scene.chain().get(0).find(sourceKind, id.asText()) == null) {
        throw Errors.notFound(scene.call().operation(), stem, id.asText());
      }
    }
  }

  /**
   * The recordings of a meeting are one thing with files in it, and not a list that may be empty.
   */
  private static void recordingsExistOrNot(Scene scene) {
    Kind kind = scene.place().kind();
    boolean whole = scene.place().role() == Place.Role.COLLECTION && scene.members().isEmpty();
    if (whole && kind != null && kind.toString().equals("meetings/*/recordings")) {
      throw Errors.notFound(scene.call().operation(), "recording", scene.subject().key());
    }
  }

  /**
   * A local time that a call says is one of the time zone that it says, else of the one that the
   * thing has, else of its host's. From here on it is in UTC, as Zoom answers it.
   */
  private static void localTimesHaveAZone(Scene scene) {
    Content request = scene.call().operation().request();
    ObjectNode body = scene.call().body();
    if (request == null) {
      return;
    }
    for (String name : request.shape().names()) {
      Shape property = request.shape().property(name);
      JsonNode zone = property == null ? Json.object() : property.key(TimeZones.KEY);
      if (zone.isTextual() && body.path(name).isTextual()) {
        ZoneId here = zone(scene.subject(), body.path(zone.asText()));
        body.put(name, TimeZones.utc(body.get(name).asText(), here));
      }
    }
  }

  /** The time zone that a call says, else that of a user or session, else that of its host. */
  private static ZoneId zone(Entity entity, JsonNode said) {
    Entity host = entity.owner() == null ? entity : entity.owner();
    return TimeZones.first(
        said, entity.data().path(TimeZones.NAME), host.data().path(TimeZones.NAME));
  }

  /** A session without a time zone has its host's. */
  private static void sessionsHaveATimeZone(Entity touched) {
    if (SESSIONS.stream().anyMatch(touched::isOf)
        && touched.data().path(TimeZones.NAME).asText().isBlank()) {
      JsonNode hosts = touched.owner() == null ? null : touched.owner().data().get(TimeZones.NAME);
      touched.data().remove(TimeZones.NAME);
      if (hosts != null) {
        touched.data().set(TimeZones.NAME, hosts);
      }
    }
  }

  private static void newThingsAreEmpty(Scene scene, Entity touched) {
    if (scene.call().operation().method().equals("POST")) {
      for (var field : touched.data().properties()) {
        if (field.getKey().startsWith("total_") && field.getValue().isInt()) {
          touched.data().put(field.getKey(), 0);
        }
      }
    }
  }

  /** A series has its occurrences anew when it is scheduled, and only then. */
  private static void sessionsHaveOccurrences(Scene scene, Entity touched) {
    JsonNode said = scene.call().body();
    boolean scheduled = SCHEDULE.stream().anyMatch(said::has) || !touched.data().has("recurrence");
    if (scheduled && SESSIONS.stream().anyMatch(touched::isOf)) {
      ZoneId zone = zone(touched, touched.data().path(TimeZones.NAME));
      ArrayNode occurrences = Occurrences.of(touched.data(), zone);
      if (occurrences.isEmpty()) {
        touched.data().remove("occurrences");
      } else {
        touched.data().set("occurrences", occurrences);
      }
    }
  }

  /** A new account has one user, who owns it. */
  private void accountsHaveAnOwner(Scene scene, Entity touched) {
    Kind users = layout.kind("users");
    JsonNode id = touched.data().path("owner_id");
    boolean created = scene.call().operation().method().equals("POST");
    if (users != null && created && touched.isOf("accounts") && id.isTextual()) {
      ObjectNode owner = scene.call().body().deepCopy();
      owner.set("id", fresh.id(id));
      touched.data().set("owner_id", owner.get("id"));
      touched.data().set("owner_email", owner.path("email"));
      new Entity(users, touched, null, owner.get("id").asText(), owner).addTo();
    }
  }

  /**
   * A new registrant waits where the host approves each one, and is registered for the occurrences
   * the call names, or all.
   */
  private void newRegistrants(Scene scene, Entity touched) {
    Kind kind = touched.kind();
    if (kind == null
        || !kind.word().equals("registrants")
        || !scene.call().operation().method().equals("POST")) {
      return;
    }
    JsonNode session = scene.subject().data();
    boolean manual = session.path("settings").path("approval_type").asInt() == 1;
    boolean approved = !manual || scene.call().body().path("auto_approve").asBoolean();
    touched.data().put("status", approved ? "approved" : "pending");
    List<String> wanted = Json.texts(scene.call().query("occurrence_ids"));
    ArrayNode occurrences = Json.array();
    for (JsonNode occurrence : session.path("occurrences")) {
      if (wanted.isEmpty() || wanted.contains(occurrence.path("occurrence_id").asText())) {
        occurrences.add(occurrence.deepCopy());
      }
    }
    touched.data().remove("occurrences");
    if (!occurrences.isEmpty()) {
      touched.data().set("occurrences", occurrences);
    }
  }

  private void registrantsAreApproved(Scene scene) {
    String facet = scene.place().facet();
    Place place = layout.facet(scene.place().parent(), facet.replaceFirst("/status$", ""));
    String status = REGISTRANT_ACTIONS.get(scene.call().body().path("action").asText());
    if (!facet.endsWith("registrants/status")
        || place == null
        || place.kind() == null
        || status == null) {
      return;
    }
    for (JsonNode named : scene.call().body().path("registrants")) {
      String key = named.path("id").asText(named.path("email").asText());
      Entity registrant = scene.subject().find(place.kind(), key);
      if (registrant != null) {
        registrant.data().put("status", status);
      }
    }
  }

  /**
   * A session that ends becomes a past instance by its UUID; the next one gets a UUID of its own.
   */
  private void sessionsEnd(Scene scene) {
    Entity session = scene.subject();
    Kind kind = session.kind();
    boolean ends =
        scene.place().facet().equals("status")
            && scene.call().body().path("action").asText().equals("end");
    if (!ends || kind == null || !SESSIONS.contains(kind.toString())) {
      return;
    }
    Place instances = layout.facet(kind, "past_" + kind + ">instances");
    JsonNode uuid = session.data().path("uuid");
    if (instances != null && instances.kind() != null && uuid.isTextual()) {
      ObjectNode instance = Json.object();
      instance.set("uuid", uuid);
      instance.put("start_time", fresh.timestamp());
      new Entity(instances.kind(), session, null, uuid.asText(), instance).addTo();
      session.alsoKnownAs(uuid.asText());
      session.data().set("uuid", fresh.id(uuid));
    }
  }

  private static void usersAreActivated(Scene scene) {
    String status = USER_ACTIONS.get(scene.call().body().path("action").asText());
    if (scene.subject().isOf("users") && status != null && scene.place().facet().equals("status")) {
      scene.subject().data().put("status", status);
    }
  }

  private static void onlyOneIsTheDefault(Scene scene, Entity touched) {
    Content request = scene.call().operation().request();
    if (request != null && request.shape().has("default") && touched.data().has("is_default")) {
      touched.data().put("is_default", scene.call().body().path("default").asBoolean());
    }
    if (touched.data().path("is_default").asBoolean() && touched.kind() != null) {
      for (Entity sibling : touched.siblings()) {
        if (sibling != touched) {
          sibling.data().put("is_default", false);
        }
      }
    }
  }

  /**
   * A PATCH of a collection with an id in the query makes that item the default, and none where the
   * id is left out.
   */
  private static void defaultsAreSet(Scene scene) {
    boolean whole =
        scene.place().role() == Place.Role.COLLECTION
            && scene.call().operation().method().equals("PATCH");
    if (!whole || scene.call().operation().queryParameter("id") == null) {
      return;
    }
    String id = scene.call().query("id").asText();
    List<Entity> members = scene.members();
    if (!id.isEmpty() && members.stream().noneMatch(member -> member.key().equals(id))) {
      throw Refusal.ofField("id", "There is no " + id + ".");
    }
    members.forEach(member -> member.data().put("is_default", member.key().equals(id)));
  }
}
