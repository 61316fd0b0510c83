package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.Property;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Licences of users: no more than the base plan has, also where many get one at once. The add-ons
 * of a user go with the licence.
 */
final class LicenceRules implements Rule {
  private static final Pattern NONE_FREE = Pattern.compile("account has no free licence left");
  private static final String TYPE = "type";
  private static final String USER_TYPE = "user_type";
  private static final int LICENSED = 2;
  private static final String FEATURES = "feature";
  private static final List<String> ADD_ONS = List.of("webinar", "large_meeting");
  private static final Property LICENCE = new Property(TYPE, "");

  private final ResourceStore store;

  LicenceRules(ResourceStore store) {
    this.store = store;
  }

  /** How many users are licensed, and how many of them have yet to accept their invitation. */
  static ObjectNode usage(Resource account) {
    long pending =
        licensed(account).stream()
            .filter(user -> user.data().path("status").asText().equals("pending"))
            .count();
    return Json.object().put("usage", licensed(account).size()).put("pending", (int) pending);
  }

  private static List<Resource> licensed(Resource account) {
    return account.collection("users", LICENCE, Integer.toString(LICENSED));
  }

  private static boolean isLicensed(JsonNode user) {
    return user.path(TYPE).asInt() == LICENSED;
  }

  private static boolean isFull(Resource account) {
    return licensed(account).size() >= Plans.of(account).hosts();
  }

  @Override
  public void check(ResolvedCall call) {
    boolean isNew = call.creates() && "users".equals(String.valueOf(call.location().type()));
    boolean changes =
        call.location().subresource().isEmpty()
            && call.operation().method().equals("PATCH")
            && call.subject().isOf("users")
            && !isLicensed(call.subject().data());
    if (!isNew && !changes) {
      return;
    }
    boolean wants = call.given().stream().anyMatch(LicenceRules::isLicensed);
    call.errors()
        .refuse(
            NONE_FREE,
            words -> wants && isFull(call.account()),
            "All " + Plans.of(call.account()).hosts() + " licences are in use.");
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    if (resource.isOf("users")) {
      loseAddOns(resource);
    }
  }

  private static void loseAddOns(Resource user) {
    if (UserRules.isBasic(user)
        && SettingsRules.set(user).get(FEATURES) instanceof ObjectNode features) {
      for (String addOn : ADD_ONS) {
        if (features.path(addOn).asBoolean()) {
          features.put(addOn, false);
        }
      }
    }
  }

  private boolean isLicence(String value) {
    ResourceType users = store.users();
    MergedSchema type = users == null ? null : users.properties().get(TYPE);
    return type != null && type.values().contains(value);
  }

  @Override
  public void after(ResolvedCall call) {
    String feature = call.body().path("feature_type").asText();
    if (!call.operation().path().endsWith("/users/features")) {
      return;
    }
    ArrayNode done = Json.array();
    Map<String, ArrayNode> failed = new LinkedHashMap<>();
    for (JsonNode given : call.body().path("users")) {
      String name = MemberRules.name(given);
      Resource user = store.user(call.account(), name);
      String problem = give(call, user, feature, call.body().path("feature_value").asText());
      String id = user == null ? name : user.key();
      if (problem == null) {
        done.add(id);
      } else {
        failed.computeIfAbsent(problem, absent -> Json.array()).add(id);
      }
    }
    ArrayNode details = Json.array();
    failed.forEach((reason, ids) -> details.addObject().put("reason", reason).set("user_ids", ids));
    call.made().set("success_user_ids", done);
    call.made().set("fail_details", details);
  }

  /** Gives one user a licence or an add-on; returns why not, or null where it was given. */
  private @Nullable String give(
      ResolvedCall call, @Nullable Resource user, String feature, String value) {
    if (user == null) {
      return "Users not found";
    }
    if (feature.equals(USER_TYPE)) {
      if (!isLicence(value)) {
        return "Not enough seats";
      }
      boolean licensed = value.equals("" + LICENSED);
      if (user.data().path(TYPE).asText().equals(value)) {
        return "No need to update";
      }
      if (licensed && isFull(call.account())) {
        return "Not enough seats";
      }
      user.change(data -> data.put(TYPE, Integer.parseInt(value)));
      loseAddOns(user);
      return null;
    }
    if (!isLicensed(user.data())) {
      return "Unpaid user";
    }
    ObjectNode features = Json.object();
    boolean off = value.equals("0") || value.equals("none");
    features.put(feature, !off);
    if (value.matches("\\d{3,9}")) {
      features.put(feature + "_capacity", Integer.parseInt(value));
    }
    Json.merge(SettingsRules.set(user), Json.object().set(FEATURES, features));
    return null;
  }
}
