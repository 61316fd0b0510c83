package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** Groups: policies between two of them, and members who move to another. */
final class GroupRules implements Rule {
  private static final Pattern SAME_GROUPS = Pattern.compile("^Both groups are the same");
  private static final Pattern NO_GROUP = Pattern.compile("^A group is missing");
  private static final List<String> GROUPS_OF_POLICY = List.of("assigned_group_id", "to_group_id");
  private static final Pattern NO_TARGET = Pattern.compile("`target_group_id` is needed");

  @Override
  public void check(ResolvedCall call) {
    ObjectNode body = call.body();
    call.errors()
        .refuse(
            SAME_GROUPS,
            words -> body.path("assigned_group_id").equals(body.path("to_group_id")),
            "Both groups are " + body.path("to_group_id") + ".");
    call.errors()
        .refuse(
            NO_GROUP,
            words ->
                GROUPS_OF_POLICY.stream()
                    .map(body::path)
                    .anyMatch(id -> id.isTextual() && !isGroup(call.account(), id.asText())),
            "One of the groups does not exist in the account.");
    call.errors()
        .refuse(
            NO_TARGET,
            words -> body.path("action").asText().equals("move") && !body.has("target_group_id"),
            "There is no target_group_id.");
  }

  private static boolean isGroup(Resource account, String id) {
    return account.withKey("groups", id) != null;
  }
}
