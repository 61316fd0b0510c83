package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.Map;
import java.util.regex.Pattern;

/** Users: their addresses, who owns the account, add-ons, and whether they are active. */
final class UserRules implements Rule {
  private static final Pattern ADDRESS_TAKEN = Pattern.compile("belongs to a Zoom user already");
  private static final Pattern OWNER_STAYS = Pattern.compile("cannot be deactivated or deleted");
  private static final Pattern LICENSED =
      Pattern.compile("Only a licensed user can have the (Large Meeting|webinar) add-on");
  private static final int BASIC_USER = 1;
  private static final Map<String, String> ACTIONS =
      Map.of("activate", "active", "deactivate", "inactive");

  private final ResourceStore store;

  UserRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    for (JsonNode one : call.given()) {
      String address = one.path("email").asText();
      call.errors()
          .refuse(
              ADDRESS_TAKEN,
              words -> store.isUser(address),
              "There is a Zoom user already with the address " + address + ".");
    }
    call.errors()
        .refuse(
            OWNER_STAYS,
            words -> call.account().data().path("owner_id").asText().equals(call.subject().key()),
            "The user owns the account.");
    JsonNode features = call.body().path("feature");
    call.errors()
        .refuse(
            LICENSED,
            words ->
                call.subject().data().path("type").asInt() == BASIC_USER
                    && features
                        .path(words.group(1).equals("webinar") ? "webinar" : "large_meeting")
                        .asBoolean(),
            "The user has a basic licence.");
  }

  @Override
  public void after(ResolvedCall call) {
    String status = ACTIONS.get(call.body().path("action").asText());
    if (call.subject().isOf("users")
        && status != null
        && call.location().subresource().equals("status")) {
      call.subject().change(data -> data.put("status", status));
    }
  }
}
