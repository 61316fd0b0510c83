package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans of a sub-account, and the licences of users that they have room for. */
class BillingTest extends Running {
  private String account;

  @BeforeEach
  void createAnAccount() {
    String example = description().operation("createSubAccount").request().example().toString();
    account = "accounts/" + client.post("accounts", example).json().path("id").asText();
  }

  private JsonNode json(String path) {
    return client.get(account + path).json();
  }

  private void subscribe(int hosts) {
    subscribe("{\"contact\": %s, \"plan_base\": {\"type\": \"yearly_biz\", \"hosts\": %d}}", hosts);
  }

  private void subscribe(String body, int hosts) {
    JsonNode contact =
        description().operation("subscribePlans").request().example().path("contact");
    assertThat(client.post(account + "/plans", body.formatted(contact, hosts)).status())
        .isEqualTo(201);
  }

  private String user(int n, int type) {
    return "{\"action\": \"create\", \"user_info\": {\"email\": \"u%d@acme.example\", \"type\": %d}}"
        .formatted(n, type);
  }

  @Test
  void aNewAccountIsFree() {
    assertThat(json("/plans")).isEmpty();
    assertThat(json("").path("seats").asInt()).isZero();
    assertThat(json("").path("account_type").asText()).isEqualTo("Free");
    assertRefused(client.get(account + "/plans/usage"), 400, 200);
    String plan = "{\"type\": \"webinar500_yearly\", \"hosts\": 2}";
    assertRefused(client.post(account + "/plans/addons", plan), 400, 2100);
    assertRefused(client.put(account + "/plans/addons", plan), 400, 3261);
    assertRefused(client.put(account + "/plans/base", plan.replace("webinar500_", "")), 400, 2100);
    assertRefused(
        client.patch(account + "/plans/base/status", "{\"action\": \"cancel\"}"), 400, 200);
  }

  @Test
  void aBasePlanIsBoughtChangedAndCancelled() {
    subscribe(3);
    assertThat(json("/plans").at("/plan_base/status").asText()).isEqualTo("active");
    assertThat(json("/plans").at("/plan_base/service_effective_date").asText())
        .isEqualTo("2026-11-22");
    assertThat(json("/plans").at("/plan_base/next_invoice_date").asText()).isEqualTo("2027-11-22");
    assertThat(json("").path("account_type").asText()).isEqualTo("Business");
    assertThat(json("").path("seats").asInt()).isEqualTo(3);
    String example = description().operation("subscribePlans").request().example().toString();
    assertRefused(client.post(account + "/plans", example), 400, 200);

    client.put(account + "/plans/base", "{\"type\": \"monthly_pro\", \"hosts\": 5}");
    assertThat(json("/plans").at("/plan_base/hosts").asInt()).isEqualTo(5);
    assertThat(json("").path("account_type").asText()).isEqualTo("Pro");
    assertRefused(client.delete(account), 404, 2000);

    String cancel = "{\"action\": \"cancel\"}";
    assertThat(client.patch(account + "/plans/base/status", cancel).status()).isLessThan(300);
    assertThat(json("/plans").at("/plan_base/status").asText()).isEqualTo("cancelled");
    assertThat(json("").path("seats").asInt()).isZero();
    assertRefused(client.patch(account + "/plans/base/status", cancel), 400, 200);
    assertThat(client.delete(account).status()).isEqualTo(204);
  }

  @Test
  void anAddOnIsBoughtChangedAndCancelled() {
    subscribe(3);
    client.post(account + "/plans/addons", "{\"type\": \"webinar500_yearly\", \"hosts\": 2}");
    assertThat(json("/plans").at("/plan_webinar/0/hosts").asInt()).isEqualTo(2);
    assertThat(json("/plans/usage").at("/plan_base/hosts").asInt()).isEqualTo(3);

    client.put(account + "/plans/addons", "{\"type\": \"webinar1000_monthly\", \"hosts\": 4}");
    assertThat(json("/plans").at("/plan_webinar/0/type").asText()).isEqualTo("webinar1000_monthly");
    assertRefused(
        client.put(account + "/plans/addons", "{\"type\": \"zroom_yearly\", \"hosts\": 4}"),
        400,
        2100);

    String cancel = "{\"action\": \"cancel\", \"type\": \"webinar1000_monthly\"}";
    client.patch(account + "/plans/addons/status", cancel);
    assertThat(json("/plans").at("/plan_webinar/0/status").asText()).isEqualTo("cancelled");
    assertRefused(client.patch(account + "/plans/addons/status", cancel), 400, 200);
  }

