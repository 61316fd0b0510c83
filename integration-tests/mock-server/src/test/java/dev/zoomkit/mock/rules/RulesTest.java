package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that the description's error rows state, where what exists decides them. */
class RulesTest extends Running {

  /** Creates a thing twice as the description's example has it. */
  @ParameterizedTest
  @CsvSource({
    "createUser, 409, 1005",
    "createSubAccount, 409, 1005",
    "createGroup, 409, 4132",
    "createImGroup, 409, 4132",
    "createDivision, 409, 409",
    "createRole, 400, 1224",
    "createH323Device, 404, 2020",
    "createTrackingField, 400, 200",
    "enableSipPhone, 400, 300",
    "enableUserSipPhone, 400, 300",
    "addDevice, 400, 30055006",
    "createDataRequests, 409, 14114",
    "createMeetingTemplate, 400, 3000",
    "createWebinarTemplate, 400, 3000",
    "addSipTrunkInternalNumbers, 400, 300",
    "createInformationBarrierPolicy, 400, 7002"
  })
  void whatIsUniqueIsCreatedOnce(String operationId, int status, int code) {
    DescribedOperation operation = description().operation(operationId);
    String path = Client.path(operation, operation.path(), "me");
    String body = operation.request().example().toString();
    assertThat(client.post(path, body).status()).isEqualTo(operation.success());
    assertRefused(client.post(path, body), status, code);
  }

  @Test
  void everyConflictThatTheDescriptionKnowsIsKept() {
    List<String> conflicts =
        description().operations().stream()
            .filter(operation -> operation.method().equals("POST"))
            .filter(operation -> operation.errors().stream().anyMatch(row -> row.status() == 409))
            .map(DescribedOperation::id)
            .toList();
    assertThat(conflicts)
        .containsExactlyInAnyOrder(
            "createUser",
            "createSubAccount",
            "createGroup",
            "createImGroup",
            "createDivision",
            "createDataRequests");
  }

  @Test
  void aNameIsNotTakenByTheThingThatHasIt() {
    String group = "groups/" + zoom.example("groupId");
    String name = client.get(group).json().path("name").asText();
    assertThat(client.patch(group, "{\"name\": \"" + name + "\"}").status()).isEqualTo(204);
    assertRefused(client.patch(group, "{\"name\": \"Sales\"}"), 409, 4132);
    String role = "roles/" + zoom.example("roleId");
    assertRefused(client.patch(role, "{\"name\": \"Admin\"}"), 400, 1224);
    String device =
        "{\"name\": \"Lecture hall Porto\", \"protocol\": \"SIP\", \"ip\": \"203.0.113.1\", \"encryption\": \"no\"}";
    assertRefused(client.patch("h323/devices/" + zoom.example("deviceId"), device), 404, 2020);
    assertRefused(
        client.patch("tracking_fields/" + zoom.example("fieldId"), "{\"field\": \"Project code\"}"),
        400,
        200);
    zoom.addUser("thomas@bakery.example");
    client.patch("users/thomas@bakery.example", "{\"vanity_name\": \"bread\"}");
    assertRefused(client.patch(host, "{\"vanity_name\": \"bread\"}"), 400, 4100);
  }

