package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.fixture.StrictJson;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses that Zoom was seen to send: each is read whole, and goes back as it came. */
class SeenResponsesTest {
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  @ParameterizedTest
  @MethodSource("responses")
  void isReadWholeAndGoesBackAsItCame(Class<Object> type, String json) throws IOException {
    JsonAdapter<Object> adapter = MOSHI.adapter(type);

    Object model = StrictJson.read(adapter, json);

    assertThat(model.toString()).doesNotContain("additionalProperties");
    assertThat(ANY.fromJson(adapter.toJson(model))).isEqualTo(ANY.fromJson(json));
  }

  static Stream<Arguments> responses() {
    return Stream.of(
        response(
            "an archived file of more than 2 GiB",
            ArchivedMeeting.class,
            "{'id':98520143677,'uuid':'u','total_size':5368709120,"
                + "'archive_files':[{'id':'f','file_size':3221225472}],"
                + "'physical_files':[{'file_id':'p','file_size':2147483648}]}"),
        response(
            "call-out countries as texts",
            UserTspSettings.class,
            "{'call_out':true,'call_out_countries':['DE','PT']}"),
        response(
            "call-out countries as objects",
            UserTspSettings.class,
            "{'call_out_countries':[{'code':'DE','name':'Germany'}]}"),
        response(
            "a renewal that costs cents",
            RenewingAccount.class,
            "{'account_id':'a','total_renewal_amount':22022.5}"),
        response(
            "a sign-in report on a span of times",
            SignInActivityPage.class,
            "{'from':'2026-11-01T08:00:00Z','to':'2026-11-21T18:30:00Z','activity_logs':[]}"),
        response(
            "a sign-in report on a span of days",
            SignInActivityPage.class,
            "{'from':'2026-11-01','to':'2026-11-21','activity_logs':[]}"),
        response(
            "a held meeting with its host",
            SessionDetailsReport.class,
            "{'id':98520143677,'uuid':'u','host_id':'h'}"),
        response(
            "a participant with a group",
            ReportParticipant.class,
            "{'user_id':'16778240','attentiveness_score':'','groupId':'g','internal_user':true}"),
        response(
            "a user's meeting with its department",
            UserMeetingReport.class,
            "{'id':98520143677,'uuid':'u','host_id':'h','dept':'Sales',"
                + "'tracking_fields':[{'field':'Client','value':'Acme'}]}"),
        response(
            "a meeting with a group chat",
            MeetingSettings.class,
            "{'enable_dedicated_group_chat':true,"
                + "'continuous_meeting_chat':{'enable':true,'who_is_added':'org_invitees'}}"),
        response(
            "a dashboard's meeting with a summary",
            DashboardMeetingSummary.class,
            "{'id':98520143677,'uuid':'u','has_meeting_summary':true}"),
        response(
            "a sub-account with its token",
            SubAccount.class,
            "{'id':'a','account_type':'Free (without credit card)','sub_account_token':'t'}"));
  }

  private static Arguments response(String name, Class<?> type, String json) {
    return Arguments.of(type, Named.of(name, json.replace('\'', '"')));
  }
}
