package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** Groups: their names, policies between two of them, and members who move to another. */
final class GroupRules implements Rule {
  private static final String GROUPS = "groups";
  private static final String POLICIES = "information_barriers/policies";
  private static final List<String> GROUPS_OF_POLICY = List.of("assigned_group_id", "to_group_id");
  private static final String NAME_OF_POLICY = "policy_name";
  private static final String CHAPERONES = "chaperone_group_id";
  private static final Pattern SAME_GROUPS = Pattern.compile("^Both groups are the same");
  private static final Pattern NO_GROUP = Pattern.compile("^A group is missing");
  private static final Pattern NO_NAME = Pattern.compile("the policy has no name");
  private static final Pattern HAS_POLICY =
      Pattern.compile("an information barrier policy names the group");
  private static final Pattern NO_TARGET = Pattern.compile("`target_group_id` is needed");

  @Override
  public void check(ResolvedCall call) {
    ObjectNode body = call.body();
    DocumentedErrors errors = call.errors();
    errors.refuse(
        SAME_GROUPS,
        words -> body.path("assigned_group_id").equals(body.path("to_group_id")),
        "Both groups are " + body.path("to_group_id") + ".");
    errors.refuse(
        NO_GROUP,
        words ->
            GROUPS_OF_POLICY.stream()
                .map(body::path)
                .anyMatch(id -> id.isTextual() && !isGroup(call.account(), id.asText())),
        "One of the groups does not exist in the account.");
    errors.refuse(
        NO_NAME, words -> body.path(NAME_OF_POLICY).asText().isBlank(), "The policy has no name.");
    errors.refuse(
        HAS_POLICY, words -> hasPolicy(call), "There is an information barrier policy of it.");
    errors.refuse(
        NO_TARGET,
        words ->
            body.path("action").asText().equals("move")
                && body.path("target_group_id").asText().isEmpty(),
        "There is no target_group_id.");
    if (isNamed(call) && body.path("name").asText().isBlank()) {
      throw new ErrorResponseException(400, 300, "A group has a name.");
    }
  }

  /** Whether a call says what a group is called. */
  private static boolean isNamed(ResolvedCall call) {
    ResourceType type = call.location().type();
    return type != null
        && type.toString().equals(GROUPS)
        && (call.creates() || call.location().role() == Role.ITEM && call.body().has("name"));
  }

  private static boolean isGroup(Resource account, String id) {
    return account.withKey(GROUPS, id) != null;
  }

  private static boolean hasPolicy(ResolvedCall call) {
    return call.account().collection(POLICIES).stream()
        .map(Resource::data)
        .flatMap(policy -> GROUPS_OF_POLICY.stream().map(policy::path))
        .anyMatch(group -> group.asText().equals(call.subject().key()));
  }

  /** No body says who is a chaperone. */
  @Override
  public void changed(ResolvedCall call, Resource resource) {
    if (call.creates() && resource.isOf(POLICIES)) {
      resource.change(data -> data.remove(CHAPERONES));
    }
  }
}
