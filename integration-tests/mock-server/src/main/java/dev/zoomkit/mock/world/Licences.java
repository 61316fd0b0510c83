package dev.zoomkit.mock.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The base plan of an account, which says how many of its users may be licensed. */
final class Licences {
  private static final String YEARLY_BUSINESS = "yearly_biz";

  private Licences() {}

  /** Adds as many as the users could need. */
  static void raise(Site site) {
    JsonNode base = site.call("getAccountPlans", Map.of(), Json.object()).path("plan_base");
    if (base.path("hosts").asInt() < site.plan().users()) {
      site.call(
          "updateBasePlan",
          Map.of(),
          Json.object()
              .put("type", base.path("type").asText(YEARLY_BUSINESS))
              .put("hosts", site.plan().users()));
    }
  }

  /** Buys as many as the users could need since a time, and gives one to the owner. */
  static void buy(Site site, Person owner, Instant since) {
    ObjectNode order = Json.object();
    order
        .putObject("contact")
        .put("first_name", owner.firstName())
        .put("last_name", owner.lastName())
        .put("email", owner.email())
        .put("phone_number", "+12025550117")
        .put("address", "Market Street 1")
        .put("city", owner.place().title())
        .put("state", owner.place().title())
        .put("zip", "10000")
        .put("country", owner.place().country());
    order
        .putObject("subscription_options")
        .put("service_effective_date", LocalDate.ofInstant(since, ZoneOffset.UTC).toString());
    order.putObject("plan_base").put("type", YEARLY_BUSINESS).put("hosts", site.plan().users());
    site.call("subscribePlans", Map.of(), order);
    site.call(
        "updateUser", Map.of("userId", owner.email()), Json.object().put("type", Staff.LICENSED));
    Staff.describe(site, owner.email(), owner);
  }
}
