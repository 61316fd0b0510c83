package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** What is done to a webinar and its parts shows in what is read afterwards. */
class WebinarLifeTest extends Running {

  @Test
  void whatIsCreatedIsReadAndListed() {
    Response created =
        client.post(
            host + "/webinars",
            """
            {"topic": "Launch", "type": 5, "start_time": "2026-12-05T10:00:00Z", "duration": 45,
             "settings": {"audio": "voip"}}
            """);

    JsonNode webinar = created.json();
    assertThat(webinar.path("topic").asText()).isEqualTo("Launch");
    assertThat(webinar.path("duration").asInt()).isEqualTo(45);
    assertThat(webinar.path("host_id").asText()).isEqualTo(zoom.example("userId"));
    assertThat(webinar.path("created_at").asText()).isEqualTo(START.toString());
    assertThat(webinar.path("join_url").asText()).endsWith("/" + webinar.path("id").asText());
    assertThat(webinar.path("settings").path("audio").asText()).isEqualTo("voip");
    assertThat(webinar.path("id").asText()).isNotEqualTo(zoom.example("webinarId"));
    assertThat(webinar.path("uuid").asText()).isNotBlank();

    assertThat(client.get("webinars/" + webinar.path("id").asText()).json().path("topic").asText())
        .isEqualTo("Launch");
    assertThat(texts(client.get(host + "/webinars").json().path("webinars"), "topic"))
        .contains("Launch");
  }

  @Test
  void whatTheCallerLeavesOutIsTheDefaultAndNotTheExample() {
    JsonNode created = client.get(newWebinar("{}")).json();

    assertThat(created.path("type").asInt()).isEqualTo(5);
    assertThat(created.path("settings").path("approval_type").asInt()).isEqualTo(2);
    assertThat(created.has("topic")).isFalse();
    assertThat(created.has("agenda")).isFalse();
    assertThat(created.has("recurrence")).isFalse();
    assertThat(created.has("occurrences")).isFalse();
    assertThat(created.path("settings").has("alternative_hosts")).isFalse();
  }

  @Test
  void patchMergesAndNullTakesAway() {
    String path =
        newWebinar(
            "{\"topic\": \"Launch\", \"agenda\": \"Everything\", \"settings\": {\"audio\": \"voip\"}}");

    Response patched =
        client.patch(path, "{\"topic\": \"Later\", \"settings\": {\"host_video\": true}}");

    assertThat(patched.status()).isEqualTo(204);
    JsonNode webinar = client.get(path).json();
    assertThat(webinar.path("topic").asText()).isEqualTo("Later");
    assertThat(webinar.path("agenda").asText()).isEqualTo("Everything");
    assertThat(webinar.path("settings").path("audio").asText()).isEqualTo("voip");
    assertThat(webinar.path("settings").path("host_video").asBoolean()).isTrue();
  }

  @Test
  void whatIsDeletedIsGoneWithAllItHolds() {
    String path = newWebinar("{\"topic\": \"Launch\"}");
    client.post(
        path + "/registrants", "{\"email\": \"anna@example.com\", \"first_name\": \"Anna\"}");

    assertThat(client.delete(path).status()).isEqualTo(204);

    assertRefused(client.get(path), 404, 3001);
    assertRefused(client.get(path + "/registrants"), 404, 3001);
    assertRefused(client.delete(path), 404, 3001);
    assertThat(texts(client.get(host + "/webinars").json().path("webinars"), "topic"))
        .doesNotContain("Launch");
  }

