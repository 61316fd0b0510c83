package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** How much there is in an account, as the admin API is told. */
final class WorldRequest {
  private WorldRequest() {}

  /** What {@link MockZoom.Builder#account} is told with it. */
  static Consumer<AccountSeed> account(JsonNode says) {
    return account -> {
      count(says, "users", account::users);
      count(says, "groups", account::groups);
      count(says, "meetings_per_user", account::meetingsPerUser);
      count(says, "webinars_per_user", account::webinarsPerUser);
      count(says, "registrants_per_webinar", account::registrantsPerWebinar);
      if (says.get("past") instanceof ObjectNode past) {
        account.past(sessions -> past(past, sessions));
      }
      for (JsonNode sub : says.path("sub_accounts")) {
        account.subAccounts(sub.path("count").asInt(1), account(sub));
      }
    };
  }

  private static void past(ObjectNode says, PastSeed past) {
    count(says, "meetings_per_user", past::meetingsPerUser);
    count(says, "webinars_per_user", past::webinarsPerUser);
    JsonNode participants = says.path("participants");
    if (participants.isObject()) {
      past.participants(participants.path("least").asInt(), participants.path("most").asInt());
    }
    if (says.has("over")) {
      past.over(AdminApi.duration(says, "over"));
    }
    if (says.has("recorded")) {
      past.recorded(says.path("recorded").asDouble());
    }
  }

  private static void count(JsonNode says, String name, IntConsumer seed) {
    if (says.has(name)) {
      seed.accept(says.path(name).asInt());
    }
  }
}
