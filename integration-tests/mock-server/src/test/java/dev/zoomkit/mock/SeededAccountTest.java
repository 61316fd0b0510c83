package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An account that the mock makes up looks as one in use, the same everywhere and every time. */
@TestInstance(Lifecycle.PER_CLASS)
class SeededAccountTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final int USERS = 12;
  private static final Consumer<AccountSeed> COMPANY =
      account ->
          account
              .users(USERS)
              .groups(8)
              .meetingsPerUser(3)
              .webinarsPerUser(2)
              .registrantsPerWebinar(6)
              .subAccounts(1, branch -> branch.users(3).webinarsPerUser(1))
              .past(
                  past ->
                      past.meetingsPerUser(4)
                          .webinarsPerUser(1)
                          .participants(3, 6)
                          .over(Duration.ofDays(21))
                          .recorded(0.5));

  private final Queue<String> invalid = new ConcurrentLinkedQueue<>();
  private MockZoom mock = company(1);
  private Client zoom = new Client(mock);

  private static MockZoom company(long seed) {
    return MockZoom.builder().startAt(NOW).idSeed(seed).account(COMPANY).start();
  }

  @BeforeAll
  void listen() {
    mock.filterResponses(this::checked);
  }

  @AfterAll
  void close() {
    mock.close();
    assertThat(invalid).isEmpty();
  }

  private MockResponse checked(String operationId, MockResponse response) {
    Content content =
        operationId.equals(MockZoom.TOKEN_OPERATION)
            ? null
            : ApiDescription.onClassPath().operation(operationId).response();
    if (content != null && response.status() < 300) {
      JsonNode json = Json.read(response.body());
      ApiDescription.onClassPath()
          .problems(content.schema().pointer(), json)
          .forEach(problem -> invalid.add(operationId + ": " + problem));
    }
    return response;
  }

  private JsonNode get(String path) {
    Client.Response response = zoom.get(path);
    assertThat(response.status()).as(path + ": " + response.body()).isEqualTo(200);
    return response.json();
  }

  private JsonNode users() {
    return get("users?page_size=100").path("users");
  }

  private static String encoded(JsonNode uuid) {
    String once = URLEncoder.encode(uuid.asText(), StandardCharsets.UTF_8);
    return URLEncoder.encode(once, StandardCharsets.UTF_8);
  }

  private List<JsonNode> sessions(String kind, String type) {
    List<JsonNode> sessions = new ArrayList<>();
    for (JsonNode user : users()) {
      String path =
          "users/" + user.path("id").asText() + "/" + kind + "?page_size=100&type=" + type;
      get(path).path(kind).forEach(sessions::add);
    }
    return sessions;
  }

  private static Instant time(JsonNode row, String name) {
    return Instant.parse(row.path(name).asText());
  }

  @Test
  void hasAsMuchAsWasAskedForWhereverItIsListed() {
    assertThat(users()).hasSize(USERS);
    assertThat(get("groups").path("groups")).hasSize(8);
    assertThat(sessions("meetings", "upcoming_meetings")).hasSize(USERS * 3);
    assertThat(sessions("webinars", "upcoming")).hasSize(USERS * 2);
    for (String kind : List.of("meetings", "webinars")) {
      int held = USERS * (kind.equals("meetings") ? 4 : 1);
      int listed = 0;
      for (String window : List.of("2026-11-01&to=2026-11-14", "2026-11-15&to=2026-11-22")) {
        String query = "?type=past&page_size=300&from=" + window;
        JsonNode page = get("metrics/" + kind + query);
        assertThat(page.path("total_records").asInt()).isEqualTo(page.path(kind).size());
        listed += page.path(kind).size();
      }
      assertThat(listed).as(kind).isEqualTo(held);
    }
    int reported = 0;
    for (JsonNode user : users()) {
      String path = "report/users/" + user.path("id").asText() + "/meetings";
      reported +=
          get(path + "?from=2026-11-01&to=2026-11-22&page_size=300").path("meetings").size();
    }
    assertThat(reported).isEqualTo(USERS * 5);
    JsonNode active = get("report/users?type=active&from=2026-11-01&to=2026-11-22&page_size=300");
    assertThat(active.path("users")).hasSize(USERS);
    int recordings = 0;
    for (JsonNode user : users()) {
      String path = "users/" + user.path("id").asText() + "/recordings?page_size=300";
      recordings += get(path + "&from=2026-11-01&to=2026-11-22").path("meetings").size();
    }
    assertThat(recordings).isEqualTo(USERS * 5 / 2);
    for (JsonNode webinar : sessions("webinars", "upcoming")) {
      JsonNode page = get("webinars/" + webinar.path("id").asText() + "/registrants");
      assertThat(page.path("registrants")).hasSize(6);
    }
  }

  @Test
  void datesAreInOrderAndInWorkingHoursOfTheHost() {
    List<JsonNode> all = sessions("meetings", "scheduled");
    all.addAll(sessions("webinars", "scheduled"));
    assertThat(all).hasSize(USERS * 10);
    Map<String, JsonNode> hosts = new HashMap<>();
    users().forEach(user -> hosts.put(user.path("id").asText(), user));
    for (JsonNode session : all) {
      assertThat(time(session, "created_at")).isBefore(time(session, "start_time"));
      assertThat(time(session, "created_at")).isBefore(NOW);
      ZonedDateTime start =
          time(session, "start_time").atZone(ZoneId.of(session.path("timezone").asText()));
      assertThat(start.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
      assertThat(start.getHour()).isBetween(9, 16);
      JsonNode host = hosts.get(session.path("host_id").asText());
      assertThat(host.path("timezone")).isEqualTo(session.path("timezone"));
      assertThat(time(host, "user_created_at")).isBefore(time(session, "created_at"));
    }
    for (JsonNode webinar : sessions("webinars", "upcoming")) {
      String id = webinar.path("id").asText();
      for (JsonNode one : get("webinars/" + id + "/registrants").path("registrants")) {
        assertThat(time(one, "create_time"))
            .isBetween(time(webinar, "created_at"), time(webinar, "start_time"))
            .isBefore(NOW);
      }
    }
  }

  @Test
  void participantsOverlapAndSomeComeLate() {
    int late = 0;
    Set<String> guests = new HashSet<>();
    int seen = 0;
    JsonNode held = get("metrics/meetings?type=past&page_size=300&from=2026-11-10&to=2026-11-22");
    for (JsonNode meeting : held.path("meetings")) {
      String uuid = encoded(meeting.path("uuid"));
      JsonNode people = get("report/meetings/" + uuid + "/participants").path("participants");
      assertThat(people).hasSize(meeting.path("participants").asInt());
      assertThat(people.size()).isBetween(3, 6);
      Instant start = time(meeting, "start_time");
      Instant end = time(meeting, "end_time");
      assertThat(end).isBefore(NOW);
      JsonNode host = people.get(0);
      Set<String> names = new HashSet<>();
      for (JsonNode one : people) {
        assertThat(time(one, "join_time")).isBetween(start, end).isBefore(time(host, "leave_time"));
        assertThat(time(one, "leave_time")).isBetween(time(one, "join_time"), end);
        assertThat(names.add(one.path("id").asText() + one.path("user_email").asText())).isTrue();
        late += time(one, "join_time").isAfter(start.plusSeconds(120)) ? 1 : 0;
        if (one.path("user_email").asText().endsWith("@example.net")) {
          guests.add(one.path("user_email").asText());
        }
        seen++;
      }
    }
    assertThat(late).isBetween(1, seen / 2);
    assertThat(guests).isNotEmpty();
    assertThat(seen).isGreaterThan(60);
  }

  @Test
  void peopleHavePlacesWorkRolesAndGroups() {
    Set<String> zones = new HashSet<>();
    int grouped = 0;
    for (JsonNode user : users()) {
      zones.add(user.path("timezone").asText());
      assertThat(user.path("dept").asText()).isNotEmpty();
      assertThat(user.path("type").asInt()).isEqualTo(2);
      grouped += user.path("group_ids").isEmpty() ? 0 : 1;
    }
    assertThat(zones).hasSizeGreaterThan(3);
    assertThat(grouped).isEqualTo(USERS);
    for (JsonNode group : get("groups").path("groups")) {
      JsonNode members = get("groups/" + group.path("id").asText() + "/members");
      assertThat(members.path("members")).hasSize(group.path("total_members").asInt());
    }
  }

  @Test
  void aSubAccountHasWhatItWasToHave() {
    JsonNode accounts = get("accounts").path("accounts");
    assertThat(accounts).hasSize(1);
    String account = "accounts/" + accounts.get(0).path("id").asText();
    JsonNode users = get(account + "/users").path("users");
    assertThat(users).hasSize(3);
    assertThat(accounts.get(0).path("owner_email").asText()).endsWith("branch1.example.com");
    for (JsonNode user : users) {
      String path = account + "/users/" + user.path("id").asText();
      assertThat(get(path + "/webinars").path("webinars")).hasSize(1);
      assertThat(get(path).path("dept").asText()).isNotEmpty();
    }
  }

  @Test
  void isTheSameOfOneSeedAndAfterAReset() {
    try (MockZoom same = company(1);
        MockZoom other = company(2)) {
      List<String> expected = everything(mock);
      assertThat(expected).hasSizeGreaterThan(60);
      assertThat(everything(same)).isEqualTo(expected);
      assertThat(everything(other)).isNotEqualTo(expected);
      same.clock().advance(Duration.ofDays(2));
      same.addUser("late@acme.example");
      same.reset();
      assertThat(new Client(same).get("users?page_size=100").body())
          .isEqualTo(new Client(mock).get("users?page_size=100").body());
    }
  }

  /** Whatever is assumed as the account comes to be again, nothing of it is refused for that. */
  @Test
  void aResetEndsWhatIsAssumedAndBringsBackTheBuildersAccount() {
    try (MockZoom zoom = company(1);
        MockZoom twin = company(1)) {
      Set<String> known = ApiDescription.onClassPath().circumstances();
      zoom.assume(known);
      zoom.reset();

      assertThat(zoom.assumed()).isEmpty();
      assertThat(everything(zoom)).isEqualTo(everything(twin));

      zoom.assume(known);
      assertThat(new Client(zoom).get("groups").code()).isEqualTo(200);
      assertThat(zoom.assumed()).isEqualTo(known);
    }
  }

  /** What all reading operations respond that need nothing but the first user and session. */
  private static List<String> everything(MockZoom mock) {
    Client client = new Client(mock);
    JsonNode user = client.get("users").json().at("/users/1");
    String host = "users/" + user.path("id").asText();
    String meeting = client.get(host + "/meetings").json().at("/meetings/0/id").asText();
    String webinar = client.get(host + "/webinars").json().at("/webinars/0/id").asText();
    List<String> all = new ArrayList<>();
    for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
      if (operation.method().equals("GET")) {
        String path =
            operation
                .path()
                .replace("{userId}", user.path("id").asText())
                .replace("{meetingId}", meeting)
                .replace("{webinarId}", webinar);
        Client.Response response = client.get(Client.path(operation, path, "me"));
        assertThat(response.status()).as(response.body()).isLessThan(500);
        String origin = mock.apiBase().resolve("/").toString();
        all.add(operation.id() + response.status() + response.body().replace(origin, ""));
      }
    }
    return all;
  }

  @Test
  void aThousandPeopleHaveAThousandAddresses() {
    try (MockZoom large =
        MockZoom.builder().startAt(NOW).account(account -> account.users(1_000)).start()) {
      Client client = new Client(large);
      Set<String> addresses = new HashSet<>();
      Set<String> names = new HashSet<>();
      int licensed = 0;
      int rows = 0;
      for (int page = 1; page <= 4; page++) {
        JsonNode json = client.get("users?page_size=300&page_number=" + page).json();
        for (JsonNode user : json.path("users")) {
          addresses.add(user.path("email").asText());
          names.add(user.path("first_name").asText() + " " + user.path("last_name").asText());
          licensed += user.path("type").asInt() == 2 ? 1 : 0;
          rows++;
        }
      }
      assertThat(rows).isEqualTo(1_000);
      assertThat(addresses)
          .hasSize(1_000)
          .allMatch(one -> one.matches("[a-z.]+\\d*@example\\.com"));
      assertThat(names).hasSizeGreaterThan(900);
      JsonNode plans = client.get("accounts/me/plans").json();
      assertThat(licensed).isBetween(700, plans.at("/plan_base/hosts").asInt());
    }
  }
}
