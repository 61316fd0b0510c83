package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** An invitation tells of the meeting that it is for. */
class InvitationTest extends Running {

  private String invitation(String id) {
    return client.get("meetings/" + id + "/invitation").json().path("invitation").asText();
  }

  @Test
  void tellsOfTheMeetingThatItIsFor() {
    JsonNode meeting =
        client
            .post(
                host + "/meetings",
                "{\"topic\": \"Dough\", \"password\": \"Rye-7\", \"start_time\":"
                    + " \"2027-01-05T10:30:00\", \"timezone\": \"America/New_York\"}")
            .json();
    String id = meeting.path("id").asText();
    assertThat(invitation(id))
        .contains("Topic: Dough\r\n")
        .contains("Time: 5 January 2027, 10:30 New York\r\n")
        .contains("Join: " + meeting.path("join_url").asText() + "\r\n")
        .contains("Passcode: Rye-7\r\n")
        .doesNotContain("937 2051 8846");
    assertThat(invitation(id).replace(" ", "")).contains("MeetingID:" + id + "\r\n");

    client.patch("meetings/" + id, "{\"topic\": \"Rye\", \"password\": \"Dough-8\"}");
    assertThat(invitation(id)).contains("Topic: Rye\r\n").contains("Passcode: Dough-8\r\n");
  }

  @Test
  void isThatOfTheDescriptionForItsOwnMeeting() {
    String example =
        description()
            .operation("getMeetingInvitation")
            .response()
            .example()
            .path("invitation")
            .asText();
    assertThat(invitation(zoom.example("meetingId"))).isEqualTo(example);
  }

  @Test
  void namesNoTimeWhereThereIsNone() {
    String id = client.post(host + "/meetings", "{\"type\": 3}").json().path("id").asText();
    assertThat(invitation(id)).doesNotContain("Time:");
  }
}
