package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Divisions, who is in them, and what a user says of them. */
class DivisionTest extends Running {
  private static final String ADVISERS = "dV5mQr9XTcuLz2KbWn7Yhg";

  private String mia;
  private String ovens;

  @BeforeEach
  void bakery() {
    mia = zoom.addUser("mia@bakery.example");
    Response created = client.post("divisions", "{\"division_name\":\"Ovens\"}");
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    ovens = created.json().path("division_id").asText();
  }

  private Response assign(String member) {
    return client.post("divisions/" + ovens + "/users", "{\"users\":[{" + member + "}]}");
  }

  private JsonNode members(String division) {
    return client.get("divisions/" + division + "/users").json();
  }

  private int total(String division) {
    for (JsonNode one : client.get("divisions").json().path("divisions")) {
      if (one.path("division_id").asText().equals(division)) {
        return one.path("total_members").asInt();
      }
    }
    return -1;
  }

  private JsonNode divisionsOfMia() {
    return client.get("users/" + mia).json().path("division_ids");
  }

  @Test
  void membersOfTheExamplesSayWhereTheyAre() {
    assertThat(texts(members(ADVISERS).path("users"), "user_display_name"))
        .containsExactly("Jill Chen", "Sam Okafor");
    assertThat(total(ADVISERS)).isEqualTo(2);
    assertThat(divisionsOfMia()).isEmpty();
    assertThat(client.get("users").json().path("total_records").asInt()).isEqualTo(3);
  }

  @Test
  void memberIsInItOnceAndSaysSo() {
    Response added = assign("\"user_email\":\"mia@bakery.example\"");
    assign("\"user_id\":\"" + mia + "\"");

    assertThat(added.json().path("ids").asText()).isEqualTo(mia);
    assertThat(texts(members(ovens).path("users"), "user_id")).containsExactly(mia);
    assertThat(texts(members(ovens).path("users"), "user_email"))
        .containsExactly("mia@bakery.example");
    assertThat(members(ovens).path("total_records").asInt()).isOne();
    assertThat(total(ovens)).isOne();
    assertThat(divisionsOfMia()).extracting(JsonNode::asText).containsExactly(ovens);
  }

  @Test
  void whoIsNoUserIsNoMember() {
    assertRefused(assign("\"user_id\":\"nobody\""), 404, 40406);
    assertRefused(client.get("divisions/none/users"), 404, 404);
    assertThat(total(ovens)).isZero();
  }

  @Test
  void userIsMovedByAChangeOfTheUser() {
    assign("\"user_id\":\"" + mia + "\"");

    client.patch("users/" + mia, "{\"division_ids\":[\"" + ADVISERS + "\"]}");

    assertThat(total(ovens)).isZero();
    assertThat(texts(members(ADVISERS).path("users"), "user_id")).contains(mia);
  }

  @Test
  void userIsCreatedIntoADivision() {
    client.post(
        "users",
        "{\"action\":\"create\",\"user_info\":{\"email\":\"ed@bakery.example\",\"type\":1,"
            + "\"division_ids\":[\"%s\"]}}".formatted(ovens));

    assertThat(texts(members(ovens).path("users"), "user_email"))
        .containsExactly("ed@bakery.example");
  }

  @Test
  void divisionThatIsDeletedLeavesItsMembers() {
    assign("\"user_id\":\"" + mia + "\"");
    assertThat(client.delete("divisions/" + ovens).status()).isEqualTo(204);

    assertThat(divisionsOfMia()).isEmpty();
    assertThat(total(ovens)).isEqualTo(-1);
  }

  @Test
  void nameIsThatOfOneDivision() {
    assertRefused(client.post("divisions", "{\"division_name\":\"Ovens\"}"), 409, 409);
    assertRefused(client.patch("divisions/" + ovens, "{\"division_name\":\"Advisers\"}"), 409, 409);
    assertThat(client.patch("divisions/" + ovens, "{\"division_name\":\"Ovens\"}").status())
        .isEqualTo(204);
  }

  @Test
  void memberIsSeeded() {
    zoom.seed("assignDivisionMembers", "{\"users\":[{\"user_id\":\"%s\"}]}".formatted(mia), 1);

    assertThat(texts(members(ADVISERS).path("users"), "user_id")).contains(mia);
  }
}
