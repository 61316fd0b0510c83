package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which group and has which role: users alone, each in a group once and with one role.
 * Their number stands at the group, and the groups and the role stand at the user.
 */
final class MembershipRules implements Rule {
  private static final String MEMBERS = "members";
  private static final String TOTAL = "total_members";
  private static final String GROUP = "group_id";
  private static final String ROLES = "roles";
  private static final List<String> ROLE_OF_USER = List.of("role_id", "role_name");
  private static final String GROUPS = "groups";
  private static final String IM_GROUPS = "im/groups";

  /** What has members, and the property of a user that lists it; empty for the one role. */
  private static final Map<String, String> HOLDERS =
      Map.of(GROUPS, "group_ids", IM_GROUPS, "im_group_ids", ROLES, "");

  private final ResourceStore store;

  MembershipRules(ResourceStore store) {
    this.store = store;
  }

  /** Users are added where they are known. */
  @Override
  public void check(ResolvedCall call) {
    if (call.creates() && isOfMembers(call.location().type()) && holder(call) != null) {
      for (JsonNode given : call.given()) {
        if (MemberRules.user(store, call, given) == null) {
          throw NotFoundErrors.notFound(call.operation(), "user", MemberRules.name(given));
        }
      }
    }
    String group = call.body().path(GROUP).asText();
    if (isChangeOfUser(call) && !group.isEmpty() && holder(call.account(), GROUPS, group) == null) {
      throw ErrorResponseException.ofField(GROUP, "There is no group " + group + ".");
    }
    String target = call.body().path("target_group_id").asText();
    if (isMove(call) && !target.isEmpty() && target(call) == null) {
      throw NotFoundErrors.notFound(call.operation(), "group", target);
    }
  }

  private static boolean isChangeOfUser(ResolvedCall call) {
    return call.location().role() == Role.ITEM
        && call.subject().isOf("users")
        && call.operation().method().equals("PATCH");
  }

  private static boolean isMove(ResolvedCall call) {
    return call.body().path("action").asText().equals("move")
        && isHolder(call.around())
        && call.around().isOf(GROUPS);
  }

  private static boolean isOfMembers(@Nullable ResourceType type) {
    return type != null && type.word().equals(MEMBERS);
  }

  /** Of a collection of members; null where the call is about none. */
  private static @Nullable Resource holder(ResolvedCall call) {
    return isHolder(call.subject()) ? call.subject() : null;
  }

  private static boolean isHolder(@Nullable Resource resource) {
    return resource != null && HOLDERS.containsKey(String.valueOf(resource.type()));
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    Resource holder = holder(call);
    if (call.creates() && resource.isIn(MEMBERS) && holder != null) {
      joined(call.account(), holder, resource.key());
    }
    if (isChangeOfUser(call) && resource == call.subject()) {
      Resource group = holder(call.account(), GROUPS, call.body().path(GROUP).asText());
      if (group != null && resource.data().path("status").asText().equals("pending")) {
        give(call.account(), resource, group);
      }
      HOLDERS.keySet().forEach(kind -> tell(call.account(), kind, resource));
    }
  }

  /** Lets a user's memberships say of the user what the user does. */
  private void tell(Resource account, String kind, Resource user) {
    for (Resource holder : account.collection(kind)) {
      Resource member = holder.withKey(members(holder).name(), user.key());
      if (member != null) {
        member.change(data -> data.setAll(member(members(holder), user)));
      }
    }
  }

  @Override
  public void after(ResolvedCall call) {
    Resource subject = call.subject();
    Resource around = call.around();
    boolean deletes = call.deletesItem();
    if (isHolder(around) && subject.isIn(MEMBERS) && deletes) {
      left(call.account(), around, subject.key());
    } else if (isHolder(around) && subject.isIn(MEMBERS)) {
      move(call, around, subject);
      makePrimary(call, around, subject);
    } else if (deletes && isHolder(subject)) {
      subject
          .collection(members(subject).name())
          .forEach(member -> left(call.account(), subject, member.key()));
    } else if (deletes && subject.isOf("users")) {
      leaveAll(call.account(), subject.key());
    }
  }

  private void move(ResolvedCall call, Resource from, Resource member) {
    Resource to = target(call);
    if (to != null && isMove(call)) {
      member.remove();
      left(call.account(), from, member.key());
      if (to.find(members(to), member.key()) == null) {
        ObjectNode data = member.data().deepCopy();
        new Resource(member.type(), to, null, member.key(), data).addTo();
        joined(call.account(), to, member.key());
      }
    }
  }

