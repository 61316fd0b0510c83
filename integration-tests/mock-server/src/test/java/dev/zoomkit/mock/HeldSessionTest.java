package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that was held is everywhere where Zoom shows such, with the same figures. */
class HeldSessionTest extends Running {
  private static final Participant ANNA =
      Participant.guest("Anna Novak").email("anna@bakery.example");
  private static final Participant BEN =
      Participant.guest("Ben Adeyemi").joinsAfter(Duration.ofMinutes(10)).device("Mac");
  private static final String DAYS = "from=2026-11-20&to=2026-11-22";
  private static final Set<String> NAMED =
      Set.of("accountId", "meetingId", "webinarId", "userId", "participantId");
  private static final Instant HELD_AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final Holding HALF_AN_HOUR =
      Holding.AS_SCHEDULED.at(HELD_AT).lasting(Duration.ofMinutes(30));

  private String seed(String kind) {
    return seed(kind, Map.of());
  }

  private String seed(String kind, Map<String, String> path) {
    String operation = kind.equals("meetings") ? "createMeeting" : "createWebinar";
    return zoom.seed(
            operation,
            path,
            "{\"topic\": \"Dough\", \"duration\": 45, \"settings\": {\"approval_type\": 0}}",
            1)
        .get(0);
  }

  private static String encoded(String uuid) {
    String once = URLEncoder.encode(uuid, StandardCharsets.UTF_8);
    return URLEncoder.encode(once, StandardCharsets.UTF_8);
  }

  /** All names that a schema has, however deep. */
  private static Set<String> names(MergedSchema schema) {
    Set<String> names = new HashSet<>(schema.names());
    for (String name : schema.names()) {
      names.addAll(names(schema.property(name)));
    }
    if (schema.items() != null) {
      names.addAll(names(schema.items()));
    }
    return names;
  }

