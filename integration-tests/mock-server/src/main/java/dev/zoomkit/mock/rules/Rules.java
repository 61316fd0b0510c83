package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.description.ApiOperation.DocumentedError;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The refusals that depend on what exists. An operation is held to a rule where one of its error
 * rows in the description states it, and refuses with that row's status and code. {@link
 * SessionRules} has those of meetings and webinars.
 */
public final class Rules {
  /**
   * What may not be there twice in a collection: the words that say so, and the properties that are
   * compared.
   */
  private static final Map<Pattern, List<String>> UNIQUE =
      Map.of(
          Pattern.compile("has this name|name is taken"), List.of("name"),
          Pattern.compile("has this label"), List.of("field"),
          Pattern.compile("name of the personal link is taken"), List.of("vanity_name"),
          Pattern.compile("user already has a SIP phone"), List.of("user_email"),
          Pattern.compile("number is already in use"), List.of("number"),
          Pattern.compile("groups already have a policy"),
              List.of("assigned_group_id", "to_group_id"));

  private static final Pattern ADDRESS_TAKEN = Pattern.compile("belongs to a Zoom user already");
  private static final Pattern MOST =
      Pattern.compile("already has (two)|(?:has|there are) ten already");
  private static final Pattern MOST_AT_ONCE = Pattern.compile("there are more than (\\d+)");
  private static final Pattern TWICE = Pattern.compile("occurs twice in the request");
  private static final Pattern UNKNOWN_USER =
      Pattern.compile("[Aa] user is invalid|one of the users does not exist");
  private static final Pattern UNKNOWN_ACCOUNT =
      Pattern.compile("No sub-account is named, or one of them does not exist");
  private static final Pattern OWNER_STAYS = Pattern.compile("cannot be deactivated or deleted");
  private static final Pattern OWNER_ROLE = Pattern.compile("cannot be given out");
  private static final Pattern LICENSED =
      Pattern.compile("Only a licensed user can have the (Large Meeting|webinar) add-on");
  private static final Pattern SAME_GROUPS = Pattern.compile("^Both groups are the same");
  private static final Pattern NO_TARGET = Pattern.compile("`target_group_id` is needed");
  private static final String OWNER_ROLE_ID = "0";
  private static final int BASIC_USER = 1;

  private final ResourceStore store;
  private final ResourceModel model;
  private final SessionRules sessions;

  public Rules(ResourceStore store) {
    this.store = store;
    this.model = store.model();
    this.sessions = new SessionRules(store);
  }

  /**
   * Holds a call against the rules that its operation states.
   *
   * @throws ErrorResponseException if it breaks one
   */
  public void hold(ResolvedCall resolved) {
    DocumentedErrors errors = new DocumentedErrors(model.errors(resolved.call().operation()));
    List<JsonNode> given = given(resolved);
    UNIQUE.forEach((says, names) -> unique(errors.row(says), resolved, given, names));
    address(errors, given);
    numbers(errors, resolved, given);
    people(errors, resolved, given);
    groups(errors, resolved.call().body());
    sessions.hold(errors, resolved, given);
  }

  /** What a call says of each thing that it creates or changes. */
  private static List<JsonNode> given(ResolvedCall resolved) {
    ResourceType type = resolved.location().type();
    Content request = resolved.call().operation().request();
    ObjectNode body = resolved.call().body();
    String table = type == null || request == null ? null : type.tableIn(request.schema());
    List<JsonNode> given = new ArrayList<>();
    if (table != null) {
      body.path(table).forEach(given::add);
    } else if (type != null && body.path(type.stem() + "_info").isObject()) {
      given.add(body.get(type.stem() + "_info"));
    } else {
      given.add(body);
    }
    return given;
  }