  /** The first of a user's groups is the one whose settings count. */
  private void makePrimary(ResolvedCall call, Resource group, Resource member) {
    Resource user = store.user(call.account(), member.key());
    if (user != null && call.body().path("action").asText().equals("set_primary")) {
      user.change(
          data -> {
            ArrayNode ids = data.withArray(HOLDERS.get(GROUPS));
            without(ids, group.key());
            ids.insert(0, group.key());
          });
    }
  }

  private static @Nullable Resource target(ResolvedCall call) {
    return holder(call.account(), GROUPS, call.body().path("target_group_id").asText());
  }

  private void leaveAll(Resource account, String userId) {
    for (String kind : HOLDERS.keySet()) {
      for (Resource holder : account.collection(kind)) {
        Resource member = holder.find(members(holder), userId);
        if (member != null) {
          member.remove();
          left(account, holder, userId);
        }
        ResourceType admins = store.model().type(kind + "/*/admins");
        Resource admin = admins == null ? null : holder.find(admins, userId);
        if (admin != null) {
          admin.remove();
        }
      }
    }
  }

  private ResourceType members(Resource holder) {
    return Objects.requireNonNull(store.model().type(holder.type() + "/*/" + MEMBERS));
  }

  private static @Nullable Resource holder(Resource account, String kind, String id) {
    return account.withKey(kind, id);
  }

  /** A new user is in no group, and has the role that everybody has. */
  @Override
  public void joins(Resource account, Resource user) {
    user.change(data -> data.remove(HOLDERS.values()).remove(ROLE_OF_USER));
    RoleRules.addBuiltIn(store, account);
    give(account, user, RoleRules.MEMBER);
  }

  /** Gives a user of an account a role, in the place of the one before. */
  void give(Resource account, Resource user, String roleId) {
    Resource role = holder(account, ROLES, roleId);
    if (role != null) {
      give(account, user, role);
    }
  }

  private void give(Resource account, Resource user, Resource holder) {
    ResourceType members = members(holder);
    if (holder.find(members, user.key()) == null) {
      new Resource(members, holder, null, user.key(), member(members, user)).addTo();
      joined(account, holder, user.key());
    }
  }

  /** What a membership says of a user. */
  private static ObjectNode member(ResourceType members, Resource user) {
    ObjectNode member = Json.object();
    for (String name : members.properties().keySet()) {
      Json.setIfKnown(member, name, user.data().get(name));
    }
    return member;
  }

  private void joined(Resource account, Resource holder, String userId) {
    count(holder, 1);
    Resource user = store.user(account, userId);
    if (user == null) {
      return;
    }
    String list = HOLDERS.get(holder.type().toString());
    if (list.isEmpty()) {
      Resource before = holder(account, ROLES, user.data().path("role_id").asText());
      Resource membership = before == null ? null : before.find(members(before), userId);
      if (membership != null && before != holder) {
        membership.remove();
        count(before, -1);
      }
      user.change(data -> hasRole(account, data, holder.key()));
    } else {
      user.change(data -> data.withArray(list).add(holder.key()));
    }
  }

  private void left(Resource account, Resource holder, String userId) {
    count(holder, -1);
    Resource user = store.user(account, userId);
    if (user == null) {
      return;
    }
    String list = HOLDERS.get(holder.type().toString());
    if (list.isEmpty()) {
      give(account, user, RoleRules.MEMBER);
    } else {
      user.change(data -> without(data.withArray(list), holder.key()));
    }
  }

  private static void without(ArrayNode ids, String id) {
    for (int i = ids.size() - 1; i >= 0; i--) {
      if (ids.get(i).asText().equals(id)) {
        ids.remove(i);
      }
    }
  }

  private static void hasRole(Resource account, ObjectNode user, String roleId) {
    Resource role = holder(account, ROLES, roleId);
    if (role != null) {
      user.put("role_id", roleId);
      user.set("role_name", role.data().path("name"));
    }
  }

  private static void count(Resource holder, int change) {
    JsonNode total = holder.data().path(TOTAL);
    if (total.isInt()) {
      holder.change(data -> data.put(TOTAL, Math.max(0, total.asInt() + change)));
    }
  }
}
