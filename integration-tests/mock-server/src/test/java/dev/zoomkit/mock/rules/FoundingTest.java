package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.AccountSeed;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an account has from its first day: roles, an owner, and counts that are right. */
class FoundingTest extends Running {
  private static final String HEAD = "mia@bakery.example";

  private Response found() {
    return client.post(
        "accounts",
        "{\"first_name\":\"Mia\",\"last_name\":\"Rye\",\"email\":\"%s\",\"password\":\"Sup9rb-1x\"}"
            .formatted(HEAD));
  }

  private static void assertRolesHaveTheirMembers(Client zoom, String account, int users) {
    int members = 0;
    for (JsonNode role : zoom.get(account + "roles").json().path("roles")) {
      JsonNode page =
          zoom.get(account + "roles/" + role.path("id").asText() + "/members?page_size=300").json();
      assertThat(page.path("total_records")).as("%s", role).isEqualTo(role.path("total_members"));
      for (JsonNode member : page.path("members")) {
        JsonNode user = zoom.get(account + "users/" + member.path("id").asText()).json();
        assertThat(user.path("role_id")).isEqualTo(role.path("id"));
        assertThat(user.path("role_name")).isEqualTo(role.path("name"));
      }
      members += page.path("total_records").asInt();
    }
    assertThat(members).isEqualTo(users);
  }

  @Test
  void everyoneInASeededAccountIsInTheirRoleAndOneOwnsIt() {
    Consumer<AccountSeed> company =
        account -> account.users(30).subAccounts(1, branch -> branch.users(3));
    try (MockZoom mock = MockZoom.builder().startAt(START).account(company).start()) {
      Client zoom = new Client(mock);
      assertRolesHaveTheirMembers(zoom, "", 30);
      assertThat(zoom.get("roles/0/members").json().path("members")).hasSize(1);
      JsonNode own = zoom.get("accounts/me").json();
      assertThat(zoom.get("users/" + own.path("owner_id").asText()).json().path("email"))
          .isEqualTo(own.path("owner_email"));

      JsonNode branch = zoom.get("accounts").json().at("/accounts/0");
      assertRolesHaveTheirMembers(zoom, "accounts/" + branch.path("id").asText() + "/", 3);
      assertThat(branch.path("account_number")).isNotEqualTo(own.path("account_number"));
    }
  }

  @Test
  void ownerOfANewAccountIsActiveAndWithoutALicence() {
    String account = "accounts/" + found().json().path("id").asText();

    JsonNode active = client.get(account + "/users?status=active").json().path("users");
    assertThat(texts(active, "email")).containsExactly(HEAD);
    assertThat(active.at("/0/role_id").asText()).isEqualTo("0");
    assertThat(active.at("/0/type").asInt()).isEqualTo(1);
    assertThat(texts(client.get(account + "/roles").json().path("roles"), "id"))
        .containsExactly("0", "1", "2");
    assertRolesHaveTheirMembers(client, account + "/", 1);
  }

  @Test
  void newAccountsHaveNumbersOfTheirOwn() {
    found();

    JsonNode accounts = client.get("accounts").json().path("accounts");
    assertThat(texts(accounts, "account_number")).doesNotHaveDuplicates();
  }

  @Test
  void ownerCannotBeDeletedNorARoleThatEveryAccountHas() {
    try (MockZoom mock = MockZoom.builder().empty().startAt(START).start()) {
      Client zoom = new Client(mock);
      String owner = "users/" + mock.example("userId");
      assertRefused(zoom.delete(owner + "?action=delete"), 400, 200);
      assertThat(zoom.get(owner).status()).isEqualTo(200);
    }
    for (String role : List.of("0", "1", "2")) {
      assertRefused(client.delete("roles/" + role), 400, 1034);
      assertRefused(client.patch("roles/" + role, "{\"name\":\"Other\"}"), 400, 1034);
      assertThat(client.get("roles/" + role).status()).isEqualTo(200);
    }
  }

  @Test
  void usersAreCountedByLicence() {
    String account = "accounts/" + found().json().path("id").asText();
    client.post(
        account + "/users",
        "{\"action\":\"create\",\"user_info\":{\"email\":\"noah@bakery.example\",\"type\":1}}");

    JsonNode counts = client.get(account + "/users/summary").json();
    assertThat(counts.path("basic_users_count").asInt()).isEqualTo(2);
    assertThat(counts.path("licensed_users_count").asInt()).isZero();
    assertThat(counts.path("total_users_count").asInt()).isEqualTo(2);
    assertThat(client.get("users/summary").json().path("total_users_count").asInt())
        .isEqualTo(client.get("users").json().path("total_records").asInt());
  }

  @Test
  void userMayDoWhatTheRoleSays() {
    String noah = "users/" + zoom.addUser("noah@bakery.example");
    assertThat(client.get(noah + "/permissions").json().path("permissions")).isEmpty();

    String role =
        client
            .post("roles", "{\"name\":\"Baker\",\"privileges\":[\"Group:Edit\"]}")
            .json()
            .path("id")
            .asText();
    client.post(
        "roles/" + role + "/members", "{\"members\":[{\"email\":\"noah@bakery.example\"}]}");
    assertThat(client.get(noah + "/permissions").json().path("permissions"))
        .extracting(JsonNode::asText)
        .containsExactly("Group:Edit");

    client.post("roles/1/members", "{\"members\":[{\"email\":\"noah@bakery.example\"}]}");
    assertThat(client.get(noah + "/permissions").json().path("permissions"))
        .extracting(JsonNode::asText)
        .contains("Group:Edit", "User:Read");
  }

  @Test
  void userWhoseRoleIsDeletedIsAMemberLikeOthers() {
    String noah = zoom.addUser("noah@bakery.example");
    String role = client.post("roles", "{\"name\":\"Baker\"}").json().path("id").asText();
    client.post("roles/" + role + "/members", "{\"members\":[{\"id\":\"%s\"}]}".formatted(noah));

    client.delete("roles/" + role);

    assertThat(client.get("users/" + noah).json().path("role_id").asText()).isEqualTo("2");
    JsonNode members = client.get("roles/2/members").json().path("members");
    assertThat(texts(members, "id")).contains(noah);
    assertThat(client.get("users/" + noah + "/permissions").json().path("permissions")).isEmpty();
  }

  @Test
  void newUsersAreCountedOnTheDayOnWhichTheyCame() {
    zoom.addUser("noah@bakery.example");

    JsonNode days = client.get("report/daily?year=2026&month=11").json().path("dates");
    assertThat(days.get(21).path("new_users").asInt()).isOne();
  }

  @Test
  void plansOfASeededAccountAreInForceAndPaidForUntilAComingDay() {
    Consumer<AccountSeed> company = account -> account.subAccounts(1, branch -> branch.users(2));
    try (MockZoom mock = MockZoom.builder().startAt(START).account(company).start()) {
      Client zoom = new Client(mock);
      for (String account :
          List.of("me", zoom.get("accounts").json().at("/accounts/0/id").asText())) {
        JsonNode plans = zoom.get("accounts/" + account + "/plans").json();
        assertThat(plans.findValuesAsText("service_effective_date"))
            .isNotEmpty()
            .allSatisfy(day -> assertThat(day).isLessThan("2026-11-22"));
        assertThat(plans.findValuesAsText("next_invoice_date"))
            .allSatisfy(day -> assertThat(day).isGreaterThan("2026-11-22"));
        JsonNode own = zoom.get("accounts/" + account).json();
        assertThat(own.path("subscription_end_time").asText()).isGreaterThan("2026-11-22");
      }
    }
  }
}