  private static void unique(
      @Nullable DocumentedError row,
      ResolvedCall resolved,
      List<JsonNode> given,
      List<String> names) {
    ResourceType type = resolved.location().type();
    if (row == null || type == null) {
      return;
    }
    for (JsonNode one : given) {
      Set<String> wanted = values(one, names);
      List<Resource> same =
          siblings(resolved, type).stream()
              .filter(other -> wanted.size() == names.size())
              .filter(other -> wanted.equals(values(other.data(), names)))
              .toList();
      if (one.path("overwrite").asBoolean()) {
        same.forEach(Resource::remove);
      } else if (!same.isEmpty()) {
        throw DocumentedErrors.error(
            row, "There is one with the same " + String.join(" and ", names) + ": " + wanted + ".");
      }
    }
  }

  private static Set<String> values(JsonNode data, List<String> names) {
    Set<String> values = new HashSet<>();
    for (String name : names) {
      if (data.path(name).isValueNode()) {
        values.add(data.path(name).asText());
      }
    }
    return values;
  }

  private static List<Resource> siblings(ResolvedCall resolved, ResourceType type) {
    return resolved.location().role() == ResourceLocation.Role.ITEM
        ? resolved.subject().siblings().stream()
            .filter(other -> other != resolved.subject())
            .toList()
        : resolved.holder().collection(type.name());
  }

  /** A Zoom user is known by one address, in whichever account. */
  private void address(DocumentedErrors errors, List<JsonNode> given) {
    for (JsonNode one : given) {
      String address = one.path("email").asText();
      errors.refuse(
          ADDRESS_TAKEN,
          words -> store.isUser(address),
          "There is a Zoom user already with the address " + address + ".");
    }
  }

  private static void numbers(
      DocumentedErrors errors, ResolvedCall resolved, List<JsonNode> given) {
    int there = resolved.members().size();
    errors.refuse(
        MOST,
        words -> there + given.size() > (words.group(1) == null ? 10 : 2),
        "There are " + there + " already.");
    errors.refuse(
        MOST_AT_ONCE,
        words -> given.size() > Integer.parseInt(words.group(1)),
        given.size() + " are too many at once.");
    long different = given.stream().map(one -> one.path("number")).distinct().count();
    errors.refuse(TWICE, words -> different < given.size(), "A number occurs twice.");
  }

  private void people(DocumentedErrors errors, ResolvedCall resolved, List<JsonNode> given) {
    Resource account = resolved.chain().get(0);
    ObjectNode body = resolved.call().body();
    errors.refuse(
        UNKNOWN_USER,
        words ->
            given.stream()
                .map(one -> one.path("id").asText(one.path("email").asText()))
                .anyMatch(name -> store.user(account, name) == null),
        "One of the users does not exist in the account.");
    List<String> accounts = Json.texts(body.path("account_ids"));
    errors.refuse(
        UNKNOWN_ACCOUNT,
        words -> accounts.isEmpty() || !accounts.stream().allMatch(store::isSubAccount),
        "These have to be sub-accounts: " + accounts + ".");
    errors.refuse(
        OWNER_STAYS,
        words -> account.data().path("owner_id").asText().equals(resolved.subject().key()),
        "The user owns the account.");
    errors.refuse(
        OWNER_ROLE,
        words -> OWNER_ROLE_ID.equals(resolved.call().path("roleId")),
        "The role of the owner cannot be given out.");
    errors.refuse(
        LICENSED,
        words ->
            resolved.subject().data().path("type").asInt() == BASIC_USER
                && body.path("feature")
                    .path(words.group(1).equals("webinar") ? "webinar" : "large_meeting")
                    .asBoolean(),
        "The user has a basic licence.");
  }

  private static void groups(DocumentedErrors errors, ObjectNode body) {
    errors.refuse(
        SAME_GROUPS,
        words -> body.path("assigned_group_id").equals(body.path("to_group_id")),
        "Both groups are " + body.path("to_group_id") + ".");
    errors.refuse(
        NO_TARGET,
        words -> body.path("action").asText().equals("move") && !body.has("target_group_id"),
        "There is no target_group_id.");
  }
}
