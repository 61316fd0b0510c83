package dev.zoomkit.mock.realism;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each deviation lets a caller see, and what none of them touches. */
class RealismTest {
  private static final String JILL = "jill@acme.example";

  private final MockZoom mock =
      MockZoom.builder().startAt(Running.START).rateLimits(MockPlan.FREE).start();
  private final Client client = new Client(mock);
  private final String jill = mock.addUser(JILL);

  @AfterEach
  void close() {
    mock.close();
  }

  private void deviate(Deviation... deviations) {
    mock.deviate(Set.of(deviations));
  }

  private Response get(String path) {
    mock.clock().advance(Duration.ofSeconds(1));
    return client.get(path);
  }

  private JsonNode meeting(String json) {
    mock.seed("createMeeting", Map.of("userId", jill), json, 1);
    return get("users/" + jill + "/meetings").json().path("meetings").path(0);
  }

  @Test
  void everyDeviationHasItsKind() {
    assertThat(Arrays.stream(Deviation.values()).map(Enum::name))
        .containsExactlyElementsOf(Stream.of(Kind.values()).map(Enum::name).toList());
  }

  @Test
  void datesAreEmpty() {
    deviate(Deviation.EMPTY_DATES);
    JsonNode meeting = meeting("{\"topic\": \"Talk\", \"start_time\": \"2026-12-01T10:00:00Z\"}");

    assertThat(meeting.path("created_at").asText("absent")).isEmpty();
    assertThat(meeting.path("start_time").asText()).as("what tells it apart").isNotEmpty();
    assertThat(meeting.path("topic").asText()).isEqualTo("Talk");
  }

  @Test
  void datesHaveNoSeconds() {
    deviate(Deviation.SHORT_DATES);
    JsonNode meeting = meeting("{\"topic\": \"Talk\", \"start_time\": \"2026-12-01T10:00:00Z\"}");

    assertThat(meeting.path("created_at").asText()).isEqualTo("2026-11-22T10:00Z");
  }

  @Test
  void whatNobodyGaveIsEmptyAndWhatSomebodyGaveIsNot() {
    deviate(Deviation.EMPTY_TEXTS);
    JsonNode meeting = meeting("{\"topic\": \"Talk\"}");

    assertThat(meeting.path("agenda").asText("absent")).isEmpty();
    assertThat(meeting.path("topic").asText()).isEqualTo("Talk");
    assertThat(meeting.path("uuid").asText()).isNotEmpty();
  }

  @Test
  void numbersAndTextsOfDigitsChangePlaces() {
    JsonNode documented = meeting("{\"topic\": \"2027\", \"duration\": 45}");
    assertThat(documented.path("duration").isNumber()).isTrue();
    deviate(Deviation.NUMBERS_AS_TEXT, Deviation.TEXTS_AS_NUMBERS);
    JsonNode meeting = get("users/" + jill + "/meetings").json().path("meetings").path(0);

    assertThat(meeting.path("duration")).isEqualTo(Json.parse("\"45\""));
    assertThat(meeting.path("topic")).isEqualTo(Json.parse("2027"));
    assertThat(get("meetings/" + meeting.path("id").asText()).status()).isEqualTo(200);
  }

  @Test
  void enumerationsHaveOtherValues() {
    deviate(Deviation.UNDOCUMENTED_VALUES);

    assertThat(meeting("{\"topic\": \"Talk\"}").path("type").asInt()).isGreaterThan(90);
    assertThat(get("users/" + mock.example("userId")).json().path("status").asText())
        .endsWith(" (undocumented)");
  }

  @Test
  void objectsHaveOtherFields() {
    deviate(Deviation.UNDOCUMENTED_FIELDS);

    assertThat(meeting("{\"topic\": \"Talk\"}").has("undocumented_object")).isTrue();
  }

