package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.spec.reader.Json;

/** What there is, in numbers: which accounts with which users, and how many things of each sort. */
public final class Inventory {
  private static final int MOST_USERS = 200;

  private Inventory() {}

  /** All accounts, the own one first; of each the first 200 users. */
  public static ArrayNode of(ResourceStore store) {
    ArrayNode accounts = Json.array();
    store.accounts().forEach(account -> accounts.add(account(store, account)));
    return accounts;
  }

  private static ObjectNode account(ResourceStore store, Resource account) {
    ObjectNode row = Json.object().put("id", account.key());
    ResourceType users = store.users();
    ArrayNode shown = Json.array();
    if (users != null) {
      account.collection(users.name()).stream()
          .limit(MOST_USERS)
          .forEach(user -> shown.add(user(store, account, user, users)));
    }
    row.set("has", counts(store, account));
    row.set("users", shown);
    return row;
  }

  /** How many there are of each sort that is the account's own. */
  private static ObjectNode counts(ResourceStore store, Resource account) {
    ObjectNode counts = Json.object();
    for (ResourceType type : store.model().types()) {
      int count = type.parent() == null ? account.collection(type.name()).size() : 0;
      put(counts, type, count);
    }
    return counts;
  }

  private static ObjectNode user(
      ResourceStore store, Resource account, Resource user, ResourceType users) {
    ObjectNode counts = Json.object();
    for (ResourceType type : store.model().types()) {
      int count = 0;
      if (users.equals(type.parent())) {
        count = user.collection(type.name()).size();
      } else if (type.parent() == null) {
        count = account.collection(type.name(), user).size();
      }
      put(counts, type, count);
    }
    ObjectNode row = Json.object().put("id", user.key());
    row.put("email", user.data().path("email").asText());
    row.set("has", counts);
    return row;
  }

  private static void put(ObjectNode counts, ResourceType type, int count) {
    if (count > 0) {
      counts.put(type.name(), count);
    }
  }
}
