package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.store.ResolvedCall;
import java.util.regex.Pattern;

/** Roles: the owner's is not given out. */
final class RoleRules implements Rule {
  private static final Pattern OWNER_ROLE = Pattern.compile("cannot be given out");
  private static final String OWNER_ROLE_ID = "0";

  @Override
  public void check(ResolvedCall call) {
    call.errors()
        .refuse(
            OWNER_ROLE,
            words -> OWNER_ROLE_ID.equals(call.call().path("roleId")),
            "The role of the owner cannot be given out.");
  }
}
