package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call does to other things than the one that it names, and whom it has to find. */
class EffectsTest extends Running {
  private static final String SAM = "sam.okafor@example.com";

  private JsonNode json(String path) {
    return client.get(path).json();
  }

  @Test
  void anAccountHasItsNewOwner() {
    String account = "accounts/" + zoom.example("accountId");
    String jill = json(account + "/" + host).path("email").asText();
    assertThat(client.put(account + "/owner", owner(SAM)).status()).isEqualTo(204);
    assertThat(client.put(account + "/owner", owner(jill)).status()).isEqualTo(204);

    assertThat(json(account).path("owner_email").asText()).isEqualTo(jill);
    assertThat(json(account).path("owner_id").asText()).isEqualTo(zoom.example("userId"));
    assertThat(json(account + "/" + host).path("role_id").asText()).isEqualTo("0");
    assertThat(json(account + "/users/" + SAM).path("role_id").asText()).isEqualTo("1");
    assertThat(texts(json(account + "/roles/0/members").path("members"), "email"))
        .contains(jill)
        .doesNotContain(SAM);
    assertThat(texts(json("accounts?email=" + jill).path("accounts"), "id"))
        .containsExactly(zoom.example("accountId"));
    assertRefused(client.put(account + "/owner", owner("nobody@example.com")), 400, 200);
    assertRefused(client.delete(account + "/" + host), 400, 200);
  }

  private static String owner(String email) {
    return "{\"email\": \"" + email + "\"}";
  }

  @Test
  void aPictureIsShownUntilItIsDeleted() {
    String before = json(host).path("pic_url").asText();
    client.upload(host + "/picture", "pic_file", "jill.png", "image/png", new byte[] {1});
    assertThat(json(host).path("pic_url").asText()).startsWith("https://").isNotEqualTo(before);
    client.delete(host + "/picture");
    assertThat(json(host).has("pic_url")).isFalse();
  }

  @Test
  void whoIsAddedHasNothingThatIsSomebodyElses() {
    JsonNode jill = json(host);
    client.post(
        "users",
        "{\"action\": \"create\", \"user_info\": {\"email\": \"a@b.example\", \"type\": 1}}");
    zoom.addUser("c@d.example");
    for (String added : List.of("a@b.example", "c@d.example")) {
      JsonNode user = json("users/" + added);
      for (String name :
          List.of(
              "role_id",
              "role_name",
              "pmi",
              "personal_meeting_url",
              "jid",
              "vanity_url",
              "pic_url",
              "group_ids")) {
        assertThat(user.path(name)).as(added + ": " + name).isNotEqualTo(jill.path(name));
      }
      assertThat(user.path("role_id").asText()).isEqualTo("2");
      assertThat(user.path("personal_meeting_url").asText())
          .endsWith("/" + user.path("pmi").asText());
      assertThat(user.has("last_login_time")).isFalse();
    }
  }

  @Test
  void whoRegistersAgainIsTheSameRegistrant() {
    String path =
        newWebinar("{\"settings\": {\"approval_type\": 0, \"registrants_restrict_number\": 1}}");
    String anna = "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"}";
    JsonNode first = client.post(path + "/registrants", anna).json();
    JsonNode second = client.post(path + "/registrants", anna).json();
    assertThat(second.path("registrant_id")).isEqualTo(first.path("registrant_id"));
    assertThat(json(path + "/registrants").path("total_records").asInt()).isEqualTo(1);
    assertRefused(client.post(path + "/registrants", anna.replace("anna", "ben")), 400, 3000);
  }

  @Test
  void registrantsAreListedByOccurrence() {
    String path =
        newWebinar(
            "{\"type\": 9, \"start_time\": \"2026-12-01T10:00:00Z\", \"duration\": 30, \"recurrence\":"
                + " {\"type\": 1, \"repeat_interval\": 1, \"end_times\": 3}, \"settings\":"
                + " {\"approval_type\": 0, \"registration_type\": 2}}");
    List<String> occurrences = texts(json(path).path("occurrences"), "occurrence_id");
    client.post(
        path + "/registrants?occurrence_ids=" + occurrences.get(1),
        "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"}");
    String list = path + "/registrants?occurrence_id=";
    assertThat(json(list + occurrences.get(1)).path("total_records").asInt()).isEqualTo(1);
    assertThat(json(list + occurrences.get(0)).path("total_records").asInt()).isZero();
  }

  @Test
  void nobodyUnknownIsLetIn() {
    String nobody = "{\"action\": \"approve\", \"registrants\": [{\"id\": \"nobody\"}]}";
    String meeting = "meetings/" + zoom.example("meetingId");
    assertThat(client.put(meeting + "/recordings/registrants/status", nobody).status())
        .isEqualTo(404);
    assertThat(client.put(webinar + "/registrants/status", nobody).status()).isEqualTo(404);
    assertRefused(
        client.post(host + "/assistants", "{\"assistants\": [{\"email\": \"x@y.example\"}]}"),
        404,
        1001);
  }

  @Test
  void aPolicyIsOfGroupsThatExist() {
    ObjectNode policy =
        description().operation("createInformationBarrierPolicy").request().example().deepCopy();
    policy.put("to_group_id", "nowhere");
    assertRefused(client.post("information_barriers/policies", policy.toString()), 400, 300);
  }

  @Test
  void whatAListShowsOnRequestIsNotShownUnasked() {
    assertThat(json("users").findValue("custom_attributes")).isNull();
    assertThat(json("users?include_fields=custom_attributes").findValue("custom_attributes"))
        .isNotNull();
  }
}
