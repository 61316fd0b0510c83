package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.List;
import java.util.Map;
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
    JsonNode recordings = session.documents().getOrDefault("recordings/settings", Json.object());
    call.errors()
        .refuse(
            NO_REGISTRATION,
            words -> approval(session.data().path("settings")) == REGISTRATION_OFF,
            "Its approval_type is 2.");
    call.errors()
        .refuse(
            NO_RECORDING_REGISTRATION,
            words -> approval(recordings) == REGISTRATION_OFF,
            "The approval_type of its recordings is 2.");
    for (JsonNode one : call.given()) {
      String address = one.path("email").asText();
      call.errors()
          .refuse(IS_HOST, words -> has(session.owner(), address), address + " is the host.");
      call.errors()
          .refuse(
              IS_INVITED,
              words ->
                  session.collection("panelists").stream()
                      .anyMatch(panelist -> has(panelist, address)),
              address + " is a panelist.");
    }
    call.errors().refuse(NO_SEAT, words -> isFull(session, call), "All seats are taken.");
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
        session.collection("registrants").stream()
            .filter(registrant -> !registrant.data().path("status").asText().equals("denied"))
            .count();
    return seated + call.given().size() > seats;
  }

  /**
   * A new registrant waits where the host approves each one, and is registered for the occurrences
   * the call names, or all.
   */
  @Override
  public void changed(ResolvedCall call, Resource registrant) {
    if (!call.isPost() || !registrant.isIn("registrants")) {
      return;
    }
    JsonNode session = call.subject().data();
    boolean approved =
        approval(session.path("settings")) != APPROVED_BY_HAND
            || call.body().path("auto_approve").asBoolean();
    List<String> wanted = Json.texts(call.query("occurrence_ids"));
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
  public void after(ResolvedCall call) {
    String subresource = call.location().subresource();
    String status = ACTIONS.get(call.body().path("action").asText());
    if (status == null || !subresource.endsWith("registrants/status")) {
      return;
    }
    ResourceLocation registrants =
        store
            .model()
            .subresource(call.location().parent(), subresource.replaceFirst("/status$", ""));
    if (registrants == null || registrants.type() == null) {
      return;
    }
    for (JsonNode named : call.body().path("registrants")) {
      String key = named.path("id").asText(named.path("email").asText());
      Resource registrant = call.subject().find(registrants.type(), key);
      if (registrant != null) {
        registrant.change(data -> data.put("status", status));
      }
    }
  }
}
