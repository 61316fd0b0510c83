package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A seed that is refused says what is wrong with it, and how far it came. */
class SeedMessagesTest extends Running {

  private void refuses(String operation, Map<String, String> path, String json, String message) {
    assertThatThrownBy(() -> zoom.seed(operation, path, json, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aFieldThatIsMissingIsNamedInWords() {
    refuses(
        "createUser",
        Map.of(),
        "{\"user_info\": {\"email\": \"jill@acme.example\", \"type\": 2}}",
        "This is no body for createUser: action: required property 'action' not found.");
  }

  @Test
  void aValueWithinAnObjectIsNamedWithWhatIsAllowed() {
    refuses(
        "createMeeting",
        Map.of(),
        "{\"settings\": {\"host_video\": \"yes\", \"audio\": \"both\"}}",
        "createMeeting takes no such seed: settings.host_video: string found, boolean expected.");
    refuses(
        "createMeeting",
        Map.of(),
        "{\"type\": 7}",
        "createMeeting takes no such seed: type: does not have a value in the enumeration [1, 2, 3,"
            + " 4, 8, 10].");
  }

  @Test
  void aWebinarWithoutRegistrationSaysWhatItLacks() {
    String id = zoom.seed("createWebinar", "{\"settings\": {\"approval_type\": 2}}", 1).get(0);
    assertThatThrownBy(
            () ->
                zoom.seed(
                    "addWebinarRegistrant",
                    Map.of("webinarId", id),
                    "{\"email\": \"a@b.example\", \"first_name\": \"A\"}",
                    1))
        .hasMessageContaining("approval_type 2")
        .hasMessageContaining("0 approves who registers");
  }

  @Test
  void aRuleOfTheSessionsFormIsNamedWithItsField() {
    String id = zoom.seed("createWebinar", "{\"settings\": {\"approval_type\": 0}}", 1).get(0);
    client.patch(
        "webinars/" + id + "/registrants/questions",
        "{\"questions\": [{\"field_name\": \"city\", \"required\": true}]}");
    refuses(
        "addWebinarRegistrant",
        Map.of("webinarId", id),
        "{\"email\": \"a@b.example\", \"first_name\": \"A\"}",
        "addWebinarRegistrant refuses the seed: The request has invalid values. city: The"
            + " registration form asks for it.");
  }

  @Test
  void anAddressThatIsTakenIsNamedAndNotAnIdThatNobodyGave() {
    String id = zoom.seed("createWebinar", "{\"settings\": {\"approval_type\": 0}}", 1).get(0);
    String jill = "{\"email\": \"jill@acme.example\", \"first_name\": \"Jill\"}";
    zoom.seed("addWebinarRegistrant", Map.of("webinarId", id), jill, 1);
    refuses(
        "addWebinarRegistrant",
        Map.of("webinarId", id),
        jill,
        "There is one already that goes by the same email: jill@acme.example.");
  }

  @Test
  void ofSeveralSeedsNoneIsAddedIfOneIsInvalid() {
    List<String> before = allPages(host + "/meetings", "meetings", "id");
    // Meetings are of the types 1, 2, 3, 4, 8 and 10.
    assertThatThrownBy(() -> zoom.seed("createMeeting", "{\"type\": {n}}", 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1, 2, 3, 4, 8, 10]");
    assertThat(allPages(host + "/meetings", "meetings", "id")).isEqualTo(before);
  }

  @Test
  void ofSeveralSeedsThoseThatWereAddedAreCounted() {
    assertThatThrownBy(() -> zoom.seed("createGroup", "{\"name\": \"Twice\"}", 3))
        .hasMessageStartingWith("createGroup refuses the seed: ")
        .hasMessageEndingWith(" Added before it: 1 of 3.");
  }

  @Test
  void aParticipantsAddressIsOne() {
    Participant anna = Participant.guest("Anna").email("nope");
    assertThatThrownBy(() -> zoom.hold("98520143677", anna))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"nope\" is no e-mail address.");
  }
}
