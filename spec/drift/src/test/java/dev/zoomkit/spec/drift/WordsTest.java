package dev.zoomkit.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "getMeetingTranscript, get, /meetings/{id}/transcript, '', getMeetingTranscript",
    "GetMeetingTranscript, get, /meetings/{id}/transcript, '', getMeetingTranscript",
    "Createadivision, post, /divisions, division:write:division:admin, createDivision",
    "userZak, get, /users/me/zak, user:read:zak, getUserZak",
    "meetingAppAdd, post, /meetings/{id}/open_apps, meeting:write:open_app, createMeetingOpenApp",
    "reportMeetingSurvey, get, /report/meetings/{id}/survey, report:read:meeting_survey, getReportMeetingSurvey",
    "contactGroups, get, /contacts/groups, '', listContactGroups",
    "contactGroup, get, /contacts/groups/{groupId}, '', getContactGroup",
    "contactGroupDelete, delete, /contacts/groups/{groupId}, '', deleteContactGroup",
    "'', patch, /accounts/{accountId}/things/{id}, '', updateThing",
    "Listmeetingsummaries, get, /meetings/meeting_summaries, meeting:read:list_summaries:admin, listMeetingSummaries"
  })
  void idsAreThoseOfOurs(String theirs, String method, String path, String scope, String ours) {
    var node = PlainSchemas.object().put("operationId", theirs);
    if (!scope.isEmpty()) {
      node.putObject("x-zoom-scopes").putArray("granular").add(scope);
    }
    assertThat(Words.operationId(new UpstreamOperation("x.json", method, path, node)))
        .isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "policies, policy",
    "boxes, box",
    "addresses, address",
    "status, status",
    "settings, settings",
    "things, thing",
    "analysis, analysis",
    "class, class"
  })
  void oneOfMany(String many, String one) {
    assertThat(Words.singular(many)).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({"In_A_Zoom_Meeting, IN_A_ZOOM_MEETING", "dark blue, DARK_BLUE", "7, ''", "a+b, A_B"})
  void constants(String value, String constant) {
    assertThat(Words.constant(value)).isEqualTo(constant);
  }
}
