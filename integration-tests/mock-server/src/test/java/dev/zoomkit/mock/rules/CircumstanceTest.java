package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.Running;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals that come of what the world is like, and of no request. */
class CircumstanceTest extends Running {
  private static final String ADMIN = "webinar:read:admin";

  @Test
  void assumedCircumstancesRefuseUntilOthersAreAssumed() {
    zoom.assume(Set.of("no paid plan", "no right to host"));
    assertThat(zoom.assumed()).containsExactly("no paid plan", "no right to host");
    assertRefused(client.post("groups", "{\"name\": \"Ours\"}"), 400, 200);
    assertRefused(client.post(host + "/meetings", "{\"topic\": \"Mine\"}"), 400, 3161);

    zoom.assume(Set.of("no right to host"));
    assertThat(client.post("groups", "{\"name\": \"Ours\"}").status()).isEqualTo(201);

    zoom.reset();
    assertThat(zoom.assumed()).isEmpty();
    client = new Client(zoom);
    assertThat(client.post(host + "/meetings", "{\"topic\": \"Mine\"}").status()).isEqualTo(201);
  }

  @Test
  void aRefusalHasTheStatusOfSuccessOnlyWhereThereIsNoOtherOrItIsAskedFor() {
    zoom.assume(Set.of("no paid plan"));
    assertRefused(client.get("groups"), 400, 200);
    zoom.deviate(Set.of(Deviation.PSEUDO_SUCCESSES));
    zoom.filterResponses((operation, response) -> response);
    Response refused = client.get("groups");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"Webinar:Read, 200", "Webinar:Edit, 200", "User:Edit, 400", "'', 400"})
  void aUserNeedsThePrivilegeForWhatBelongsToOthers(String privilege, int status) {
    String id = zoom.addUser("ann@acme.example");
    String list = privilege.isEmpty() ? "" : "\"" + privilege + "\"";
    String role =
        client
            .post("roles", "{\"name\": \"Desk\", \"privileges\": [" + list + "]}")
            .json()
            .path("id")
            .asText();
    String members = "{\"members\": [{\"id\": \"" + id + "\"}]}";
    assertThat(client.post("roles/" + role + "/members", members).status()).isEqualTo(201);
    Client ann = client.with(zoom.userToken("ann@acme.example", ADMIN));

    assertThat(ann.get(host + "/webinars").status()).isEqualTo(status);
    assertThat(ann.get("users/me/webinars").status()).isEqualTo(200);
  }

  @Test
  void aMemberHasNoPrivilegeAndAnAdministratorAll() {
    String id = zoom.addUser("ann@acme.example");
    Client ann = client.with(zoom.userToken("ann@acme.example", ADMIN));
    assertRefused(ann.get(webinar), 400, 200);

    client.post("roles/1/members", "{\"members\": [{\"id\": \"" + id + "\"}]}");
    assertThat(ann.get(webinar).status()).isEqualTo(200);
  }

  @Test
  void aHostWithoutTheWebinarFeatureHasNoWebinars() {
    set(host, "{\"feature\": {\"webinar\": false}}");
    assertRefused(client.get(webinar), 400, 200);
    set(host, "{\"feature\": {\"webinar\": true}}");
    assertThat(client.get(webinar).status()).isEqualTo(200);
  }

  @Test
  void thePollsOfMeetingsAndWebinarsAreSwitchedOffApart() {
    set("accounts/me", "{\"in_meeting\": {\"webinar_polling\": {\"enable\": false}}}");
    assertRefused(client.get(webinar + "/polls"), 400, 4400);
    assertThat(client.get("meetings/" + zoom.example("meetingId") + "/polls").status())
        .isEqualTo(200);

    set(host, "{\"in_meeting\": {\"webinar_polling\": {\"enable\": true}}}");
    assertThat(client.get(webinar + "/polls").status()).isEqualTo(200);
  }

  @Test
  void aWebinarWithoutSessionBrandingHasNone() {
    String off = "{\"settings\": {\"enable_session_branding\": false}}";
    assertThat(client.patch(webinar, off).status()).isEqualTo(204);
    assertRefused(client.get(webinar + "/branding"), 400, 3000);
  }

  @Test
  void tokensToStreamAndRecordAreForThoseWhoMay() {
    String meeting = "meetings/" + zoom.example("meetingId");
    set(host, "{\"in_meeting\": {\"allow_live_streaming\": false}}");
    assertRefused(client.get(meeting + "/jointoken/live_streaming"), 400, 3000);
    assertThat(client.get(webinar + "/jointoken/live_streaming").status()).isEqualTo(200);
    assertThat(client.get(meeting + "/jointoken/local_recording").status()).isEqualTo(200);

    set(host, "{\"in_meeting\": {\"webinar_live_streaming\": {\"enable\": false}}}");
    assertRefused(client.get(webinar + "/jointoken/live_streaming"), 400, 3000);

    set(host, "{\"recording\": {\"local_recording\": false}}");
    assertRefused(client.get(meeting + "/jointoken/local_recording"), 400, 3000);
    assertRefused(client.get(webinar + "/jointoken/local_recording"), 400, 3000);
  }

  private void set(String level, String json) {
    Response response = client.patch(level + "/settings", json);
    assertThat(response.status()).as(response.body()).isEqualTo(204);
  }
}
