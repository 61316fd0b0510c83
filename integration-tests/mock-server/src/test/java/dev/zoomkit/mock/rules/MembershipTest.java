package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.Json;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and roles, the number of their members, and what a user says of them. */
class MembershipTest extends Running {
  private String mia;
  private String ovens;
  private String shop;

  @BeforeEach
  void baker() {
    mia =
        created(
            "users",
            "{\"action\":\"create\",\"user_info\":{\"email\":\"mia@bakery.example\",\"type\":1}}");
    ovens = created("groups", "{\"name\":\"Ovens\"}");
    shop = created("groups", "{\"name\":\"Shop\"}");
  }

  private String created(String path, String json) {
    Response created = client.post(path, json);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return created.json().path("id").asText();
  }

  private Response add(String holder) {
    return client.post(holder + "/members", "{\"members\":[{\"id\":\"%s\"}]}".formatted(mia));
  }

  private JsonNode user() {
    return client.get("users/" + mia).json();
  }

  private int total(String list, String id) {
    return StreamSupport.stream(client.get(list).json().path(list).spliterator(), false)
        .filter(one -> one.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .path("total_members")
        .asInt();
  }

  private int members(String holder) {
    return client.get(holder + "/members").json().path("total_records").asInt();
  }

  @Test
  void settingsOfThePrimaryGroupCount() {
    String set = "{\"recording\": {\"cloud_recording\": %s}}";
    client.patch("groups/" + ovens + "/settings", set.formatted(true));
    client.patch("groups/" + shop + "/settings", set.formatted(false));
    add("groups/" + ovens);
    add("groups/" + shop);
    assertThat(recordsToTheCloud()).isTrue();

    String member = "groups/" + shop + "/members/" + mia;
    assertThat(client.patch(member, "{\"action\": \"set_primary\"}").status()).isEqualTo(204);

    assertThat(recordsToTheCloud()).isFalse();
    assertThat(Json.texts(user().path("group_ids"))).containsExactly(shop, ovens);
  }

  private boolean recordsToTheCloud() {
    JsonNode settings = client.get("users/" + mia + "/settings").json();
    return settings.at("/recording/cloud_recording").asBoolean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\": \"\"}", "{\"name\": \"  \"}"})
  void groupHasAName(String body) {
    assertRefused(client.post("groups", body), 400, 300);
    if (body.contains("name")) {
      assertRefused(client.patch("groups/" + ovens, body), 400, 300);
    }
  }

  @Test
  void refusalSaysThatNobodyIsNamed() {
    Response refused = client.post("groups/" + ovens + "/members", "{\"members\": [{}]}");
    assertThat(refused.body()).contains("does not say which user");
  }

  @Test
  void refusalSaysWhatTheRuleIsAndWhatIsNot() {
    Response refused =
        client.post("roles/0/members", "{\"members\": [{\"id\": \"%s\"}]}".formatted(mia));
    assertThat(refused.body()).contains("cannot be given out, such as that of the owner. The role");
  }

  @Test
  void nobodyMovesToNoGroup() {
    add("groups/" + ovens);
    String move = "{\"action\": \"move\", \"target_group_id\": \"\"}";
    assertRefused(client.patch("groups/" + ovens + "/members/" + mia, move), 400, 300);
  }

  @Test
  void ownerKeepsTheRoleOfTheOwner() {
    try (MockZoom other = MockZoom.builder().empty().start()) {
      Client theirs = new Client(other);
      String owner = theirs.get("accounts/me").json().path("owner_id").asText();
      String members = "{\"members\": [{\"id\": \"%s\"}]}".formatted(owner);

      assertRefused(theirs.post("roles/2/members", members), 400, 300);
      assertRefused(theirs.delete("roles/0/members/" + owner), 400, 300);

      assertThat(theirs.get("users/" + owner).json().path("role_id").asText()).isEqualTo("0");
    }
  }

  @Test
  void newUserIsInNoGroupAndHasTheRoleOfAll() {
    assertThat(user().has("group_ids")).isFalse();
    assertThat(user().path("role_id").asText()).isEqualTo("2");
    assertThat(user().path("role_name").asText()).isEqualTo("Member");
  }

  @Test
  void memberIsCountedOnceAndSaysSo() {
    add("groups/" + ovens);
    add("groups/" + ovens);

    assertThat(total("groups", ovens)).isOne();
    assertThat(members("groups/" + ovens)).isOne();
    assertThat(user().path("group_ids")).extracting(JsonNode::asText).containsExactly(ovens);

    client.delete("groups/" + ovens + "/members/" + mia);
    assertThat(total("groups", ovens)).isZero();
    assertThat(user().path("group_ids")).isEmpty();
  }

