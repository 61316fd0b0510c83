package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who schedules for whom: an assistant of a user has that user to schedule for. */
final class AssistantRules implements Rule {
  private static final Pattern NO_PRIVILEGE =
      Pattern.compile("one of the users cannot be given the privilege to schedule for the other");
  private static final String ASSISTANTS = "assistants";

  /** The two sides of it, each with the other. */
  private static final Map<String, String> SIDES =
      Map.of(ASSISTANTS, "schedulers", "schedulers", ASSISTANTS);

  private final ResourceStore store;

  AssistantRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    call.errors()
        .own()
        .refuse(
            NO_PRIVILEGE,
            words ->
                call.given().stream()
                    .anyMatch(one -> MemberRules.user(store, call, one) == call.subject()),
            "Nobody assists themselves.");
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    Resource assistant =
        resource.isIn(ASSISTANTS) ? store.user(call.account(), resource.key()) : null;
    ResourceType type = store.model().type("users/*/" + SIDES.get(ASSISTANTS));
    Resource user = call.subject();
    if (call.creates() && assistant != null && type != null && user.isOf("users")) {
      ObjectNode row = Json.object();
      for (String name : type.properties().keySet()) {
        Json.setIfKnown(row, name, user.data().get(name));
      }
      new Resource(type, assistant, null, user.key(), row).addTo();
    }
  }

  @Override
  public void after(ResolvedCall call) {
    if (!call.operation().method().equals("DELETE")) {
      return;
    }
    Resource subject = call.subject();
    Resource around = call.around();
    ResourceType type = call.location().type();
    if (subject.isOf("users") && call.location().role() == Role.ITEM) {
      SIDES.keySet().forEach(side -> leave(call.account(), subject, side, null));
    } else if (type != null && SIDES.containsKey(type.word())) {
      Resource user = subject.isOf("users") || around == null ? subject : around;
      leave(call.account(), user, SIDES.get(type.word()), type.word());
    }
  }

  /**
   * Takes a user out of a side of everybody.
   *
   * @param still the other side, of which those stay who are there still; null where nobody does
   */
  private static void leave(Resource account, Resource user, String side, @Nullable String still) {
    for (Resource other : account.collection("users")) {
      Resource row = other.withKey(side, user.key());
      if (row != null && (still == null || user.withKey(still, other.key()) == null)) {
        row.remove();
      }
    }
  }
}