  @Test
  void aSeriesHasOccurrencesThatCanBeDeletedOneByOne() {
    String path =
        newWebinar(
            """
            {"topic": "Series", "type": 9, "start_time": "2026-12-05T10:00:00Z", "duration": 30,
             "recurrence": {"type": 2, "weekly_days": "2,4", "end_times": 3}}
            """);
    JsonNode occurrences = client.get(path).json().path("occurrences");
    assertThat(texts(occurrences, "start_time"))
        .containsExactly("2026-12-07T10:00:00Z", "2026-12-09T10:00:00Z", "2026-12-14T10:00:00Z");

    String second = occurrences.get(1).path("occurrence_id").asText();
    assertThat(client.delete(path + "?occurrence_id=" + second).status()).isEqualTo(204);

    assertThat(texts(client.get(path).json().path("occurrences"), "status"))
        .containsExactly("available", "deleted", "available");
    assertRefused(client.delete(path + "?occurrence_id=1"), 400, 3000);
    client.patch(path, "{\"topic\": \"Renamed\"}");
    assertThat(texts(client.get(path).json().path("occurrences"), "status"))
        .containsExactly("available", "deleted", "available");
  }

  @Test
  void oneOccurrenceIsMovedAndTheOthersStay() {
    String third =
        client.get(webinar).json().path("occurrences").get(2).path("occurrence_id").asText();
    client.patch(webinar + "?occurrence_id=" + third, "{\"start_time\": \"2027-02-03T12:00:00Z\"}");

    assertThat(texts(client.get(webinar).json().path("occurrences"), "start_time"))
        .containsExactly("2026-12-01T12:00:00Z", "2027-01-05T12:00:00Z", "2027-02-03T12:00:00Z");
    JsonNode moved = client.get(webinar + "?occurrence_id=" + third).json();
    assertThat(moved.path("start_time").asText()).isEqualTo("2027-02-03T12:00:00Z");
    assertThat(moved.path("topic").asText()).isEqualTo("Quarterly product update");
    assertThat(client.get(webinar).json().path("start_time").asText())
        .isEqualTo("2026-12-01T12:00:00Z");
  }

  @Test
  void aSeriesThatIsScheduledAnewHasNewOccurrences() {
    client.patch(
        webinar, "{\"recurrence\": {\"type\": 1, \"repeat_interval\": 2, \"end_times\": 2}}");
    assertThat(texts(client.get(webinar).json().path("occurrences"), "start_time"))
        .containsExactly("2026-12-01T12:00:00Z", "2026-12-03T12:00:00Z");
  }

  @Test
  void whoRegistersGetsALinkOfTheirOwnToTheWebinarAtHand() {
    String path =
        newWebinar(
            "{\"topic\": \"Launch\", \"start_time\": \"2026-12-05T10:00:00Z\", \"settings\": {\"approval_type\": 0}}");
    JsonNode anna =
        client
            .post(
                path + "/registrants",
                "{\"email\": \"anna@example.com\", \"first_name\": \"Anna\"}")
            .json();
    JsonNode ben =
        client
            .post(
                path + "/registrants", "{\"email\": \"ben@example.com\", \"first_name\": \"Ben\"}")
            .json();

    assertThat("webinars/" + anna.path("id").asText()).isEqualTo(path);
    assertThat(anna.path("topic").asText()).isEqualTo("Launch");
    assertThat(anna.path("start_time").asText()).isEqualTo("2026-12-05T10:00:00Z");
    assertThat(anna.path("join_url").asText()).isNotEqualTo(ben.path("join_url").asText());
    JsonNode read = client.get(path + "/registrants/" + anna.path("registrant_id").asText()).json();
    assertThat(read.path("email").asText()).isEqualTo("anna@example.com");
    assertThat(read.path("join_url").asText()).isEqualTo(anna.path("join_url").asText());
    assertThat(read.path("create_time").asText()).isEqualTo(START.toString());
    assertThat(read.has("org")).isFalse();
  }