  @Test
  void useIsCountedForEveryPlan() {
    subscribe(3);
    client.post(account + "/plans/addons", "{\"type\": \"webinar500_yearly\", \"hosts\": 2}");
    client.post(account + "/plans/addons", "{\"type\": \"100gb_yearly\"}");
    client.post(account + "/users", user(1, 2));
    JsonNode unused = json("/plans/usage");
    assertThat(unused.at("/plan_webinar/0/usage").asInt(-1)).isZero();
    assertThat(unused.at("/plan_recording/plan_storage").asText()).isEqualTo("100 GB");
    assertThat(unused.at("/plan_recording/plan_storage_usage").asText()).isEqualTo("0.00 GB");

    String feature = "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}";
    client.patch(account + "/users/u1@acme.example/settings", feature);
    assertThat(json("/plans/usage").at("/plan_webinar/0/usage").asInt()).isEqualTo(1);
    assertThat(json("/plans/usage").at("/plan_webinar/0/hosts").asInt()).isEqualTo(2);
  }

  @Test
  void licencesEndWithThePlan() {
    assertRefused(client.post(account + "/users", user(0, 2)), 400, 2034);
    subscribe(2);
    int free = 2 - json("/plans/usage").at("/plan_base/usage").asInt();
    for (int n = 1; n <= free; n++) {
      assertThat(client.post(account + "/users", user(n, 2)).status()).isEqualTo(201);
    }
    assertRefused(client.post(account + "/users", user(8, 2)), 400, 2034);
    assertThat(client.post(account + "/users", user(9, 1)).status()).isEqualTo(201);
    assertRefused(client.patch(account + "/users/u9@acme.example", "{\"type\": 2}"), 400, 2034);

    JsonNode outcome =
        client
            .post(
                account + "/users/features",
                "{\"feature_type\": \"user_type\", \"feature_value\": \"2\", \"users\": ["
                    + "{\"email\": \"u9@acme.example\"}, {\"email\": \"u1@acme.example\"},"
                    + " {\"email\": \"x@acme.example\"}]}")
            .json();
    assertThat(texts(outcome.path("fail_details"), "reason"))
        .containsExactly("Not enough seats", "No need to update", "Users not found");
    assertThat(json("/plans/usage").at("/plan_base/usage").asInt()).isEqualTo(2);
  }

  @Test
  void featuresThatManyGetShowInTheirSettings() {
    String features =
        "{\"feature_type\": \"webinar\", \"feature_value\": \"%s\", \"users\": [{\"id\": \"%s\"}]}";
    for (String value : new String[] {"0", "1"}) {
      client.post("users/features", features.formatted(value, zoom.example("userId")));
      assertThat(client.get(host + "/settings").json().at("/feature/webinar").asBoolean())
          .isEqualTo(value.equals("1"));
    }
  }

  @Test
  void addOnsGoWithTheLicence() {
    String webinars = "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}";
    client.patch(host + "/settings", webinars);
    client.patch(host, "{\"type\": 1}");
    client.patch(host, "{\"type\": 2}");

    JsonNode feature = client.get(host + "/settings").json().path("feature");
    assertThat(feature.path("webinar").asBoolean()).isFalse();
  }

  @Test
  void responseToAnAddOnHasWhatTheAccountHasBought() {
    subscribe(3);
    JsonNode bought =
        client
            .post(
                account + "/plans/addons", "{\"type\": \"large_meeting500_yearly\", \"hosts\": 4}")
            .json();

    assertThat(bought.at("/plan_base/hosts").asInt()).isEqualTo(3);
    assertThat(bought.at("/plan_large_meeting/0/hosts").asInt()).isEqualTo(4);
    assertThat(bought.has("plan_webinar")).isFalse();
    assertThat(bought.has("plan_recording")).isFalse();
  }

  @Test
  void usageOfContactCenterIsAListInTheResponseToAnAddOnAlone() {
    subscribe(
        "{\"contact\": %s, \"plan_base\": {\"type\": \"yearly_biz\", \"hosts\": %d},"
            + " \"plan_zcc\": {\"plan_usage\": {\"type\": \"zcc_usage_monthly\"}}}",
        3);
    String addon = "{\"type\": \"webinar500_yearly\", \"hosts\": 2}";

    JsonNode bought = client.post(account + "/plans/addons", addon).json();
    assertThat(bought.at("/plan_zcc/plan_usage/0/type").asText()).isEqualTo("zcc_usage_monthly");
    assertThat(json("/plans").at("/plan_zcc/plan_usage/type").asText())
        .isEqualTo("zcc_usage_monthly");
  }

  @Test
  void invoicesGoToTheContactOfTheSubscription() {
    subscribe(3);

    assertThat(json("/billing"))
        .isEqualTo(description().operation("subscribePlans").request().example().path("contact"));
  }

  @Test
  void planWithoutAKindInItsCodeIsAPro() {
    String contact =
        description().operation("subscribePlans").request().example().path("contact").toString();
    client.post(
        account + "/plans",
        "{\"contact\": %s, \"plan_base\": {\"type\": \"monthly\", \"hosts\": 1}}"
            .formatted(contact));

    assertThat(json("").path("account_type").asText()).isEqualTo("Pro");
  }

  @Test
  void renewalsAreThoseOfTheIntervalAskedFor() {
    String path = "accounts/billing/renewals";
    assertThat(client.get(path).json().path("interval").asInt()).isEqualTo(30);
    assertThat(client.get(path + "?interval=90").json().path("interval").asInt()).isEqualTo(90);
  }
}
