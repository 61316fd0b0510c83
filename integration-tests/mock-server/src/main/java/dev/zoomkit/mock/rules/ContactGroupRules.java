package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.regex.Pattern;

/** Contact groups: their members are users and groups, each once and never none. */
final class ContactGroupRules implements Rule {
  private static final String GROUPS = "contacts/groups";
  private static final String MEMBERS = "members";
  private static final String GIVEN = "group_members";
  private static final Pattern TOO_MANY =
      Pattern.compile("more than (\\d+) users or more than three user groups");
  private static final Pattern LAST = Pattern.compile("no member would be left");
  private static final int MOST_GROUPS = 3;
  private static final int USER = 1;
  private static final int USER_GROUP = 2;

  /** What a change calls other than everything else does. */
  private static final List<String> PREFIXED = List.of("name", "privacy");

  private final ResourceStore store;

  ContactGroupRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    ResourceType type = call.location().type();
    if (type == null || !type.toString().startsWith(GROUPS)) {
      return;
    }
    ObjectNode body = call.body();
    if (call.creates() && body.has(GIVEN)) {
      body.set(GIVEN, completed(call, body.path(GIVEN)));
    } else if (call.location().role() == Role.ITEM) {
      PREFIXED.stream()
          .filter(body::has)
          .forEach(name -> body.set("group_" + name, body.get(name)));
    }
    boolean deletes = call.operation().method().equals("DELETE");
    call.errors()
        .refuse(
            LAST,
            words -> deletes && call.query("member_ids").size() >= call.members().size(),
            "The contact group would have no member.");
  }

  /** Those of whom a request tells who are not members yet, with their names. */
  private ArrayNode completed(ResolvedCall call, JsonNode given) {
    ArrayNode members = Json.array();
    for (JsonNode one : given) {
      String id = one.path("id").asText();
      if (call.subject().withKey(MEMBERS, id) == null) {
        members.add(member(call, one.path("type").asInt(), id));
      }
    }
    long groups = count(members, USER_GROUP);
    call.errors()
        .refuse(
            TOO_MANY,
            words ->
                count(members, USER) > Integer.parseInt(words.group(1)) || groups > MOST_GROUPS,
            members.size() + " members are too many at once.");
    return members;
  }

  private ObjectNode member(ResolvedCall call, int type, String id) {
    Resource user = type == USER_GROUP ? null : store.user(call.account(), id);
    Resource group = user != null || type == USER ? null : call.account().withKey("groups", id);
    Resource found = user == null ? group : user;
    if (found == null) {
      throw ErrorResponseException.ofField(
          GIVEN, "There is no " + (type == USER_GROUP ? "group " : "user ") + id + ".");
    }
    String name = user == null ? found.data().path("name").asText() : user.fullName();
    return Json.object()
        .put("type", user == null ? USER_GROUP : USER)
        .put("id", found.key())
        .put("name", name);
  }

  private static long count(ArrayNode members, int type) {
    return members.valueStream().filter(one -> one.path("type").asInt() == type).count();
  }

  @Override
  public void after(ResolvedCall call) {
    for (Resource created : call.results()) {
      if (created.isOf(GROUPS)) {
        JsonNode given = call.body().path(GIVEN);
        given.forEach(one -> add(created, (ObjectNode) one.deepCopy()));
        created.change(data -> data.put("total_members", given.size()));
      }
    }
    Resource gone = call.subject();
    if (call.deletesItem() && (gone.isOf("users") || gone.isOf("groups"))) {
      call.account().collection(GROUPS).forEach(group -> leave(group, gone.key()));
    }
  }

  private void add(Resource group, ObjectNode member) {
    ResourceType type = store.model().type(GROUPS + "/*/" + MEMBERS);
    new Resource(type, group, null, member.path("id").asText(), member).addTo();
  }

  private static void leave(Resource group, String key) {
    Resource member = group.withKey(MEMBERS, key);
    if (member != null) {
      member.remove();
    }
  }
}