  @Test
  void anAddressIsTakenInWhicheverAccount() {
    zoom.addUser("thomas@bakery.example");
    String thomas =
        "{\"action\": \"create\", \"user_info\": {\"email\": \"Thomas@Bakery.example\", \"type\": 1}}";
    assertRefused(client.post("users", thomas), 409, 1005);
    assertRefused(
        client.post("accounts/" + zoom.example("accountId") + "/users", thomas), 409, 1005);
    assertThatThrownBy(() -> zoom.addUser("thomas@bakery.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("thomas@bakery.example");
    assertThatThrownBy(() -> zoom.seed("createUser", thomas, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("thomas@bakery.example".replace("t", "T").substring(1, 5));
  }

  @Test
  void aTemplateIsOverwrittenWhereTheCallerSaysSo() {
    String template =
        "{\"webinar_id\": 98520143677, \"name\": \"Product updates\", \"overwrite\": %s}";
    assertRefused(client.post(host + "/webinar_templates", template.formatted(false)), 400, 3000);
    assertThat(client.post(host + "/webinar_templates", template.formatted(true)).status())
        .isEqualTo(201);
    assertThat(texts(client.get(host + "/webinar_templates").json().path("templates"), "name"))
        .containsOnlyOnce("Product updates");
  }

  @Test
  void nobodyRegistersWhereRegistrationIsOff() {
    String path = newWebinar("{\"topic\": \"Launch\"}");
    String anna = "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"}";
    String people = "{\"registrants\": [" + anna + "]}";
    assertRefused(client.post(path + "/registrants", anna), 400, 3000);
    assertRefused(client.post(path + "/batch_registrants", people), 400, 3000);
    assertRefused(client.get(path + "/registrants/questions"), 400, 3000);
    assertRefused(client.put(path + "/registrants/status", "{\"action\": \"approve\"}"), 400, 300);

    client.patch(path, "{\"settings\": {\"approval_type\": 0}}");
    assertThat(client.post(path + "/registrants", anna).status()).isEqualTo(201);

    String meeting =
        "meetings/"
            + client.post(host + "/meetings", "{\"topic\": \"Sync\"}").json().path("id").asText();
    assertRefused(client.post(meeting + "/registrants", anna), 400, 404);
    assertRefused(client.post(meeting + "/batch_registrants", people), 400, 404);
    client.patch(meeting, "{\"settings\": {\"approval_type\": 1}}");
    assertThat(client.post(meeting + "/registrants", anna).status()).isEqualTo(201);
  }

  @Test
  void aWebinarHasAsManySeatsAsTheHostLetsRegister() {
    String path =
        newWebinar("{\"settings\": {\"approval_type\": 0, \"registrants_restrict_number\": 1}}");
    String person = "{\"email\": \"%s@bakery.example\", \"first_name\": \"X\"}";
    assertThat(client.post(path + "/registrants", person.formatted("anna")).status())
        .isEqualTo(201);
    assertRefused(client.post(path + "/registrants", person.formatted("ben")), 400, 3000);
    assertRefused(
        client.post(
            path + "/batch_registrants", "{\"registrants\": [" + person.formatted("ben") + "]}"),
        400,
        3000);
  }

  @Test
  void hostAndPanelistsDoNotRegister() {
    String person = "{\"email\": \"%s\", \"first_name\": \"X\"}";
    assertRefused(
        client.post(webinar + "/registrants", person.formatted("jill@example.com")), 400, 3027);
    String panelist =
        client.get(webinar + "/panelists").json().path("panelists").get(0).path("email").asText();
    assertRefused(client.post(webinar + "/registrants", person.formatted(panelist)), 400, 3034);
  }

  @Test
  void aWebinarThatIsOverTakesNoRegistrations() {
    String path = newWebinar("{\"settings\": {\"approval_type\": 0}}");
    client.put(path + "/status", "{\"action\": \"end\"}");
    String anna = "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"}";
    assertRefused(client.post(path + "/registrants", anna), 400, 3038);
    assertRefused(
        client.post(path + "/batch_registrants", "{\"registrants\": [" + anna + "]}"), 400, 3038);
  }

  @Test
  void aWebinarIsNoMeetingAndAStreamNeedsAnAddress() {
    assertRefused(client.get("meetings/98520143677"), 400, 3000);
    assertRefused(client.get("meetings/98520143677/registrants"), 400, 300);
    String path = newWebinar("{}");
    assertRefused(client.patch(path + "/livestream/status", "{\"action\": \"start\"}"), 400, 3000);
    assertRefused(
        client.post(host + "/webinars", "{\"is_simulive\": true, \"type\": 6}"), 400, 4505);
    assertRefused(client.post(host + "/webinars", "{\"schedule_for\": \"nobody\"}"), 400, 300);
    assertRefused(client.post(host + "/meetings", "{\"schedule_for\": \"nobody\"}"), 400, 300);
  }

  @Test
  void aPersonalMeetingStays() {
    String meeting =
        client.post(host + "/meetings", "{\"topic\": \"Sync\"}").json().path("id").asText();
    client.patch(host, "{\"pmi\": " + meeting + "}");
    assertRefused(client.delete("meetings/" + meeting), 400, 3018);
  }

  @Test
  void thereAreAsManyAsTheDescriptionSays() {
    String tsp = "{\"conference_code\": \"1\", \"leader_pin\": \"2\"}";
    assertThat(client.post(host + "/tsp", tsp).status()).isEqualTo(201);
    assertRefused(client.post(host + "/tsp", tsp), 400, 300);
    Response last = null;
    for (int n = 0; n < 11; n++) {
      last =
          client.upload(
              host + "/settings/virtual_backgrounds",
              "file",
              n + ".png",
              "image/png",
              new byte[] {1});
    }
    assertRefused(last, 400, 120);
    String one = "{\"id\": \"" + zoom.example("userId") + "\"},";
    String admins = "{\"admins\": [" + one.repeat(10) + "{\"id\": \"x\"}]}";
    assertRefused(client.post("groups/" + zoom.example("groupId") + "/admins", admins), 400, 300);
  }

  @Test
  void whoIsNamedHasToExist() {
    String nobody = "[{\"email\": \"nobody@bakery.example\"}]";
    assertRefused(
        client.post(
            "groups/" + zoom.example("groupId") + "/admins", "{\"admins\": " + nobody + "}"),
        400,
        300);
    assertRefused(
        client.post(
            "roles/" + zoom.example("roleId") + "/members", "{\"members\": " + nobody + "}"),
        400,
        1034);
    assertRefused(
        client.post(
            "roles/0/members", "{\"members\": [{\"id\": \"" + zoom.example("userId") + "\"}]}"),
        400,
        300);
    Response report =
        client.post(
            "accounts/billing/invoice_reports",
            "{\"start_date\": \"2026-10-01\", \"end_date\": \"2026-10-31\", \"account_ids\": [\"x\"]}");
    assertThat(report.status()).as(report.body()).isEqualTo(400);
  }

  @Test
  void whatABodyContradictsIsRefused() {
    DescribedOperation create = description().operation("createInformationBarrierPolicy");
    String policy = create.request().example().toString();
    String group = create.request().example().path("to_group_id").asText();
    assertRefused(
        client.post(
            "information_barriers/policies",
            policy.replace(create.request().example().path("assigned_group_id").asText(), group)),
        400,
        7002);
    assertRefused(
        client.patch(
            "groups/" + zoom.example("groupId") + "/members/" + zoom.example("memberId"),
            "{\"action\": \"move\"}"),
        400,
        300);
    String number = "{\"number\": \"3512\", \"country\": \"PT\"}";
    assertRefused(
        client.post(
            "accounts/me/sip_trunk/internal_numbers",
            "{\"internal_numbers\": [" + number + "," + number + "]}"),
        400,
        300);
    client.post(
        "users",
        "{\"action\": \"create\", \"user_info\": {\"email\": \"basic@bakery.example\", \"type\": 1}}");
    String settings = "users/basic@bakery.example/settings";
    assertRefused(client.patch(settings, "{\"feature\": {\"webinar\": true}}"), 400, 1122);
    assertRefused(client.patch(settings, "{\"feature\": {\"large_meeting\": true}}"), 400, 1108);
  }

  @Test
  void theOwnerOfAnAccountStays() {
    String owner = client.get("accounts").json().path("accounts").toString();
    Response created =
        client.post(
            "accounts", description().operation("createSubAccount").request().example().toString());
    String account = "accounts/" + created.json().path("id").asText();
    String user = account + "/users/" + created.json().path("owner_id").asText();
    assertThat(client.get(user).status()).as(owner).isEqualTo(200);
    assertRefused(client.delete(user), 400, 200);
  }

  @Test
  void whatIsInAnotherAccountIsSaidToBeThere() {
    String group =
        client
            .post("accounts/" + zoom.example("accountId") + "/groups", "{\"name\": \"Theirs\"}")
            .json()
            .path("id")
            .asText();
    assertRefused(client.get("groups/" + group), 400, 1010);
    assertRefused(client.get("groups/nowhere"), 404, 4130);
  }
}
