package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.MergedSchema;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the description cannot tell: the few calls whose effect is more than creating, changing or
 * deleting the thing they name. Each is one small method; everything else is {@code
 * CallExecutor}'s.
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

  private final ResourceModel model;
  private final ValueGenerator generator;

  public Behaviours(ResourceModel model, ValueGenerator generator) {
    this.model = model;
    this.generator = generator;
  }

  /** Whether a call may go on; refuses it where what its body names does not exist. */
  public void before(ResolvedCall resolved) {
    templatesAreMadeOfSomething(resolved);
    recordingsExistOrNot(resolved);
    localTimesHaveAZone(resolved);
  }

  /**
   * What a request says of a thing; of a member who is named by id or address alone, also what is
   * known of that user.
   */
  public JsonNode completed(ResolvedCall resolved, ResourceType type, JsonNode given) {
    ResourceType users = model.type("users");
    if (users == null || !PEOPLE.contains(type.word())) {
      return given;
    }
    String named = given.path("id").asText(given.path("email").asText());
    Resource user = resolved.chain().get(0).find(users, named);
    ObjectNode completed = Json.object();
    if (user != null) {
      for (String name : type.properties().keySet()) {
        completed.set(name, user.data().path(name).isMissingNode() ? null : user.data().get(name));
      }
      completed.set("id", user.data().get("id"));
      completed.put("name", user.fullName());
    }
    given.properties().forEach(field -> completed.set(field.getKey(), field.getValue()));
    return completed;
  }

  /** What becomes of a thing that a call has created or changed. */
  public void affected(ResolvedCall resolved, Resource affected) {
    newThingsAreEmpty(resolved, affected);
    sessionsHaveATimeZone(affected);
    sessionsHaveOccurrences(resolved, affected);
    accountsHaveAnOwner(resolved, affected);
    newRegistrants(resolved, affected);
    onlyOneIsTheDefault(resolved, affected);
  }

  /** What a call does besides. */
  public void after(ResolvedCall resolved) {
    registrantsAreApproved(resolved);
    sessionsEnd(resolved);
    usersAreActivated(resolved);
    defaultsAreSet(resolved);
  }

  /** Whether a list shows a member, as far as no property says so. */
  public boolean lists(ResolvedCall resolved, Resource member) {
    ResourceType type = member.type();
    Instant start = TimeZones.instant(member.data().path("start_time").asText());
    if (type == null || !SESSIONS.contains(type.toString()) || start == null) {
      return true;
    }
    boolean past = start.isBefore(generator.instant());
    String wanted = resolved.call().query("type").asText();
    return wanted.startsWith("upcoming") ? !past : !wanted.startsWith("previous") || past;
  }

  /**
   * The occurrence that a call for a webinar or meeting is about; null where it is about the whole.
   *
   * @throws ErrorResponseException if there is no such occurrence
   */
  public @Nullable ObjectNode occurrence(ResolvedCall resolved) {
    String wanted = resolved.call().query("occurrence_id").asText();
    if (wanted.isEmpty() || SESSIONS.stream().noneMatch(resolved.subject()::isOf)) {
      return null;
    }
    for (JsonNode occurrence : resolved.subject().data().path("occurrences")) {
      if (occurrence.path("occurrence_id").asText().equals(wanted)) {
        return (ObjectNode) occurrence;
      }
    }
    throw NotFoundErrors.notFound(resolved.call().operation(), "occurrence", wanted);
  }

  private void templatesAreMadeOfSomething(ResolvedCall resolved) {
    ResourceType type = resolved.location().type();
    if (type != null && type.word().endsWith("_templates")) {
      String stem = type.word().replace("_templates", "");
      JsonNode id = resolved.call().body().path(stem + "_id");
      ResourceType sourceType = model.type(stem + "s");
      if (id.isValueNode()
          && sourceType != null
          && resolved.chain().get(0).find(sourceType, id.asText()) == null) {
        throw NotFoundErrors.notFound(resolved.call().operation(), stem, id.asText());
      }
    }
  }

  /**
   * The recordings of a meeting are one thing with files in it, and not a list that may be empty.
   */
  private static void recordingsExistOrNot(ResolvedCall resolved) {
    ResourceType type = resolved.location().type();
    boolean whole =
        resolved.location().role() == ResourceLocation.Role.COLLECTION
            && resolved.members().isEmpty();
    if (whole && type != null && type.toString().equals("meetings/*/recordings")) {
      throw NotFoundErrors.notFound(
          resolved.call().operation(), "recording", resolved.subject().key());
    }
  }

  /**
   * A local time that a call says is one of the time zone that it says, else of the one that the
   * thing has, else of its host's. From here on it is in UTC, as Zoom returns it.
   */
  private static void localTimesHaveAZone(ResolvedCall resolved) {
    Content request = resolved.call().operation().request();
    ObjectNode body = resolved.call().body();
    if (request == null) {
      return;
    }
    for (String name : request.schema().names()) {
      MergedSchema property = request.schema().property(name);
      JsonNode zone = property == null ? Json.object() : property.key(TimeZones.KEY);
      if (zone.isTextual() && body.path(name).isTextual()) {
        ZoneId here = zone(resolved.subject(), body.path(zone.asText()));
        body.put(name, TimeZones.utc(body.get(name).asText(), here));
      }
    }
  }

  /** The time zone that a call says, else that of a user or session, else that of its host. */
  private static ZoneId zone(Resource resource, JsonNode given) {
    Resource host = resource.owner() == null ? resource : resource.owner();
    return TimeZones.first(
        given, resource.data().path(TimeZones.NAME), host.data().path(TimeZones.NAME));
  }

  /** A session without a time zone has its host's. */
  private static void sessionsHaveATimeZone(Resource affected) {
    if (SESSIONS.stream().anyMatch(affected::isOf)
        && affected.data().path(TimeZones.NAME).asText().isBlank()) {
      JsonNode hosts =
          affected.owner() == null ? null : affected.owner().data().get(TimeZones.NAME);
      affected.data().remove(TimeZones.NAME);
      if (hosts != null) {
        affected.data().set(TimeZones.NAME, hosts);
      }
    }
  }

  private static void newThingsAreEmpty(ResolvedCall resolved, Resource affected) {
    if (resolved.call().operation().method().equals("POST")) {
      for (var field : affected.data().properties()) {
        if (field.getKey().startsWith("total_") && field.getValue().isInt()) {
          affected.data().put(field.getKey(), 0);
        }
      }
    }
  }

  /** A series has its occurrences anew when it is scheduled, and only then. */
  private static void sessionsHaveOccurrences(ResolvedCall resolved, Resource affected) {
    JsonNode given = resolved.call().body();
    boolean scheduled =
        SCHEDULE.stream().anyMatch(given::has) || !affected.data().has("recurrence");
    if (scheduled && SESSIONS.stream().anyMatch(affected::isOf)) {
      ZoneId zone = zone(affected, affected.data().path(TimeZones.NAME));
      ArrayNode occurrences = Occurrences.of(affected.data(), zone);
      if (occurrences.isEmpty()) {
        affected.data().remove("occurrences");
      } else {
        affected.data().set("occurrences", occurrences);
      }
    }
  }

  /** A new account has one user, who owns it. */
  private void accountsHaveAnOwner(ResolvedCall resolved, Resource affected) {
    ResourceType users = model.type("users");
    JsonNode id = affected.data().path("owner_id");
    boolean created = resolved.call().operation().method().equals("POST");
    if (users != null && created && affected.isOf("accounts") && id.isTextual()) {
      ObjectNode owner = resolved.call().body().deepCopy();
      owner.set("id", generator.id(id));
      affected.data().set("owner_id", owner.get("id"));
      affected.data().set("owner_email", owner.path("email"));
      new Resource(users, affected, null, owner.get("id").asText(), owner).addTo();
    }
  }

  /**
   * A new registrant waits where the host approves each one, and is registered for the occurrences
   * the call names, or all.
   */
  private void newRegistrants(ResolvedCall resolved, Resource affected) {
    ResourceType type = affected.type();
    if (type == null
        || !type.word().equals("registrants")
        || !resolved.call().operation().method().equals("POST")) {
      return;
    }
    JsonNode session = resolved.subject().data();
    boolean manual = session.path("settings").path("approval_type").asInt() == 1;
    boolean approved = !manual || resolved.call().body().path("auto_approve").asBoolean();
    affected.data().put("status", approved ? "approved" : "pending");
    List<String> wanted = Json.texts(resolved.call().query("occurrence_ids"));
    ArrayNode occurrences = Json.array();
    for (JsonNode occurrence : session.path("occurrences")) {
      if (wanted.isEmpty() || wanted.contains(occurrence.path("occurrence_id").asText())) {
        occurrences.add(occurrence.deepCopy());
      }
    }
    affected.data().remove("occurrences");
    if (!occurrences.isEmpty()) {
      affected.data().set("occurrences", occurrences);
    }
  }

  private void registrantsAreApproved(ResolvedCall resolved) {
    String subresource = resolved.location().subresource();
    ResourceLocation location =
        model.subresource(resolved.location().parent(), subresource.replaceFirst("/status$", ""));
    String status = REGISTRANT_ACTIONS.get(resolved.call().body().path("action").asText());
    if (!subresource.endsWith("registrants/status")
        || location == null
        || location.type() == null
        || status == null) {
      return;
    }
    for (JsonNode named : resolved.call().body().path("registrants")) {
      String key = named.path("id").asText(named.path("email").asText());
      Resource registrant = resolved.subject().find(location.type(), key);
      if (registrant != null) {
        registrant.data().put("status", status);
      }
    }
  }

  /**
   * A session that ends becomes a past instance by its UUID; the next one gets a UUID of its own.
   */
  private void sessionsEnd(ResolvedCall resolved) {
    Resource session = resolved.subject();
    ResourceType type = session.type();
    boolean ends =
        resolved.location().subresource().equals("status")
            && resolved.call().body().path("action").asText().equals("end");
    if (!ends || type == null || !SESSIONS.contains(type.toString())) {
      return;
    }
    ResourceLocation instances = model.subresource(type, "past_" + type + ">instances");
    JsonNode uuid = session.data().path("uuid");
    if (instances != null && instances.type() != null && uuid.isTextual()) {
      ObjectNode instance = Json.object();
      instance.set("uuid", uuid);
      instance.put("start_time", generator.timestamp());
      new Resource(instances.type(), session, null, uuid.asText(), instance).addTo();
      session.alsoKnownAs(uuid.asText());
      session.data().set("uuid", generator.id(uuid));
    }
  }

  private static void usersAreActivated(ResolvedCall resolved) {
    String status = USER_ACTIONS.get(resolved.call().body().path("action").asText());
    if (resolved.subject().isOf("users")
        && status != null
        && resolved.location().subresource().equals("status")) {
      resolved.subject().data().put("status", status);
    }
  }

  private static void onlyOneIsTheDefault(ResolvedCall resolved, Resource affected) {
    Content request = resolved.call().operation().request();
    if (request != null && request.schema().has("default") && affected.data().has("is_default")) {
      affected.data().put("is_default", resolved.call().body().path("default").asBoolean());
    }
    if (affected.data().path("is_default").asBoolean() && affected.type() != null) {
      for (Resource sibling : affected.siblings()) {
        if (sibling != affected) {
          sibling.data().put("is_default", false);
        }
      }
    }
  }

  /**
   * A PATCH of a collection with an id in the query makes that item the default, and none where the
   * id is left out.
   */
  private static void defaultsAreSet(ResolvedCall resolved) {
    boolean whole =
        resolved.location().role() == ResourceLocation.Role.COLLECTION
            && resolved.call().operation().method().equals("PATCH");
    if (!whole || resolved.call().operation().queryParameter("id") == null) {
      return;
    }
    String id = resolved.call().query("id").asText();
    List<Resource> members = resolved.members();
    if (!id.isEmpty() && members.stream().noneMatch(member -> member.key().equals(id))) {
      throw ErrorResponseException.ofField("id", "There is no " + id + ".");
    }
    members.forEach(member -> member.data().put("is_default", member.key().equals(id)));
  }
}
