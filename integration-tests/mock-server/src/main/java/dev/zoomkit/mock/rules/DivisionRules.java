package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;

/** Divisions: who is in one stands at the user, whoever puts it there, and all else follows. */
final class DivisionRules implements Rule {
  private static final String DIVISIONS = "divisions";
  private static final String MEMBERS = DIVISIONS + "/*/users";
  private static final String USERS = "users";
  private static final String IDS = "division_ids";

  private final ResourceStore store;

  DivisionRules(ResourceStore store) {
    this.store = store;
  }

  private static boolean isAbout(ResolvedCall call, String kind) {
    ResourceType type = call.location().type();
    return type != null && type.toString().equals(kind);
  }

  /** Completes what a request says of a member by what is known of the user. */
  @Override
  public void check(ResolvedCall call) {
    if (!call.creates() || !isAbout(call, MEMBERS)) {
      return;
    }
    ArrayNode members = Json.array();
    for (JsonNode given : call.given()) {
      String name = given.path("user_id").asText(given.path("user_email").asText());
      Resource user = store.user(call.account(), name);
      if (user == null) {
        throw NotFoundErrors.notFound(call.operation(), "user", name);
      }
      members.add(row(user));
    }
    call.body().set(USERS, members);
  }

  private static ObjectNode row(Resource user) {
    JsonNode data = user.data();
    return Json.object()
        .put("user_id", user.key())
        .put("user_display_name", data.path("display_name").asText(user.fullName()))
        .put("user_email", data.path("email").asText());
  }

  @Override
  public boolean carriesOut(ResolvedCall call) {
    if (!call.creates() || !isAbout(call, MEMBERS)) {
      return false;
    }
    for (JsonNode given : call.given()) {
      Resource user = store.user(call.account(), given.path("user_id").asText());
      if (user != null) {
        join(user, call.subject().key());
        call.hasFound(member(call, user));
      }
    }
    return true;
  }

  private static Resource member(ResolvedCall call, Resource user) {
    return new Resource(call.location().type(), call.subject(), null, user.key(), row(user));
  }

  private static void join(Resource user, String division) {
    List<String> ids = ids(user);
    if (!ids.contains(division)) {
      user.change(data -> data.withArray(IDS).add(division));
    }
  }

  private static List<String> ids(Resource user) {
    return Json.texts(user.data().path(IDS));
  }

  /** A member whom a test seeds, and a user who is created into divisions. */
  @Override
  public void changed(ResolvedCall call, Resource resource) {
    Resource user = resource.isOf(MEMBERS) ? store.user(call.account(), resource.key()) : null;
    if (user != null) {
      join(user, call.subject().key());
    }
    JsonNode given = call.body().path("user_info").path(IDS);
    if (call.creates() && resource.isOf(USERS) && given.isArray()) {
      resource.change(data -> data.set(IDS, given));
    }
  }

  /** A new user is in no division. */
  @Override
  public void joins(Resource account, Resource user) {
    user.change(data -> data.remove(IDS));
  }

  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    if (isAbout(call, DIVISIONS)) {
      kept.forEach(
          division -> {
            int total = members(call.account(), division.key()).size();
            division.change(data -> data.put("total_members", total));
          });
    }
    return isAbout(call, MEMBERS)
        ? members(call.account(), call.subject().key()).stream()
            .map(user -> member(call, user))
            .toList()
        : kept;
  }

  private static List<Resource> members(Resource account, String division) {
    return account.collection(USERS).stream().filter(user -> ids(user).contains(division)).toList();
  }

  /** A division that is deleted leaves its members. */
  @Override
  public void after(ResolvedCall call) {
    Resource division = call.subject();
    if (call.deletesItem() && division.isOf(DIVISIONS)) {
      for (Resource user : members(call.account(), division.key())) {
        List<String> others = new ArrayList<>(ids(user));
        others.remove(division.key());
        user.change(data -> others.forEach(data.putArray(IDS)::add));
      }
    }
  }
}
