package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.store.EmptyAccount;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Roles: the owner's is not given out, those that every account has stay as they are, and whoever
 * has neither the owner's nor the administrators' one needs a privilege for what belongs to others.
 */
final class RoleRules implements Rule {
  static final String OWNER = "0";
  static final String ADMIN = "1";
  static final String MEMBER = "2";
  private static final Pattern OWNER_ROLE = Pattern.compile("cannot be given out");
  private static final Pattern UNKNOWN = Pattern.compile("^The role does not exist");
  private static final Set<String> ALL_PRIVILEGES = Set.of(OWNER, ADMIN);
  private static final String ROLES = "roles";
  private static final String PRIVILEGES = "privileges";
  private static final String PERMISSIONS = "permissions";

  private final ResourceStore store;

  RoleRules(ResourceStore store) {
    this.store = store;
  }

  /** Gives an account that has no roles those that every account has. */
  static void addBuiltIn(ResourceStore store, Resource account) {
    if (account.collection(ROLES).isEmpty()) {
      for (Resource role : store.examples().collection(ROLES)) {
        if (EmptyAccount.BUILT_IN_ROLES.contains(role.key())) {
          ObjectNode data = role.data().deepCopy();
          data.put("total_members", 0);
          new Resource(role.type(), account, null, role.key(), data).addTo();
        }
      }
    }
  }

  @Override
  public void check(ResolvedCall call) {
    call.errors()
        .refuse(
            OWNER_ROLE,
            words -> OWNER.equals(call.call().path("roleId")),
            "The role of the owner cannot be given out.");
    if (isAboutMembers(call) && isAboutOwner(call)) {
      throw new ErrorResponseException(
          400,
          300,
          "The owner of the account keeps the owner's role; `updateAccountOwner` moves it.");
    }
    boolean changes =
        call.location().role() == Role.ITEM
            && call.subject().isOf(ROLES)
            && !call.operation().method().equals("GET");
    call.errors()
        .own()
        .refuse(
            UNKNOWN,
            words -> changes && EmptyAccount.BUILT_IN_ROLES.contains(call.subject().key()),
            "It is not one of the account's own, but a role that every account has.");
  }

  private static boolean isAboutMembers(ResolvedCall call) {
    Resource role = call.subject().isOf(ROLES) ? call.subject() : call.around();
    return role != null && role.isOf(ROLES) && !call.operation().method().equals("GET");
  }

  /** Whether a call gives the owner of the account another role, or takes the owner's away. */
  private boolean isAboutOwner(ResolvedCall call) {
    Resource owner = store.user(call.account(), call.account().data().path("owner_id").asText());
    return owner != null
        && (call.subject().key().equals(owner.key())
            || call.creates()
                && call.given().stream()
                    .anyMatch(one -> MemberRules.user(store, call, one) == owner));
  }

  /** A user may do what the user's role says. */
  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    boolean asked =
        call.subject().isOf("users") && call.location().subresource().equals(PERMISSIONS);
    return asked ? Json.object().set(PERMISSIONS, permissions(call)) : null;
  }

  /** Whoever may do everything has all privileges that are known to this account or by example. */
  private ArrayNode permissions(ResolvedCall call) {
    String own = call.subject().data().path("role_id").asText();
    List<Resource> roles = new ArrayList<>(call.account().collection(ROLES));
    if (ALL_PRIVILEGES.contains(own)) {
      roles.addAll(store.examples().collection(ROLES));
    } else {
      roles.removeIf(role -> !role.key().equals(own));
    }
    Set<String> permissions = new LinkedHashSet<>();
    roles.forEach(role -> permissions.addAll(Json.texts(role.data().path(PRIVILEGES))));
    ArrayNode names = Json.array();
    permissions.forEach(names::add);
    return names;
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
    Resource role = store.account().withKey(ROLES, roleId);
    JsonNode privileges = role == null ? Json.array() : role.data().path(PRIVILEGES);
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