  @Test
  void registrantsWaitForApprovalWhereTheHostWantsIt() {
    String path = newWebinar("{\"topic\": \"Launch\", \"settings\": {\"approval_type\": 1}}");
    String id =
        client
            .post(
                path + "/registrants",
                "{\"email\": \"anna@example.com\", \"first_name\": \"Anna\"}")
            .json()
            .path("registrant_id")
            .asText();
    client.post(path + "/registrants", "{\"email\": \"ben@example.com\", \"first_name\": \"Ben\"}");
    assertThat(client.get(path + "/registrants").json().path("registrants")).isEmpty();

    String approval = "{\"action\": \"approve\", \"registrants\": [{\"id\": \"" + id + "\"}]}";
    assertThat(client.put(path + "/registrants/status", approval).status()).isEqualTo(204);
    String denial = "{\"action\": \"deny\", \"registrants\": [{\"email\": \"ben@example.com\"}]}";
    assertThat(client.put(path + "/registrants/status", denial).status()).isEqualTo(204);

    assertThat(texts(client.get(path + "/registrants").json().path("registrants"), "first_name"))
        .containsExactly("Anna");
    assertThat(
            texts(
                client.get(path + "/registrants?status=denied").json().path("registrants"),
                "first_name"))
        .containsExactly("Ben");
    assertThat(client.get(path + "/registrants?status=pending").json().path("registrants"))
        .isEmpty();
  }

  @Test
  void aBatchRegistersEachOfItsPeople() {
    String path = newWebinar("{\"topic\": \"Launch\", \"settings\": {\"approval_type\": 1}}");
    Response batch =
        client.post(
            path + "/batch_registrants",
            """
            {"auto_approve": true, "registrants": [
              {"email": "anna@example.com", "first_name": "Anna"}, {"email": "ben@example.com", "first_name": "Ben"}]}
            """);

    assertThat(batch.status()).isEqualTo(201);
    assertThat(texts(batch.json().path("registrants"), "email"))
        .containsExactly("anna@example.com", "ben@example.com");
    assertThat(texts(batch.json().path("registrants"), "registrant_id"))
        .isEqualTo(texts(client.get(path + "/registrants").json().path("registrants"), "id"));
  }

  @Test
  void panelistsComeAndGo() {
    String path = newWebinar("{\"topic\": \"Launch\"}");
    String two =
        "{\"panelists\": [{\"email\": \"a@example.com\", \"name\": \"A\"}, {\"email\": \"b@example.com\", \"name\": \"B\"}]}";
    Response added = client.post(path + "/panelists", two);
    assertThat("webinars/" + added.json().path("id").asText()).isEqualTo(path);

    JsonNode panelists = client.get(path + "/panelists").json().path("panelists");
    assertThat(texts(panelists, "name")).containsExactly("A", "B");

    client.delete(path + "/panelists/" + panelists.get(0).path("id").asText());
    assertThat(texts(client.get(path + "/panelists").json().path("panelists"), "name"))
        .containsExactly("B");
    client.delete(path + "/panelists");
    assertThat(client.get(path + "/panelists").json().path("total_records").asInt()).isZero();
  }

  @Test
  void aPollIsReplacedAsAWhole() {
    String path = newWebinar("{\"topic\": \"Launch\"}");
    String question = "{\"name\": \"Why?\", \"type\": \"single\", \"answers\": [\"a\", \"b\"]}";
    JsonNode poll =
        client
            .post(
                path + "/polls",
                "{\"title\": \"Q\", \"anonymous\": true, \"questions\": [" + question + "]}")
            .json();
    String pollPath = path + "/polls/" + poll.path("id").asText();
    assertThat(client.get(pollPath).json()).isEqualTo(poll);

    assertThat(client.put(pollPath, "{\"title\": \"Other\"}").status()).isEqualTo(204);

    JsonNode replaced = client.get(pollPath).json();
    assertThat(replaced.path("title").asText()).isEqualTo("Other");
    assertThat(replaced.path("anonymous").asBoolean()).isFalse();
    assertThat(replaced.path("questions")).isEmpty();
    assertThat(replaced.path("id")).isEqualTo(poll.path("id"));
    assertThat(client.get(path + "/polls?anonymous=true").json().path("polls")).isEmpty();
    client.delete(pollPath);
    assertThat(client.get(path + "/polls").json().path("polls")).isEmpty();
  }

