package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;

/** Whether an address is a user's, and whether a personal link has a name. */
final class TakenNameRules implements Rule {
  private static final String NAME = "vanity_name";
  private static final String LINK = "vanity_url";
  private static final String FOLDER = "/my/";
  private static final String WITH_PASSWORD = "100";

  private final ResourceStore store;

  TakenNameRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    if (shown.has("existed_email")) {
      Resource user = store.user(call.account(), call.query("email").asText());
      shown.put("existed_email", user != null && signsInWithPassword(user.data()));
    }
    if (shown.has("existed")) {
      String end = FOLDER + call.query(NAME).asText();
      shown.put(
          "existed",
          call.account().collection("users").stream()
              .anyMatch(user -> user.data().path(LINK).asText().endsWith(end)));
    }
  }

  private static boolean signsInWithPassword(JsonNode user) {
    JsonNode ways = user.path("login_types");
    return ways.isEmpty() || Json.texts(ways).contains(WITH_PASSWORD);
  }

  /** The personal link of a user ends in the name that the user is given. */
  @Override
  public void changed(ResolvedCall call, Resource resource) {
    String name = call.body().path(NAME).asText();
    if (resource.isOf("users") && !name.isEmpty()) {
      resource.change(data -> data.put(LINK, UserRules.site(call.account()) + FOLDER + name));
    }
  }
}