  /** The operations whose responses tell of a held session of a kind, or of who was there. */
  private static List<DescribedOperation> tellingOf(String kind) {
    String other = kind.equals("meetings") ? "webinars" : "meetings";
    List<DescribedOperation> telling = new ArrayList<>();
    for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
      String path = operation.path();
      if (!operation.method().equals("GET")
          || operation.response() == null
          || path.matches(".*(/|_)" + other + "/.*")
          || path.endsWith("metrics/" + other)
          || path.contains("zoomrooms")) {
        continue;
      }
      if (!namesNothingElse(operation)) {
        continue;
      }
      Set<String> names = names(operation.response().schema());
      boolean session =
          names.containsAll(Set.of("uuid", "end_time"))
              || names.containsAll(Set.of("meeting_uuid", "end_time", "participants"));
      boolean instance = path.endsWith("/instances");
      boolean people = names.contains("join_time");
      boolean recording = names.contains("recording_files");
      if ((session || instance || people || recording) && !path.endsWith("/telephone")) {
        telling.add(operation);
      }
    }
    return telling;
  }

  /** Whether the path names a session, those who were there and its account, and nothing else. */
  private static boolean namesNothingElse(DescribedOperation operation) {
    return operation.parameters().stream()
        .filter(Parameter::inPath)
        .allMatch(parameter -> NAMED.contains(parameter.name()));
  }

  private static boolean takesUuids(DescribedOperation operation) {
    return operation.parameters().stream()
        .filter(Parameter::inPath)
        .noneMatch(parameter -> parameter.schema().type().equals("integer"));
  }

  private Response call(DescribedOperation operation, String kind, String id, String query) {
    String path =
        operation
            .path()
            .replace("{accountId}", "me")
            .replace("{meetingId}", id)
            .replace("{webinarId}", id)
            .replace("{userId}", zoom.example("userId"))
            .replace("{participantId}", zoom.example("userId"));
    Parameter from = operation.queryParameter("from");
    String window = from == null ? "" : DAYS;
    if (from != null && "date-time".equals(from.schema().format())) {
      window = DAYS.replace("&", "T00:00:00Z&") + "T00:00:00Z";
    }
    String type = operation.queryParameter("type") == null ? "" : "&type=past";
    boolean large = operation.id().endsWith("ParticipantsQos");
    return client.get(path + "?" + window + type + (large ? "&page_size=10" : "") + query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void isInEveryResponseThatTellsOfHeldSessions(String kind) {
    String id = seed(kind);
    String uuid = zoom.hold(id, HALF_AN_HOUR.recorded(), Participant.host(), ANNA, BEN);
    List<DescribedOperation> telling = tellingOf(kind);
    assertThat(telling).hasSizeGreaterThan(10);

    for (DescribedOperation operation : telling) {
      for (String named : takesUuids(operation) ? List.of(id, encoded(uuid)) : List.of(id)) {
        Response response = call(operation, kind, named, "");
        assertThat(response.status()).as("%s: %s", operation, response.body()).isEqualTo(200);
        boolean people = operation.path().contains("/participants");
        assertThat(response.body()).as(operation.toString()).contains(people ? "Jill Chen" : uuid);
        if (response.json().has("participants") && response.json().path("participants").isArray()) {
          assertThat(response.json().path("participants")).as(operation.id()).hasSize(3);
        }
        for (String end : List.of("from", "to")) {
          if (response.json().has(end)) {
            assertThat(response.json().path(end).asText()).startsWith("2026-11-2");
          }
        }
        assertThat(response.body()).as(operation.toString()).doesNotContain("2026-11-17");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void hasTheSameFiguresEverywhere(String kind) {
    String stem = kind.substring(0, kind.length() - 1);
    String id = seed(kind);
    zoom.hold(id, HALF_AN_HOUR, Participant.host(), ANNA, BEN);
    int minutes = 30 + 30 + 20;

    JsonNode report = client.get("report/" + kind + "/" + id).json();
    JsonNode people = client.get("report/" + kind + "/" + id + "/participants").json();
    JsonNode dashboard = client.get("metrics/" + kind + "/" + id + "?type=past").json();
    JsonNode ofHost =
        client.get("report/" + host + "/meetings?" + DAYS).json().path("meetings").get(0);
    JsonNode hosts = client.get("report/users?type=active&" + DAYS).json();
    JsonNode day = client.get("report/daily?year=2026&month=11").json().path("dates").get(20 - 1);

    for (JsonNode row : List.of(report, ofHost)) {
      assertThat(row.path("participants_count").asInt()).isEqualTo(3);
      assertThat(row.path("total_minutes").asInt()).isEqualTo(minutes);
      assertThat(row.path("duration").asInt()).isEqualTo(30);
      assertThat(row.path("end_time").asText()).isEqualTo("2026-11-20T08:30:00Z");
    }
    assertThat(texts(people.path("participants"), "duration"))
        .containsExactly("1800", "1800", "1200");
    assertThat(people.path("total_records").asInt()).isEqualTo(3);
    assertThat(dashboard.path("participants").asInt()).isEqualTo(3);
    assertThat(dashboard.path("duration").asText()).isEqualTo("30:00");
    assertThat(hosts.path("users")).hasSize(1);
    for (String name : List.of("meetings", "participants", "meeting_minutes")) {
      assertThat(hosts.path("total_" + name)).isEqualTo(hosts.path("users").get(0).path(name));
    }
    assertThat(hosts.path("total_participants").asInt()).isEqualTo(3);
    assertThat(hosts.path("total_meeting_minutes").asInt()).isEqualTo(30);
    assertThat(day.path("date").asText()).isEqualTo("2026-11-20");
    assertThat(day.path("meetings").asInt()).isEqualTo(1);
    assertThat(day.path("participants").asInt()).isEqualTo(3);
    assertThat(day.path("meeting_minutes").asInt()).isEqualTo(minutes);
    String qos = "metrics/" + kind + "/" + id + "/participants/qos?type=past&page_size=10";
    assertThat(texts(client.get(qos).json().path("participants"), "user_name"))
        .containsExactly("Jill Chen", "Anna Novak", "Ben Adeyemi");
    assertThat(client.get("past_" + kind + "/" + id + "/instances").json().path(kind)).hasSize(1);
    assertThat(stem).isNotEmpty();
    if (kind.equals("meetings")) {
      JsonNode good = client.get("metrics/quality?type=participants&" + DAYS).json();
      assertThat(Json.at(good, "quality.audio.good").asInt()).isEqualTo(3);
    }
  }

  @Test
  void isOutsideOfAWindowThatEndsBeforeIt() {
    String id = seed("meetings");
    zoom.hold(id, HALF_AN_HOUR, ANNA);
    String before = "from=2026-11-13&to=2026-11-14";

    assertThat(client.get("report/" + host + "/meetings?" + before).json().path("meetings"))
        .isEmpty();
    JsonNode dashboard = client.get("metrics/meetings?type=past&" + before).json();
    assertThat(dashboard.path("meetings")).isEmpty();
    assertThat(dashboard.path("from").asText()).isEqualTo("2026-11-13");
    assertThat(dashboard.path("to").asText()).isEqualTo("2026-11-14");
    assertThat(client.get("report/users?type=active&" + before).json().path("users")).isEmpty();
    assertThat(client.get("report/users?type=inactive&" + before).json().path("users"))
        .isNotEmpty();
    assertThat(
            client
                .get("report/daily?year=2026&month=10")
                .json()
                .path("dates")
                .findValuesAsText("meetings"))
        .hasSize(31)
        .containsOnly("0");
    assertThat(client.get(host + "/recordings").json().path("from").asText())
        .isEqualTo("2026-11-22");
  }

  @Test
  void startsWhenItWasScheduledAndOnceForEachOccurrence() {
    String series =
        zoom.seed(
                "createMeeting",
                "{\"topic\": \"Weekly\", \"type\": 8, \"duration\": 45,"
                    + " \"start_time\": \"2026-11-09T09:00:00Z\","
                    + " \"recurrence\": {\"type\": 2, \"repeat_interval\": 1, \"end_times\": 3}}",
                1)
            .get(0);
    String first = zoom.hold(series, ANNA);
    String second = zoom.hold(series, ANNA, BEN);
    String third =
        zoom.hold(series, Holding.AS_SCHEDULED.at(START.minus(Duration.ofHours(1))), BEN);

    JsonNode instances = client.get("past_meetings/" + series + "/instances").json();
    assertThat(texts(instances.path("meetings"), "uuid")).containsExactly(first, second, third);
    assertThat(texts(instances.path("meetings"), "start_time"))
        .containsExactly(
            "2026-11-09T09:00:00Z",
            "2026-11-16T09:00:00Z",
            START.minus(Duration.ofHours(1)).toString());
    assertThat(people(series)).containsExactly("Ben Adeyemi");
    assertThat(people(encoded(first))).containsExactly("Anna Novak");
    assertThat(people(encoded(second))).containsExactly("Anna Novak", "Ben Adeyemi");
    assertThat(client.get("report/meetings/" + encoded(first)).json().path("uuid").asText())
        .isEqualTo(first);
    assertThat(client.get("meetings/" + series).json().path("uuid").asText())
        .isNotIn(first, second, third);
  }

  private List<String> people(String session) {
    JsonNode report = client.get("report/meetings/" + session + "/participants").json();
    return texts(report.path("participants"), "name");
  }

  @Test
  void ofASubAccountIsInItAlone() {
    String account = zoom.example("accountId");
    String id = seed("webinars", Map.of("accountId", account));
    String uuid = zoom.hold(id, HALF_AN_HOUR.inAccount(account), ANNA);

    String list = "metrics/webinars?type=past&" + DAYS;
    assertThat(
            texts(client.get("accounts/" + account + "/" + list).json().path("webinars"), "uuid"))
        .containsExactly(uuid);
    assertThat(client.get(list).json().path("webinars")).isEmpty();
    assertRefused(client.get("report/webinars/" + id), 400, 1010);
  }

  @Test
  void leavesTheRegistrantsWhoDidNotComeAbsent() {
    String id = seed("webinars");
    for (String email : List.of("anna@bakery.example", "carl@bakery.example")) {
      Response registered =
          client.post(
              "webinars/" + id + "/registrants",
              "{\"email\": \"" + email + "\", \"first_name\": \"X\"}");
      assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    }
    String absentees = "past_webinars/" + id + "/absentees";
    assertRefused(client.get(absentees), 404, 3001);

    zoom.hold(id, HALF_AN_HOUR, ANNA);
    assertThat(texts(client.get(absentees).json().path("registrants"), "email"))
        .containsExactly("carl@bakery.example");
    String report = "report/webinars/" + id + "/participants";
    assertThat(client.get(report).body()).doesNotContain("registrant_id");
    assertThat(client.get(report + "?include_fields=registrant_id").body())
        .contains("registrant_id");
  }

  @Test
  void hasAbsenteesOfItsOwnForEachInstance() {
    String id = seed("webinars");
    for (String email : List.of("anna@bakery.example", "carl@bakery.example")) {
      client.post(
          "webinars/" + id + "/registrants",
          "{\"email\": \"" + email + "\", \"first_name\": \"X\"}");
    }
    String first = zoom.hold(id, HALF_AN_HOUR, ANNA);
    String second = zoom.hold(id, HALF_AN_HOUR);

    assertThat(absentees(first)).containsExactly("carl@bakery.example");
    assertThat(absentees(second)).containsExactly("anna@bakery.example", "carl@bakery.example");
    assertThat(absentees(id))
        .containsExactlyInAnyOrder("anna@bakery.example", "carl@bakery.example");
  }

  private List<String> absentees(String webinar) {
    String path = "past_webinars/" + Client.encoded(Client.encoded(webinar)) + "/absentees";
    return texts(client.get(path).json().path("registrants"), "email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void isLiveFromItsBeginningToItsEnd(String kind) {
    String id = seed(kind);
    String live = "metrics/" + kind + "?" + DAYS;
    String person = "metrics/" + kind + "/" + id + "/participants";
    String report = "report/" + kind + "/" + id;
    assertThat(client.get(live).json().path(kind)).isEmpty();

    String uuid =
        zoom.begin(id, ANNA, BEN.staysFor(Duration.ofMinutes(5)).joinsAfter(Duration.ZERO));
    assertThat(texts(client.get(live).json().path(kind), "uuid")).containsExactly(uuid);
    assertThat(client.get(live).json().path(kind).get(0).has("end_time")).isFalse();
    assertThat(client.get(live + "&type=past").json().path(kind)).isEmpty();
    assertThat(client.get(person).json().path("participants")).hasSize(2);
    assertRefused(client.get(person + "?type=past"), 404, 3001);
    assertRefused(client.get(report), 404, 3001);
    if (kind.equals("meetings")) {
      assertThat(client.get("meetings/" + id).json().path("status").asText()).isEqualTo("started");
      assertThat(texts(client.get(host + "/meetings?type=live").json().path(kind), "id"))
          .containsExactly(id);
    }

    zoom.clock().advance(Duration.ofMinutes(20));
    assertThat(client.put(kind + "/" + id + "/status", "{\"action\": \"end\"}").status())
        .isEqualTo(204);
    assertThat(client.get(live).json().path(kind)).isEmpty();
    assertRefused(client.get(person), 404, 3001);
    JsonNode ended = client.get(report).json();
    assertThat(ended.path("uuid").asText()).isEqualTo(uuid);
    assertThat(ended.path("duration").asInt()).isEqualTo(20);
    assertThat(ended.path("total_minutes").asInt()).isEqualTo(20 + 5);
  }

  @Test
  void endsOverTheApiWithItsHostAlone() {
    String id = seed("webinars");
    assertThat(client.put("webinars/" + id + "/status", "{\"action\": \"end\"}").status())
        .isEqualTo(204);

    assertThat(
            texts(
                client.get("report/webinars/" + id + "/participants").json().path("participants"),
                "name"))
        .containsExactly("Jill Chen");
    assertRefused(client.put("webinars/" + id + "/status", "{\"action\": \"end\"}"), 404, 3001);
  }

  @Test
  void isNeitherEndedNorControlledBeforeItBegins() {
    String id = zoom.seed("createMeeting", "{\"start_time\": \"2026-12-01T09:00:00Z\"}", 1).get(0);
    String control = "{\"method\": \"recording.start\"}";

    assertRefused(client.put("meetings/" + id + "/status", "{\"action\": \"end\"}"), 404, 3001);
    assertRefused(client.patch("live_meetings/" + id + "/events", control), 404, 3001);
    zoom.begin(id);
    assertThat(client.patch("live_meetings/" + id + "/events", control).status()).isLessThan(300);
    zoom.clock().advance(Duration.ofMinutes(5));
    assertThat(client.put("meetings/" + id + "/status", "{\"action\": \"end\"}").status())
        .isEqualTo(204);
    assertRefused(client.patch("live_meetings/" + id + "/events", control), 404, 3001);
  }

  @Test
  void ofTheExamplesIsToldOfByItsNumberAndTheExampleByItsUuid() {
    String id = zoom.example("meetingId");
    JsonNode instances = client.get("past_meetings/" + id + "/instances").json().path("meetings");
    String before = instances.get(instances.size() - 1).path("uuid").asText();
    JsonNode example = client.get("report/meetings/" + encoded(before)).json();
    String uuid = zoom.hold(id, HALF_AN_HOUR, ANNA);

    assertThat(uuid).isNotEqualTo(before);
    assertThat(client.get("report/meetings/" + id).json().path("uuid").asText()).isEqualTo(uuid);
    assertThat(people(id)).containsExactly("Anna Novak");
    assertThat(client.get("report/meetings/" + encoded(before)).json()).isEqualTo(example);
    assertThat(people(encoded(before))).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aCallByTelephoneIsInTheTelephoneReport() {
    String id = seed("meetings");
    String uuid = zoom.hold(id, HALF_AN_HOUR, ANNA, Participant.guest("Eva").byPhone("+420555010"));

    JsonNode calls = client.get("report/telephone?" + DAYS).json().path("telephony_usage");
    assertThat(texts(calls, "uuid")).containsExactly(uuid);
    assertThat(texts(calls, "call_in_number")).containsExactly("+420555010");
    JsonNode session = client.get("metrics/meetings/" + id + "?type=past").json();
    assertThat(session.path("has_pstn").asBoolean()).isTrue();
  }

  @Test
  void whoWasThereAloneOrJoinedSomebodyElseIsFoundByType() {
    zoom.addUser("sam@bakery.example");
    String alone = seed("meetings");
    String together = seed("meetings");
    zoom.hold(alone, HALF_AN_HOUR);
    String uuid = zoom.hold(together, HALF_AN_HOUR, ANNA, Participant.user("sam@bakery.example"));

    assertThat(
            texts(
                client.get("metrics/meetings?type=pastOne&" + DAYS).json().path("meetings"), "id"))
        .containsExactly(alone);
    assertThat(
            texts(
                client
                    .get("report/users/sam%40bakery.example/meetings?type=pastJoined&" + DAYS)
                    .json()
                    .path("meetings"),
                "uuid"))
        .containsExactly(uuid);
  }

  @Test
  void refusesWhatCannotBeAndSaysWhatCan() {
    String id = seed("meetings");
    assertThatThrownBy(() -> zoom.hold("123", ANNA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("123")
        .hasMessageContaining("createMeeting");
    assertThatThrownBy(() -> ANNA.joinsAfter(Duration.ofMinutes(-1)))
        .hasMessageContaining("after the start");
    assertThatThrownBy(() -> ANNA.staysFor(Duration.ofMinutes(-1)))
        .hasMessageContaining("after having joined");
    assertThatThrownBy(() -> HALF_AN_HOUR.lasting(Duration.ZERO)).hasMessageContaining("PT30M");
    assertThatThrownBy(() -> zoom.hold(id, HALF_AN_HOUR, ANNA.joinsAfter(Duration.ofHours(1))))
        .hasMessageContaining("PT30M");
    assertThatThrownBy(() -> zoom.hold(id, Participant.user("nobody")))
        .hasMessageContaining("Participant.guest");
    assertThatThrownBy(() -> zoom.hold(id, ANNA.device("Abacus"))).hasMessageContaining("Windows");
    zoom.begin(id);
    assertThatThrownBy(() -> zoom.hold(id)).hasMessageContaining("running");
    assertThat(client.get("past_meetings/" + id + "/instances").json().path("meetings")).isEmpty();
  }
}