  @Test
  void aSurveyIsWhatWasLastSaidOfIt() {
    assertThat(client.get(webinar + "/survey").json().has("custom_survey")).isTrue();
    String path = newWebinar("{\"topic\": \"Launch\"}");
    assertThat(client.get(path + "/survey").json().has("custom_survey")).isFalse();

    client.patch(path + "/survey", "{\"third_party_survey\": \"https://example.com/survey\"}");
    assertThat(client.get(path + "/survey").json().path("third_party_survey").asText())
        .isEqualTo("https://example.com/survey");

    assertThat(client.delete(path + "/survey").status()).isEqualTo(204);
    assertThat(client.get(path + "/survey").json().has("third_party_survey")).isFalse();
  }

  @Test
  void livestreamAndRegistrationQuestionsAreKept() {
    String path = newWebinar("{\"topic\": \"Launch\", \"settings\": {\"approval_type\": 0}}");
    client.patch(
        path + "/livestream",
        "{\"stream_url\": \"https://example.com/in\", \"stream_key\": \"k1\", \"page_url\": \"https://example.com\"}");
    assertThat(client.get(path + "/livestream").json().path("stream_key").asText()).isEqualTo("k1");
    assertThat(client.patch(path + "/livestream/status", "{\"action\": \"start\"}").status())
        .isEqualTo(204);

    client.patch(
        path + "/registrants/questions",
        "{\"questions\": [{\"field_name\": \"org\", \"required\": true}]}");
    assertThat(
            texts(
                client.get(path + "/registrants/questions").json().path("questions"), "field_name"))
        .containsExactly("org");
  }

  @Test
  void brandingShowsWhatWasUploadedBeneathIt() {
    String path = newWebinar("{\"topic\": \"Launch\"}");
    assertThat(client.get(path + "/branding").json().has("wallpaper")).isFalse();
    byte[] picture = {1, 2, 3, 4};
    JsonNode wallpaper =
        client
            .upload(path + "/branding/wallpaper", "file", "wall.png", "image/png", picture)
            .json();
    assertThat(wallpaper.path("name").asText()).isEqualTo("wall.png");
    assertThat(wallpaper.path("size").asInt()).isEqualTo(4);
    assertThat(wallpaper.path("id"))
        .isNotEqualTo(client.get(webinar + "/branding").json().path("wallpaper").path("id"));
    String backgrounds = path + "/branding/virtual_backgrounds";
    String sky =
        client
            .upload(backgrounds, "file", "sky.png", "image/png", picture, "default=true")
            .json()
            .path("id")
            .asText();
    String sea =
        client
            .upload(backgrounds, "file", "sea.png", "image/png", picture)
            .json()
            .path("id")
            .asText();

    JsonNode branding = client.get(path + "/branding").json();
    assertThat(branding.path("wallpaper").path("id")).isEqualTo(wallpaper.path("id"));
    assertThat(texts(branding.path("virtual_backgrounds"), "id")).containsExactly(sky, sea);
    assertThat(texts(branding.path("virtual_backgrounds"), "is_default"))
        .containsExactly("true", "false");

    client.send("PATCH", backgrounds + "?id=" + sea, null);
    assertThat(
            texts(client.get(path + "/branding").json().path("virtual_backgrounds"), "is_default"))
        .containsExactly("false", "true");
    assertRefusesField(client.delete(backgrounds + "?ids=nobody"), "ids");
    client.delete(backgrounds + "?ids=" + sky);
    assertThat(texts(client.get(path + "/branding").json().path("virtual_backgrounds"), "id"))
        .containsExactly(sea);
    client.delete(path + "/branding/wallpaper");
    assertThat(client.get(path + "/branding").json().has("wallpaper")).isFalse();
  }

