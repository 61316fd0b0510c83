package dev.zoomkit.mock.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Another description, with what webinars do not have: the mock takes what it keeps from there, and
 * from nowhere else.
 */
class CompanyTest extends Running {
  private static final ApiDescription COMPANY = read();
  private static final String JILL = "q3Lm0pXkT5aYw2BrN7dVhA";
  private static final String THOMAS = "t8Kx2mWqR4uYb6Nc1Jd5Fg";

  private static ApiDescription read() {
    try (InputStream json = CompanyTest.class.getResourceAsStream("/company.json")) {
      return new ApiDescription(
          Json.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Override
  protected ApiDescription description() {
    return COMPANY;
  }

  private String group() {
    return "groups/" + client.post("groups", "{\"name\": \"Support\"}").json().path("id").asText();
  }

  @Test
  void aUserIsWhatStandsInUserInfo() {
    String json =
        "{\"action\": \"create\", \"user_info\": {\"email\": \"ada@example.com\", \"first_name\": \"Ada\", \"type\": 1}}";
    JsonNode created = client.post("users", json).json();
    assertThat(created.path("first_name").asText()).isEqualTo("Ada");

    JsonNode user = client.get("users/ada@example.com").json();
    assertThat(user.path("id")).isEqualTo(created.path("id"));
    assertThat(user.path("type").asInt()).isEqualTo(1);
    assertThat(user.path("status").asText()).isEqualTo("active");
    assertThat(user.path("created_at").asText()).isEqualTo(START.toString());
    assertThat(user.has("last_name")).isFalse();
  }

  @Test
  void usersAreActiveUntilTheyAreNot() {
    client.put("users/" + THOMAS + "/status", "{\"action\": \"deactivate\"}");
    assertThat(texts(client.get("users").json().path("users"), "first_name"))
        .containsExactly("Jill");
    assertThat(texts(client.get("users?status=inactive").json().path("users"), "first_name"))
        .containsExactly("Thomas");
  }

  @Test
  void anActionChangesThePropertyThatItNames() {
    client.put("users/" + JILL + "/email", "{\"email\": \"chen@example.com\"}");
    assertThat(client.get("users/chen@example.com").json().path("id").asText()).isEqualTo(JILL);
    assertRefused(client.get("users/jill@example.com"), 404, 1001);
  }

  @Test
  void membersAreTheUsersTheyName() {
    String group = group();
    Response added =
        client.post(
            group + "/members",
            "{\"members\": [{\"email\": \"jill@example.com\"}, {\"id\": \"" + THOMAS + "\"}]}");
    assertThat(added.json().path("ids").asText()).isEqualTo(JILL + "," + THOMAS);
    assertThat(added.json().path("added_at").asText()).isEqualTo(START.toString());

    JsonNode members = client.get(group + "/members").json().path("members");
    assertThat(texts(members, "id")).containsExactly(JILL, THOMAS);
    assertThat(texts(members, "first_name")).containsExactly("Jill", "Thomas");
    assertThat(client.get(group).json().path("total_members").asInt()).isEqualTo(2);

    assertThat(client.delete(group + "/members/" + JILL).status()).isEqualTo(204);
    assertThat(texts(client.get(group + "/members").json().path("members"), "id"))
        .containsExactly(THOMAS);
  }

  @Test
  void twoCollectionsWithOneParameterAreTwoCollections() {
    String id = client.post("im/groups", "{\"name\": \"Friends\"}").json().path("id").asText();
    assertThat(client.get("im/groups/" + id).status()).isEqualTo(200);
    assertThat(client.get("groups/" + id).status()).isEqualTo(404);
  }

  @Test
  void settingsAlwaysExistAndShowTheirUploads() {
    String settings = "users/" + THOMAS + "/settings";
    assertThat(client.get(settings).json().path("in_meeting").path("chat").asBoolean()).isTrue();
    client.patch(settings, "{\"in_meeting\": {\"chat\": false}}");
    String id =
        client
            .upload(
                settings + "/virtual_backgrounds",
                "file",
                "sea.png",
                "image/png",
                new byte[] {1, 2})
            .json()
            .path("id")
            .asText();

    JsonNode inMeeting = client.get(settings).json().path("in_meeting");
    assertThat(inMeeting.path("chat").asBoolean()).isFalse();
    assertThat(inMeeting.path("polling").isBoolean()).isTrue();
    JsonNode files = inMeeting.path("virtual_background_settings").path("files");
    assertThat(texts(files, "id")).containsExactly(id);
    assertThat(texts(files, "name")).containsExactly("sea.png");
    assertThat(
            client
                .get("users/" + JILL + "/settings")
                .json()
                .path("in_meeting")
                .path("chat")
                .asBoolean())
        .isTrue();

    client.delete(settings + "/virtual_backgrounds?file_ids=" + id);
    assertThat(
            client
                .get(settings)
                .json()
                .path("in_meeting")
                .path("virtual_background_settings")
                .path("files"))
        .isEmpty();
  }

  @Test
  void aNewSubAccountIsEmptyButForItsOwner() {
    String json =
        "{\"first_name\": \"Ada\", \"last_name\": \"Berg\", \"email\": \"ada@example.com\", \"account_name\": \"Acme Oslo\"}";
    JsonNode created = client.post("accounts", json).json();
    String account = "accounts/" + created.path("id").asText();

    assertThat(client.get(account).json().path("account_name").asText()).isEqualTo("Acme Oslo");
    assertThat(texts(client.get(account + "/users").json().path("users"), "id"))
        .containsExactly(created.path("owner_id").asText());
    assertThat(texts(client.get("accounts").json().path("accounts"), "account_name"))
        .containsExactly("Acme Berlin", "Acme Oslo");
    assertThat(client.delete(account).status()).isEqualTo(204);
    assertRefused(client.get(account), 404, 2001);
  }

  @Test
  void pagesLieWhereTheDescriptionSays() {
    String room = "metrics/zoomrooms/" + zoom.example("zoomroomId") + "?page_size=2";
    JsonNode first = client.get(room).json().path("past_meetings");
    assertThat(texts(first.path("meetings"), "topic")).containsExactly("Stand-up 1", "Stand-up 2");
    assertThat(first.path("total_records").asInt()).isEqualTo(3);
    JsonNode second =
        client.get(room + "&next_page_token=" + first.path("next_page_token").asText()).json();
    assertThat(texts(second.path("past_meetings").path("meetings"), "topic"))
        .containsExactly("Stand-up 3");
    assertThat(second.path("past_meetings").path("next_page_token").asText()).isEmpty();
  }

  @Test
  void aReportShowsTheDaysItIsAskedFor() {
    String report = "report/users/" + JILL + "/meetings";
    assertThat(
            texts(
                client.get(report + "?from=2026-11-01&to=2026-11-11").json().path("meetings"),
                "topic"))
        .containsExactly("Stand-up 1");
    assertRefusesField(client.get(report + "?from=2026-11-01"), "to");
    assertRefusesField(client.get(report + "?from=2026-11-02&to=2026-11-01"), "from");
    assertRefusesField(client.get(report + "?from=2026-10-01&to=2026-11-20"), "from");
    assertRefusesField(client.get(report + "?from=yesterday&to=2026-11-20"), "from");
    zoom.seed(
        "getUserMeetingsReport",
        Map.of("userId", THOMAS),
        "{\"topic\": \"{n}\", \"start_time\": \"2026-11-05T08:00:00Z\"}",
        2);
    assertThat(
            texts(
                client
                    .get("report/users/" + THOMAS + "/meetings?from=2026-11-01&to=2026-11-11")
                    .json()
                    .path("meetings"),
                "topic"))
        .containsExactly("1", "2");
  }

  @Test
  void anInvoiceIsNoJson() {
    Response pdf = client.get("api/download/billing/invoices/" + zoom.example("invoiceId"));
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF-");
  }

  @Test
  void deletingAUserTakesWhatBelongsToThem() {
    String mine =
        "meetings/"
            + client
                .post("users/" + JILL + "/meetings", "{\"topic\": \"Sync\"}")
                .json()
                .path("id")
                .asText();
    String other =
        "meetings/" + client.post("users/" + THOMAS + "/meetings", "{}").json().path("id").asText();
    assertThat(client.get(mine).json().path("host_id").asText()).isEqualTo(JILL);
    assertThat(client.get(other).json().path("host_id").asText()).isEqualTo(THOMAS);

    client.delete("users/" + JILL);

    assertRefused(client.get("users/" + JILL + "/settings"), 404, 1001);
    assertThat(texts(client.get("users").json().path("users"), "id")).containsExactly(THOMAS);
    assertRefused(client.get(mine), 404, 3001);
    assertThat(client.get(other).status()).isEqualTo(200);
  }

  @Test
  void rateLabelsAreSpeltAsZoomSpellsThem() {
    assertThat(
            client
                .get("metrics/zoomrooms/" + zoom.example("zoomroomId"))
                .header("X-RateLimit-Category"))
        .isEqualTo("Resource-intensive");
  }
}