  @Test
  void listsArePoorerThanWhatTheyList() {
    Set<String> documented = names(get("users").json().path("users").path(0));
    Set<String> alone = names(get("users/" + jill).json());
    deviate(Deviation.ABSENT_FIELDS);
    Set<String> poorer = names(get("users").json().path("users").path(0));

    assertThat(poorer).contains("id", "email").hasSizeLessThan(documented.size());
    assertThat(names(get("users/" + jill).json())).isEqualTo(alone);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void laterPagesHaveNoCounts() {
    mock.seed("createWebinar", Map.of("userId", jill), "{\"topic\": \"Talk {n}\"}", 3);
    deviate(Deviation.ABSENT_PAGE_FIELDS);
    String list = "users/" + jill + "/webinars?page_size=2";
    JsonNode first = get(list).json();
    JsonNode second =
        get(list + "&next_page_token=" + first.path("next_page_token").asText()).json();

    assertThat(second.path("webinars")).hasSize(1);
    assertThat(second.has("page_count") || second.has("page_number")).isFalse();
    assertThat(second.path("total_records").asInt()).isEqualTo(3);
  }

  @Test
  void someListsHaveCountsOnTheFirstPageAndOthersNowhere() {
    deviate(Deviation.ABSENT_PAGE_FIELDS);
    List<Boolean> counted =
        Stream.of(
                "users",
                "groups",
                "im/groups",
                "users/" + jill + "/webinars",
                "users/" + jill + "/meetings",
                "roles/0/members",
                "h323/devices")
            .map(list -> get(list).json().has("page_count"))
            .toList();

    assertThat(counted).contains(true, false);
  }

  @Test
  void listsWithoutHitsHaveNoSize() {
    deviate(Deviation.ABSENT_PAGE_FIELDS);

    assertThat(get("users/" + jill + "/recordings").json().path("page_size").asInt(-1)).isZero();
  }

  @Test
  void successesHaveACode() {
    deviate(Deviation.CODE_ZERO);
    JsonNode users = get("users").json();

    assertThat(users.path("code").asInt(-1)).isZero();
    assertThat(users.path("error_message").asText()).isEqualTo("success");
  }

  @Test
  void changesRespondWithNothing() {
    JsonNode meeting = meeting("{\"topic\": \"Talk\"}");
    deviate(Deviation.BARE_SUCCESSES);
    Response settings =
        client.patch("accounts/me/lock_settings", "{\"in_meeting\": {\"chat\": true}}");
    Response deleted = client.delete("meetings/" + meeting.path("id").asText());

    assertThat(Stream.of(settings, deleted)).allMatch(response -> response.status() == 204);
    assertThat(settings.header("Content-Type")).isEmpty();
  }

  @Test
  void refusalsComeAsSuccesses() {
    deviate(Deviation.PSEUDO_SUCCESSES);
    Response refused = client.post("roles", "{\"name\": 1}");

    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.code()).isEqualTo(200);
  }

  @Test
  void subAccountsHaveNoPlanAndTheOwnOneHas() {
    deviate(Deviation.FREE_SUB_ACCOUNTS);
    String webinar = "/webinars/" + mock.example("webinarId");
    Response refused = get("accounts/" + mock.example("accountId") + webinar);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(200);
    assertThat(refused.body()).contains("Only available for Paid account.");
    assertThat(get(webinar).status()).isEqualTo(200);
  }

  @Test
  void theDashboardDeniesWhatTheReportHas() {
    deviate(Deviation.CONTRADICTIONS);
    String meeting = "meetings/" + mock.example("meetingId") + "/participants";

    assertThat(get("metrics/" + meeting).status()).isEqualTo(404);
    assertThat(get("report/" + meeting).status()).isEqualTo(200);
  }

  @Test
  void missingScopesAreNamedInOtherWords() {
    Client other = client.with(mock.userToken(JILL, "user:read:admin"));
    deviate(Deviation.SCOPE_ERRORS);
    Set<Integer> codes = new TreeSet<>();
    for (String path : List.of("webinars/1", "meetings/1", "groups", "roles", "h323/devices")) {
      mock.clock().advance(Duration.ofSeconds(1));
      codes.add(other.get(path).code());
    }
    deviate(Deviation.BROKEN_ERROR_JSON);
    Response broken = other.get("webinars/1");

    assertThat(codes).hasSizeGreaterThan(1).isSubsetOf(4711, 4700, 104);
    assertThat(Json.parse(broken.body())).isNull();
    assertThat(broken.body()).contains("scopes:[\"");
  }

