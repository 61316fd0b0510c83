package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of accounts, groups and users, and what is locked above them. */
class SettingsTest extends Running {
  private String account;
  private String group;
  private String user;

  @BeforeEach
  void names() {
    at("accounts/me");
  }

  /** A group of one user, in an account of which nothing but the settings has been changed. */
  private void at(String path) {
    account = path;
    user = path + "/" + host;
    group = path + "/groups/" + zoom.example("groupId");
  }

  private void set(String level, String json) {
    Response response = client.patch(level + "/settings", json);
    assertThat(response.status()).as(response.body()).isEqualTo(204);
  }

  private void lock(String level, String section, String name, boolean on) {
    String json = "{\"%s\": {\"%s\": %s}}".formatted(section, name, on);
    Response response = client.patch(level + "/lock_settings", json);
    assertThat(response.status()).as(response.body()).isBetween(200, 204);
    assertThat(client.get(level + "/lock_settings").json().path(section).path(name).asBoolean())
        .isEqualTo(on);
  }

  private String coHost(String level) {
    return client.get(level + "/settings").json().path("in_meeting").path("co_host").asText();
  }

  private void coHost(String level, boolean on) {
    set(level, "{\"in_meeting\": {\"co_host\": " + on + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounts/me", "accounts/Xk3RvTq1S2mUaLzP0dWn7g"})
  void aChangeReachesAllThatHaveNothingOfTheirOwn(String path) {
    at(path);
    for (boolean on : List.of(false, true)) {
      coHost(account, on);
      assertThat(List.of(coHost(account), coHost(group), coHost(user))).containsOnly("" + on);
    }
    coHost(group, false);
    assertThat(List.of(coHost(account), coHost(group), coHost(user)))
        .containsExactly("true", "false", "false");
    coHost(user, true);
    assertThat(List.of(coHost(account), coHost(group), coHost(user)))
        .containsExactly("true", "false", "true");
  }

  @Test
  void settingsOfOneAccountAreNotThoseOfAnother() {
    String other = "accounts/" + zoom.example("accountId");
    String before = coHost(other + "/" + host);
    coHost(account, !Boolean.parseBoolean(before));
    assertThat(coHost(other + "/" + host)).isEqualTo(before);
  }

  @Test
  void whatTheAccountLocksIsSoInAllThatIsBelow() {
    coHost(group, true);
    coHost(user, true);
    coHost(account, false);
    lock(account, "in_meeting", "co_host", true);
    assertThat(List.of(coHost(group), coHost(user))).containsOnly("false");

    coHost(group, true);
    set(user, "{\"in_meeting\": {\"co_host\": true, \"entry_exit_chime\": \"all\"}}");
    assertThat(List.of(coHost(group), coHost(user))).containsOnly("false");
    assertThat(client.get(user + "/settings").json().at("/in_meeting/entry_exit_chime").asText())
        .as("what is said besides")
        .isEqualTo("all");

    lock(account, "in_meeting", "co_host", false);
    assertThat(List.of(coHost(group), coHost(user))).containsOnly("true");
    coHost(user, false);
    assertThat(coHost(user)).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({
    "schedule_meeting, participant_video, participants_video",
    "in_meeting, record_play_own_voice, record_play_voice"
  })
  void aSettingReachesUsersByTheNameThatTheyHaveForIt(String section, String above, String below) {
    String json = "{\"%s\": {\"%s\": %s}}";
    for (boolean on : List.of(false, true)) {
      set(group, json.formatted(section, above, on));
      assertThat(isOn(section, below)).isEqualTo(on);
    }
  }

  @Test
  void aLockReachesUsersByTheNameThatTheyHaveForTheSetting() {
    String json = "{\"schedule_meeting\": {\"%s\": %s}}";
    set(group, json.formatted("participant_video", true));
    lock(group, "schedule_meeting", "participant_video", true);
    set(user, json.formatted("participants_video", false));
    assertThat(isOn("schedule_meeting", "participants_video")).isTrue();

    lock(group, "schedule_meeting", "participant_video", false);
    assertThat(isOn("schedule_meeting", "participants_video")).isTrue();
  }

  private boolean isOn(String section, String name) {
    return client.get(user + "/settings").json().path(section).path(name).asBoolean();
  }

  @Test
  void whatAGroupLocksIsSoForItsMembersOnly() {
    String other = account + "/users/" + zoom.addUser("mia@bakery.example");
    coHost(account, true);
    coHost(group, false);
    lock(group, "in_meeting", "co_host", true);
    for (String one : List.of(user, other)) {
      coHost(one, true);
    }
    assertThat(List.of(coHost(user), coHost(other))).containsExactly("false", "true");

    lock(account, "in_meeting", "co_host", true);
    assertThat(coHost(user)).as("the account's word weighs more").isEqualTo("true");
  }

  @Test
  void aLockOfMeetingSecurityIsOfThatPart() {
    String option = "?option=meeting_security";
    String waiting = "{\"meeting_security\": {\"waiting_room\": %s}}";
    client.patch(account + "/settings" + option, waiting.formatted(false));
    client.patch(account + "/lock_settings" + option, waiting.formatted(true));
    client.patch(user + "/settings" + option, waiting.formatted(true));

    JsonNode part = client.get(user + "/settings" + option).json();
    assertThat(part.at("/meeting_security/waiting_room").isBoolean()).isTrue();
    assertThat(part.at("/meeting_security/waiting_room").asBoolean()).isFalse();
  }

  @Test
  void anOptionHasItsOwnPartAlone() {
    String locks = account + "/lock_settings";
    for (String path : List.of(account + "/settings", group + "/settings", user + "/settings")) {
      client.patch(
          path + "?option=meeting_security",
          "{\"meeting_security\": {\"meeting_password\": true}}");
      assertThat(names(path + "?option=meeting_security")).containsExactly("meeting_security");
      assertThat(names(path + "?option=meeting_authentication"))
          .contains("meeting_authentication", "authentication_options")
          .doesNotContain("in_meeting", "meeting_security", "recording_authentication");
      assertThat(names(path))
          .contains("in_meeting", "recording")
          .doesNotContain("meeting_security", "meeting_authentication");
    }
    assertThat(names(locks + "?option=meeting_security")).containsExactly("meeting_security");
    assertThat(names(locks)).contains("in_meeting").doesNotContain("meeting_security");
    assertThat(names(account + "/settings?option=security")).containsExactly("security");
  }

  @Test
  void onlyWhatIsAskedForIsShown() {
    JsonNode some = client.get(user + "/settings?custom_query_fields=co_host,recording").json();
    assertThat(some.path("in_meeting").properties()).hasSize(1);
    assertThat(some.at("/in_meeting/co_host").isBoolean()).isTrue();
    assertThat(some.path("recording").size()).isGreaterThan(1);
    assertThat(some.has("schedule_meeting")).isFalse();
  }

  private List<String> names(String path) {
    List<String> names = new ArrayList<>();
    client.get(path).json().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void whatIsNewLocksNothing() {
    String created =
        client.post(account + "/groups", "{\"name\": \"Night shift\"}").json().path("id").asText();
    JsonNode locks = client.get(account + "/groups/" + created + "/lock_settings").json();
    assertThat(locks.path("in_meeting").properties())
        .isNotEmpty()
        .allMatch(lock -> !lock.getValue().asBoolean());
  }
}
