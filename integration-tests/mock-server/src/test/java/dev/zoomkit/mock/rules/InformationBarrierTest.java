package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** Policies that keep two groups apart. */
class InformationBarrierTest extends Running {
  private static final String POLICIES = "information_barriers/policies";
  private static final String EVENTS = "yB3TgPm2Rv6dXq0LaWnE8Q";
  private static final String COMPLIANCE = "c2RwYq8nTkS4mVx0uHbJ6g";

  private JsonNode existing() {
    return client.get(POLICIES).json().path("policies").path(0);
  }

  private Response create(String field, String value) {
    ObjectNode policy = existing().deepCopy();
    policy.remove("id");
    return client.post(POLICIES, policy.put(field, value).toString());
  }

  private Response change(String field, String value) {
    ObjectNode policy = existing().deepCopy();
    String path = POLICIES + "/" + policy.path("id").asText();
    return client.patch(path, policy.put(field, value).toString());
  }

  @Test
  void aPolicyHasANameAndTwoGroupsThatExist() {
    assertRefused(create("to_group_id", "none"), 400, 300);
    assertRefused(create("to_group_id", COMPLIANCE), 400, 7002);
    ObjectNode policy =
        description().operation("createInformationBarrierPolicy").request().example().deepCopy();
    assertRefused(client.post(POLICIES, policy.put("policy_name", "").toString()), 400, 300);
  }

  @Test
  void aChangeIsHeldToWhatANewPolicyIsHeldTo() {
    JsonNode before = existing();
    assertRefused(change("policy_name", ""), 400, 300);
    assertRefused(change("assigned_group_id", "none"), 400, 300);
    assertRefused(change("to_group_id", COMPLIANCE), 400, 7002);
    assertThat(existing()).isEqualTo(before);
    assertThat(change("policy_name", "Others").status()).isEqualTo(200);
    assertThat(existing().path("policy_name").asText()).isEqualTo("Others");
  }

  @Test
  void aChangeDoesNotMakeAPolicyASecondOfItsGroups() {
    assertThat(create("to_group_id", EVENTS).status()).isEqualTo(201);
    assertRefused(change("to_group_id", EVENTS), 400, 7002);
  }

  @Test
  void aPolicyKeepsItsId() {
    JsonNode before = existing();
    assertThat(change("id", "other").status()).isEqualTo(200);
    assertThat(existing()).isEqualTo(before);
    assertThat(client.get(POLICIES + "/other").status()).isNotEqualTo(200);
  }

  @Test
  void aNewPolicyHasNoChaperones() {
    JsonNode made = create("to_group_id", EVENTS).json();
    assertThat(made.has("id")).isTrue();
    assertThat(made.has("chaperone_group_id")).isFalse();
  }

  @Test
  void aGroupIsKeptAsLongAsAPolicyIsLaidOnIt() {
    JsonNode policy = existing();
    String group = "groups/" + policy.path("to_group_id").asText();
    assertRefused(client.delete(group), 400, 200);
    client.delete(POLICIES + "/" + policy.path("id").asText());
    assertThat(client.delete(group).status()).isEqualTo(204);
  }
}