  @Test
  void errorsSayLess() {
    deviate(Deviation.BARE_ERRORS);
    Response refused = client.post("users/" + jill + "/meetings", "{\"duration\": \"long\"}");
    Response unknown = client.requestToken("grant_type=password");
    mock.useCalls("HEAVY", 1);
    Response tooMany = client.get("report/daily?year=2026&month=10");

    assertThat(refused.code()).isEqualTo(300);
    assertThat(names(refused.json())).containsExactly("code", "message");
    assertThat(unknown.body()).isEqualTo("{\"error\":\"unsupported_grant_type\"}");
    assertThat(tooMany.status()).as(tooMany.body()).isEqualTo(429);
    assertThat(tooMany.header("X-RateLimit-Category")).isNotEmpty();
    assertThat(tooMany.header("X-RateLimit-Type") + tooMany.header("X-RateLimit-Reset")).isEmpty();
  }

  @Test
  void headersNameAZone() {
    deviate(Deviation.RATE_HEADERS);
    Response user = get("users/" + jill);

    assertThat(user.header("x-zm-zoneid")).isNotEmpty();
    assertThat(user.header("X-RateLimit-Limit")).isEqualTo("6000");
  }

  @Test
  void longWindowsBeginLater() {
    String list = "users/" + jill + "/recordings?from=2026-01-01&to=2026-03-01";
    assertThat(get(list).status()).isEqualTo(400);
    deviate(Deviation.CLAMPED_WINDOWS);
    JsonNode recordings = get(list).json();

    assertThat(recordings.path("from").asText()).isBetween("2026-01-29", "2026-01-30");
    assertThat(recordings.path("to").asText()).isEqualTo("2026-03-01");
  }

  @Test
  void offsetsAndWrongNamesAreOverlooked() {
    deviate(Deviation.IGNORED_INPUT);
    JsonNode created =
        client
            .post(
                "users/" + jill + "/meetings",
                "{\"topic\": \"Talk\", \"type\": 2, \"start_time\": \"2026-12-01T10:00:00+01:00\"}")
            .json();
    Response nothing =
        client.send(
            "PUT",
            "webinars/" + mock.example("webinarId") + "/registrants/status",
            "{\"action\": \"deny\", \"registrant\": [{\"email\": \"x@acme.example\"}]}");

    assertThat(created.path("start_time").asText()).isEqualTo("2026-12-01T10:00:00Z");
    assertThat(nothing.status()).as(nothing.body()).isEqualTo(204);
  }

  @Test
  void whatHasJustEndedIsNotReportedYet() {
    deviate(Deviation.LATE_DATA);
    int before =
        get("metrics/meetings?type=past&from=2026-11-01&to=2026-11-30")
            .json()
            .path("meetings")
            .size();
    mock.seed("listDashboardMeetings", "{\"end_time\": \"2026-11-22T09:55:00Z\"}", 1);
    int soon =
        get("metrics/meetings?type=past&from=2026-11-01&to=2026-11-30")
            .json()
            .path("meetings")
            .size();
    mock.clock().advance(Realism.DELAY);
    int later =
        get("metrics/meetings?type=past&from=2026-11-01&to=2026-11-30")
            .json()
            .path("meetings")
            .size();

    assertThat(List.of(soon - before, later - before)).containsExactly(0, 1);
  }

  @Test
  void resetGoesBackToTheBuilders() {
    deviate(Deviation.EMPTY_DATES);
    mock.reset();

    assertThat(mock.deviations()).isEmpty();
  }

  @Test
  void aDeviationThatIsNamedTwiceIsNamedOnce() {
    Deviation empty = Deviation.EMPTY_DATES;
    try (MockZoom twice = MockZoom.builder().realism(empty, empty).start()) {
      assertThat(twice.deviations()).containsExactly(empty);
    }
  }

  @Test
  void sameSeedSamePlaces() {
    deviate(Deviation.values());
    try (MockZoom same = MockZoom.builder().startAt(Running.START).realism().start();
        MockZoom other = MockZoom.builder().startAt(Running.START).idSeed(7).realism().start()) {
      String user = "users/" + mock.example("userId");
      assertThat(new Client(same).get(user).body()).isEqualTo(get(user).body());
      assertThat(new Client(other).get(user).body()).isNotEqualTo(get(user).body());
    }
  }

  @ParameterizedTest
  @EnumSource(Deviation.class)
  void whatATestScriptsIsSentAsItIs(Deviation deviation) {
    deviate(deviation);
    mock.on("getUser").next().respond(MockResponse.json(200, "{\"id\": 7}"));

    assertThat(get("users/" + jill).body()).isEqualTo("{\"id\": 7}");
  }
}
