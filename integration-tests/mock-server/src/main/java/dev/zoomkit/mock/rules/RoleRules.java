package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Roles: the owner's is not given out, and whoever has neither that nor the administrators' one
 * needs a privilege for what belongs to others.
 */
final class RoleRules implements Rule {
  private static final Pattern OWNER_ROLE = Pattern.compile("cannot be given out");
  private static final String OWNER_ROLE_ID = "0";
  private static final Set<String> ALL_PRIVILEGES = Set.of(OWNER_ROLE_ID, "1");

  @Override
  public void check(ResolvedCall call) {
    call.errors()
        .refuse(
            OWNER_ROLE,
            words -> OWNER_ROLE_ID.equals(call.call().path("roleId")),
            "The role of the owner cannot be given out.");
  }

  /**
   * Whether the user of the call's token may not do it: the privileges of the user's role, such as
   * {@code Webinar:Edit}, are for the categories whose names they have, and to edit is to read. An
   * app without a user may do everything, and users what is about themselves or is theirs.
   */
  static boolean isForbidden(ResolvedCall call, ResourceStore store) {
    String name = call.call().caller();
    Resource caller = name == null ? null : store.user(name);
    if (caller == null || isOf(caller, call)) {
      return false;
    }
    String roleId = caller.data().path("role_id").asText();
    Resource role = store.account().withKey("roles", roleId);
    JsonNode privileges = role == null ? Json.array() : role.data().path("privileges");
    return !ALL_PRIVILEGES.contains(roleId)
        && Json.texts(privileges).stream().noneMatch(privilege -> permits(privilege, call));
  }

  private static boolean isOf(Resource caller, ResolvedCall call) {
    Resource session = call.session();
    Resource subject = call.subject();
    return subject == caller
        || call.around() == caller
        || subject.owner() == caller
        || session != null && session.owner() == caller;
  }

  private static boolean permits(String privilege, ResolvedCall call) {
    String[] parts = privilege.toLowerCase(Locale.ROOT).split(":");
    String category = call.operation().category().toLowerCase(Locale.ROOT);
    boolean reads = call.operation().method().equals("GET");
    return parts.length == 2
        && (category.endsWith(parts[0]) || category.endsWith(parts[0] + "s"))
        && (parts[1].equals("edit") || reads && parts[1].equals("read"));
  }
}
