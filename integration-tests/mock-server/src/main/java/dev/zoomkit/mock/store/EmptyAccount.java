package dev.zoomkit.mock.store;

import dev.zoomkit.mock.model.ResourceType;
import java.util.List;
import java.util.Set;

/** The own account before anybody did anything in it. */
public final class EmptyAccount {
  /** The roles that every account has: those of the owner, of administrators, and of all others. */
  public static final Set<String> BUILT_IN_ROLES = Set.of("0", "1", "2");

  private static final String ROLES = "roles";

  /** What a user is in who is not new. */
  private static final Set<String> MEMBERSHIPS =
      Set.of("group_ids", "im_group_ids", "division_ids");

  private EmptyAccount() {}

  /**
   * Takes everything out of the own account but what none is without: its first user, its settings,
   * and the roles that every account has. Sub-accounts go as well.
   */
  public static void of(ResourceStore store) {
    Resource account = store.account();
    ResourceType users = store.users();
    for (ResourceType type : store.model().types()) {
      if (type.equals(users)) {
        List.copyOf(account.collection(type.name())).stream().skip(1).forEach(Resource::remove);
      } else if (type.name().equals(ROLES)) {
        List.copyOf(account.collection(ROLES)).stream()
            .filter(role -> !BUILT_IN_ROLES.contains(role.key()))
            .forEach(Resource::remove);
      } else if (type.parent() == null) {
        account.clear(type.name());
      }
    }
    for (ResourceType type : store.model().types()) {
      if (type.parent() != null) {
        account.collection(type.parent().name()).forEach(one -> one.clear(type.name()));
      }
    }
    if (users != null) {
      account
          .collection(users.name())
          .forEach(user -> user.change(data -> data.remove(MEMBERSHIPS)));
    }
    for (Resource role : account.collection(ROLES)) {
      role.change(data -> data.put("total_members", 0));
    }
  }
}
