package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Users who are added to something by id or address: members, admins, assistants. */
final class MemberRules implements Rule {
  private static final Pattern UNKNOWN_USER =
      Pattern.compile("[Aa] user is invalid|one of the users does not exist");
  private static final String ASSISTANTS = "assistants";
  private static final Set<String> PEOPLE = Set.of("members", "admins", ASSISTANTS);

  private final ResourceStore store;

  MemberRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    call.errors()
        .refuse(
            UNKNOWN_USER,
            words -> call.given().stream().anyMatch(one -> user(store, call, one) == null),
            "One of the users does not exist in the account.");
    ResourceType type = call.location().type();
    String table = call.table();
    if (call.creates() && type != null && type.word().equals(ASSISTANTS)) {
      for (JsonNode given : call.given()) {
        if (user(store, call, given) == null) {
          throw NotFoundErrors.notFound(call.operation(), "user", name(given));
        }
      }
    }
    if (call.isPost() && type != null && table != null && PEOPLE.contains(type.word())) {
      ArrayNode completed = Json.array();
      call.body().path(table).forEach(given -> completed.add(completed(call, type, given)));
      call.body().set(table, completed);
    }
  }

  /** The user whom a request names; null where the account has none of that id or address. */
  static @Nullable Resource user(ResourceStore store, ResolvedCall call, JsonNode given) {
    return store.user(call.account(), name(given));
  }

  /** The id or address by which a request names a user. */
  static String name(JsonNode given) {
    return given.path("id").asText(given.path("email").asText());
  }

  /** What a request says of a member, and else what is known of the user. */
  private JsonNode completed(ResolvedCall call, ResourceType type, JsonNode given) {
    Resource user = user(store, call, given);
    ObjectNode completed = Json.object();
    if (user != null) {
      for (String name : type.properties().keySet()) {
        completed.set(name, user.data().get(name));
      }
      completed.put("name", user.fullName());
    }
    given.properties().forEach(field -> completed.set(field.getKey(), field.getValue()));
    if (user != null) {
      completed.set("id", user.data().get("id"));
    }
    return completed;
  }
}