  @Test
  void onlyOneNameTagIsTheDefault() {
    String path = newWebinar("{\"topic\": \"Launch\"}") + "/branding";
    String tag =
        "{\"name\": \"%s\", \"text_color\": \"#FFFFFF\", \"accent_color\": \"#0B5CFF\", \"background_color\": \"#1F2937\", \"is_default\": true}";
    String first =
        client.post(path + "/name_tags", tag.formatted("One")).json().path("id").asText();
    client.post(path + "/name_tags", tag.formatted("Two"));
    assertThat(texts(client.get(path).json().path("name_tags"), "is_default"))
        .containsExactly("false", "true");

    client.patch(path + "/name_tags/" + first, "{\"is_default\": true}");
    assertThat(texts(client.get(path).json().path("name_tags"), "is_default"))
        .containsExactly("true", "false");
  }

  @Test
  void aTemplateIsMadeOfAWebinarThatExists() {
    Response made =
        client.post(
            host + "/webinar_templates",
            "{\"webinar_id\": " + zoom.example("webinarId") + ", \"name\": \"Mine\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(texts(client.get(host + "/webinar_templates").json().path("templates"), "name"))
        .contains("Mine");

    Response refused =
        client.post(host + "/webinar_templates", "{\"webinar_id\": 1234, \"name\": \"Other\"}");
    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void aWebinarThatEndsBecomesAPastInstance() {
    String path = newWebinar("{\"topic\": \"Launch\"}");
    String uuid = client.get(path).json().path("uuid").asText();
    assertThat(client.get("past_" + path + "/instances").json().path("webinars")).isEmpty();

    assertThat(client.put(path + "/status", "{\"action\": \"end\"}").status()).isEqualTo(204);

    assertThat(texts(client.get("past_" + path + "/instances").json().path("webinars"), "uuid"))
        .containsExactly(uuid);
    assertThat(client.get(path).json().path("uuid").asText()).isNotEqualTo(uuid);
    assertThat(client.get("webinars/" + uuid.replace("+", "%2B").replace("=", "%3D")).status())
        .isEqualTo(200);
  }

  @Test
  void inviteLinksNameEachAttendee() {
    Response links =
        client.post(
            webinar + "/invite_links",
            "{\"attendees\": [{\"name\": \"X\"}, {\"name\": \"Y\"}], \"ttl\": 60}");
    assertThat(texts(links.json().path("attendees"), "name")).containsExactly("X", "Y");
    assertThat(texts(links.json().path("attendees"), "join_url")).doesNotHaveDuplicates();
  }

  @Test
  void upcomingWebinarsLieAhead() {
    newWebinar("{\"topic\": \"Over\", \"start_time\": \"2026-11-01T10:00:00Z\"}");
    newWebinar("{\"topic\": \"Ahead\", \"start_time\": \"2026-12-01T10:00:00Z\"}");

    assertThat(texts(client.get(host + "/webinars?type=upcoming").json().path("webinars"), "topic"))
        .contains("Ahead")
        .doesNotContain("Over");
    assertThat(texts(client.get(host + "/webinars").json().path("webinars"), "topic"))
        .contains("Ahead", "Over");
  }

  @Test
  void accountsAndUsersHaveTheirOwnWebinars() {
    String id = zoom.addUser("thomas@example.com");
    assertThat(client.post("users/thomas@example.com/webinars", "{\"topic\": \"Mine\"}").status())
        .isEqualTo(201);

    assertThat(texts(client.get("users/" + id + "/webinars").json().path("webinars"), "topic"))
        .containsExactly("Mine");
    assertThat(
            client
                .get("users/" + id + "/webinars")
                .json()
                .path("webinars")
                .get(0)
                .path("host_id")
                .asText())
        .isEqualTo(id);
    assertThat(texts(client.get(host + "/webinars").json().path("webinars"), "topic"))
        .doesNotContain("Mine");
    String sub = "accounts/" + zoom.example("accountId") + "/";
    assertRefused(client.get(sub + "users/" + id + "/webinars"), 404, 1001);
    newWebinar("{\"topic\": \"Own\"}");
    assertThat(texts(client.get(sub + host + "/webinars").json().path("webinars"), "topic"))
        .doesNotContain("Own");
  }
}