  @Test
  void whoIsNoUserIsNoMember() {
    assertRefused(
        client.post("groups/" + ovens + "/members", "{\"members\":[{\"id\":\"nobody\"}]}"),
        404,
        1001);
    assertThat(total("groups", ovens)).isZero();
  }

  @Test
  void memberWhoMovesLeavesOneGroupForTheOther() {
    add("groups/" + ovens);

    Response moved =
        client.patch(
            "groups/" + ovens + "/members/" + mia,
            "{\"action\":\"move\",\"target_group_id\":\"%s\"}".formatted(shop));

    assertThat(moved.status()).as(moved.body()).isEqualTo(204);
    assertThat(members("groups/" + ovens)).isZero();
    assertThat(members("groups/" + shop)).isOne();
    assertThat(total("groups", shop)).isOne();
    assertThat(user().path("group_ids")).extracting(JsonNode::asText).containsExactly(shop);
  }

  @Test
  void groupThatIsDeletedLeavesItsMembers() {
    add("groups/" + ovens);
    client.delete("groups/" + ovens);

    assertThat(user().path("group_ids")).isEmpty();
  }

  @Test
  void userHasOneRole() {
    String first = created("roles", "{\"name\":\"Baker\"}");
    String second = created("roles", "{\"name\":\"Miller\"}");
    add("roles/" + first);
    add("roles/" + second);

    assertThat(user().path("role_name").asText()).isEqualTo("Miller");
    assertThat(total("roles", first)).isZero();
    assertThat(members("roles/" + first)).isZero();
    assertThat(total("roles", second)).isOne();

    client.delete("roles/" + second + "/members/" + mia);
    assertThat(user().path("role_id").asText()).isEqualTo("2");
  }

  @Test
  void userWhoIsDeletedLeavesGroupsAndRoles() {
    String baker = created("roles", "{\"name\":\"Baker\"}");
    add("groups/" + ovens);
    add("roles/" + baker);

    client.delete("users/" + mia + "?action=delete");

    assertThat(members("groups/" + ovens)).isZero();
    assertThat(total("groups", ovens)).isZero();
    assertThat(members("roles/" + baker)).isZero();
    assertThat(total("roles", baker)).isZero();
  }

  @Test
  void userIsOneMemberByAddressAndById() {
    client.post(
        "groups/" + ovens + "/members", "{\"members\":[{\"email\":\"mia@bakery.example\"}]}");
    client.post("groups/" + ovens + "/members", "{\"members\":[{\"id\":\"mia@bakery.example\"}]}");
    add("groups/" + ovens);

    assertThat(members("groups/" + ovens)).isOne();
    client.delete("users/" + mia + "?action=delete");
    assertThat(members("groups/" + ovens)).isZero();
  }

  @Test
  void nobodyMovesToAGroupThatIsNotThere() {
    add("groups/" + ovens);

    assertRefused(
        client.patch(
            "groups/" + ovens + "/members/" + mia,
            "{\"action\":\"move\",\"target_group_id\":\"nowhere\"}"),
        404,
        4130);
    assertThat(members("groups/" + ovens)).isOne();
  }

  @Test
  void userWhoIsDeletedManagesNoGroup() {
    client.post("groups/" + ovens + "/admins", "{\"admins\":[{\"email\":\"mia@bakery.example\"}]}");
    assertThat(client.get("groups/" + ovens + "/admins").body()).contains("mia@bakery.example");

    client.delete("users/" + mia + "?action=delete");

    assertThat(client.get("groups/" + ovens + "/admins").body()).doesNotContain("mia@");
  }

  @Test
  void userOfATestIsInNoGroup() {
    assertThat(client.get("users/" + zoom.addUser("noah@bakery.example")).json().has("group_ids"))
        .isFalse();
  }

  @Test
  void pendingUserIsPutIntoTheGroupThatAChangeNames() {
    String user = "{\"email\":\"noah@bakery.example\",\"status\":\"pending\"}";
    String noah = zoom.seed("listUsers", user, 1).get(0);
    String change = "{\"group_id\":\"%s\"}";
    assertThat(client.patch("users/" + noah, change.formatted(ovens)).status()).isEqualTo(204);

    assertThat(total("groups", ovens)).isOne();
    assertThat(texts(client.get("groups/" + ovens + "/members").json().path("members"), "email"))
        .containsExactly("noah@bakery.example");
    assertRefusesField(client.patch("users/" + noah, change.formatted("nowhere")), "group_id");
  }

  @Test
  void membershipSaysOfTheUserWhatTheUserDoes() {
    add("groups/" + ovens);
    client.patch("users/" + mia, "{\"first_name\":\"Emilia\"}");

    for (String holder : new String[] {"groups/" + ovens, "roles/2"}) {
      JsonNode members = client.get(holder + "/members").json().path("members");
      assertThat(texts(members, "first_name")).as(holder).contains("Emilia");
    }
  }
}
