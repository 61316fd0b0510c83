package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contact groups, and the users and groups in them. */
class ContactGroupTest extends Running {
  private static final String SAM = "c9WmXt3JRvuKe5yLq0PzDg";
  private static final String SALES = "sK9fVx5HQm1cZrUo7PtLdA";

  private String bakers;

  @BeforeEach
  void bakers() {
    Response created =
        client.post(
            "contacts/groups",
            "{\"group_name\":\"Bakers\",\"group_privacy\":2,\"group_members\":[%s]}"
                .formatted(user(SAM)));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    assertThat(created.json().path("total_members").asInt()).isOne();
    bakers = "contacts/groups/" + created.json().path("group_id").asText();
  }

  private static String user(String id) {
    return "{\"type\":1,\"id\":\"" + id + "\"}";
  }

  private static String group(String id) {
    return "{\"type\":2,\"id\":\"" + id + "\"}";
  }

  private Response add(String... members) {
    return client.post(
        bakers + "/members", "{\"group_members\":[" + String.join(",", members) + "]}");
  }

  private JsonNode members() {
    return client.get(bakers + "/members").json().path("group_members");
  }

  @Test
  void isNotMadeOfNobody() {
    String body = "{\"group_name\":\"Nobody\",\"group_members\":[%s]}";
    assertRefused(client.post("contacts/groups", body.formatted(user("n0b0dy"))), 400, 300);
    assertThat(texts(client.get("contacts/groups").json().path("groups"), "group_name"))
        .doesNotContain("Nobody");
  }

  @Test
  void membersAreUsersAndGroupsByTheirNames() {
    Response added = add(group(SALES), user(zoom.example("userId")));

    assertThat(added.json().path("member_ids"))
        .extracting(JsonNode::asText)
        .containsExactly(SALES, zoom.example("userId"));
    assertThat(texts(members(), "name")).containsExactly("Sam Okafor", "Sales", "Jill Chen");
    assertThat(texts(members(), "type")).containsExactly("1", "2", "1");
    assertThat(client.get(bakers).json().path("total_members").asInt()).isEqualTo(3);
  }

  @Test
  void memberIsInItOnce() {
    assertThat(add(user(SAM), group(SALES)).json().path("member_ids")).hasSize(1);

    assertThat(texts(members(), "id")).containsExactly(SAM, SALES);
  }

  @Test
  void whoIsUnknownIsNotAdded() {
    assertRefused(add(user("nobody")), 400, 300);
    assertRefused(add(group("none")), 400, 300);
    assertRefused(add(user(SALES)), 400, 300);
    assertThat(members()).hasSize(1);
  }

  @Test
  void noMoreAreAddedAtOnceThanZoomTakes() {
    String users =
        IntStream.range(0, 51)
            .mapToObj(i -> user(zoom.addUser("baker" + i + "@bakery.example")))
            .collect(Collectors.joining(","));

    assertRefused(add(users), 400, 300);
    assertThat(members()).hasSize(1);
  }

  @Test
  void oneMemberIsLeft() {
    add(group(SALES));

    assertRefused(client.delete(bakers + "/members?member_ids=" + SAM + "," + SALES), 400, 300);
    assertThat(client.delete(bakers + "/members?member_ids=" + SAM).status()).isEqualTo(204);
    assertRefused(client.delete(bakers + "/members?member_ids=" + SALES), 400, 300);
    assertThat(texts(members(), "id")).containsExactly(SALES);
  }

  @Test
  void memberOfTheExamplesLeaves() {
    String desk = "contacts/groups/kV3nXs8RTumWq5ZcYb2Ldg";
    assertThat(client.get(desk + "/members").body()).contains(SALES);
    Response left = client.delete(desk + "/members?member_ids=" + SALES);
    assertThat(left.status()).as(left.body()).isEqualTo(204);
  }

  @Test
  void whoIsDeletedIsNoMember() {
    add(group(SALES));
    client.delete("users/" + SAM + "?action=delete");
    client.delete("information_barriers/policies/7dQb0kVbS5qkXf1oZ3Mx8w");
    client.delete("groups/" + SALES);

    assertThat(members()).isEmpty();
  }

  @Test
  void changeSpeaksOfNameAndPrivacy() {
    client.patch(bakers, "{\"name\":\"Millers\",\"privacy\":3}");

    JsonNode changed = client.get(bakers).json();
    assertThat(changed.path("group_name").asText()).isEqualTo("Millers");
    assertThat(changed.path("group_privacy").asInt()).isEqualTo(3);
    assertThat(texts(client.get("contacts/groups").json().path("groups"), "group_name"))
        .contains("Millers")
        .doesNotContain("Bakers");
    assertRefused(client.get("contacts/groups/none"), 400, 300);
  }
}
