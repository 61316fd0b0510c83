package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program in another language can do with the mock. */
class AdminApiTest {
  private static final String JILL = "jill@acme.example";

  private MockZoom mock;
  private Client zoom;

  @BeforeEach
  void start() {
    mock = MockZoom.builder().startAt(Running.START).rateLimits(MockPlan.PRO).adminApi().start();
    zoom = new Client(mock);
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private Response admin(String method, String path, @Nullable String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.apiBase().resolve("/_mock") + path));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    return Client.send(
        request.method(
            method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  private JsonNode done(String method, String path, @Nullable String json) {
    Response response = admin(method, path, json);
    assertThat(response.status()).as(response.body()).isIn(200, 201);
    return response.json();
  }

  private void doneWithoutABody(String path, @Nullable String json) {
    Response response = admin("POST", path, json);
    assertThat(response.status()).as(response.body()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }

  private void refused(String path, String json, String... parts) {
    Response response = admin("POST", path, json);
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.code()).isEqualTo(300);
    assertThat(response.body()).contains(parts);
  }

  @Test
  void saysWhatAClientHasToKnow() {
    JsonNode says = done("GET", "", null);

    assertThat(says.path("base_url").asText()).isEqualTo(mock.apiBase().toString());
    assertThat(says.path("token_endpoint").asText()).isEqualTo(mock.tokenEndpoint().toString());
    assertThat(says.path("account_id").asText()).isEqualTo(MockZoom.ACCOUNT_ID);
    assertThat(says.path("client_id").asText()).isEqualTo(MockZoom.CLIENT_ID);
    assertThat(says.path("client_secret").asText()).isEqualTo(MockZoom.CLIENT_SECRET);
    assertThat(says.path("now").asText()).isEqualTo(Running.START.toString());
  }

  @Test
  void describesItself() {
    JsonNode document = done("GET", "/openapi.json", null);
    assertThat(document.path("servers").path(0).path("url").asText() + "/v2/")
        .isEqualTo(mock.apiBase().toString());

    ApiDescription description = new ApiDescription(document);
    for (DescribedOperation operation : description.operations()) {
      if (operation.method().equals("GET")) {
        JsonNode response = done("GET", operation.path().substring("/_mock".length()), null);
        assertThat(description.problems(operation.response().schema().pointer(), response))
            .as(operation.id())
            .isEmpty();
      }
    }
  }

  @Test
  void makesAnAccountInUse() {
    String world =
        """
        {"users": 4, "webinars_per_user": 2, "past": {"meetings_per_user": 1, "over": "P7D"},
         "sub_accounts": [{"count": 2, "users": 3}]}
        """;
    JsonNode made = done("POST", "/world", world);
    assertThat(made).isEqualTo(done("GET", "/world", null)).hasSize(1);
    assertThat(made.path("accounts").valueStream().map(one -> one.at("/has/users").asInt()))
        .containsExactly(4, 3, 3);
    assertThat(made.at("/accounts/0/has/webinars").asInt()).isEqualTo(8);

    done("PUT", "/circumstances", "{\"circumstances\": [\"no permission\", \"no free licence\"]}");
    assertThat(done("POST", "/world", world)).isEqualTo(made);
    assertThat(done("GET", "/circumstances", null).path("circumstances")).isEmpty();

    refused("/world", "{\"users\": 0}", "users");
    refused("/world", "{\"past\": {\"meetings_per_user\": 700}}", "30 a week");
    refused("/world", "{\"past\": {\"over\": \"long\"}}", "over", "long");
    assertThat(done("GET", "/world", null)).isEqualTo(made);
    doneWithoutABody("/reset", null);
    assertThat(done("GET", "/world", null).path("accounts")).hasSizeGreaterThan(1);
  }

  @Test
  void holdsAndBeginsSessions() {
    String item = "{\"operation_id\": \"createMeeting\", \"item\": {\"topic\": \"Dough\"}}";
    String id = done("POST", "/seeds", item).at("/ids/0").asText();
    String survey =
        "{\"custom_survey\": {\"questions\": [{\"name\": \"Rye?\", \"type\": \"long_answer\"}]}}";
    assertThat(zoom.patch("meetings/" + id + "/survey", survey).status()).isEqualTo(204);
    String uuid =
        done(
                "POST",
                "/sessions",
                """
                {"session_id": "%s", "start": "2026-11-20T08:00:00Z", "lasts": "PT30M",
                 "recorded": true, "archived": true, "summarized": true, "participants": [{"host": true},
                 {"name": "Ben Adeyemi", "email": "ben@example.com", "joins_after": "PT5M",
                  "stays_for": "PT10M", "device": "Mac",
                  "survey_answers": [{"question": "Rye?", "answer": "Yes"}], "rated": {"satisfied": false, "comment": "Too long."},
                  "complaints": ["Poor audio quality"]}]}
                """
                    .formatted(id))
            .path("uuid")
            .asText();
    JsonNode report = zoom.get("report/meetings/" + id).json();
    assertThat(report.path("uuid").asText()).isEqualTo(uuid);
    assertThat(report.path("end_time").asText()).isEqualTo("2026-11-20T08:30:00Z");
    JsonNode ben = zoom.get("report/meetings/" + id + "/participants").json().at("/participants/1");
    assertThat(ben.path("name").asText()).isEqualTo("Ben Adeyemi");
    assertThat(ben.path("join_time").asText()).isEqualTo("2026-11-20T08:05:00Z");
    assertThat(ben.path("leave_time").asText()).isEqualTo("2026-11-20T08:15:00Z");
    JsonNode answers = zoom.get("report/meetings/" + id + "/survey").json().path("survey_answers");
    assertThat(answers.at("/0/answer_details/0/answer").asText()).isEqualTo("Yes");
    String ratings = "metrics/meetings/" + id + "/participants/satisfaction?type=past";
    JsonNode rating = zoom.get(ratings).json().at("/participants/0");
    assertThat(rating.path("quality").asText()).isEqualTo("NOT GOOD");
    assertThat(rating.path("comment").asText()).isEqualTo("Too long.");
    String complaints = "metrics/client/feedback?from=2026-11-20&to=2026-11-20";
    assertThat(zoom.get(complaints).json().findValuesAsText("feedback_name"))
        .contains("Poor audio quality");
    assertThat(zoom.get("meetings/" + id + "/recordings").status()).isEqualTo(200);
    assertThat(zoom.get("past_meetings/" + id + "/archive_files").status()).isEqualTo(200);
    assertThat(zoom.get("meetings/" + id + "/meeting_summary").status()).isEqualTo(200);

    done("POST", "/sessions", "{\"session_id\": \"" + id + "\", \"running\": true}");
    assertThat(zoom.get("meetings/" + id).json().path("status").asText()).isEqualTo("started");
    refused("/sessions", "{\"session_id\": \"" + id + "\"}", "is running");
    refused("/sessions", "{\"session_id\": \"7\"}", "no meeting or webinar 7");
    refused("/sessions", "{}", "session_id");
    refused("/sessions", "{\"session_id\": \"7\", \"start\": \"today\"}", "start", "today");
    refused("/sessions", "{\"session_id\": \"7\", \"lasts\": \"long\"}", "PT1H30M");
    String endless = "\"PT9223372036854775807S\"";
    refused("/sessions", "{\"session_id\": \"7\", \"lasts\": " + endless + "}", "365 days");
    for (String name : List.of("joins_after", "stays_for", "shared")) {
      refused(
          "/sessions",
          "{\"session_id\": \"7\", \"participants\": [{\"host\": true, \"%s\": %s}]}"
              .formatted(name, endless),
          "365 days");
    }
    refused(
        "/sessions",
        "{\"session_id\": \"7\", \"start\": \"+999999999-01-01T00:00:00Z\"}",
        "1970 to 9999");
    refused(
        "/sessions",
        "{\"session_id\": \"7\", \"participants\": [{\"host\": true, \"name\": \"Ben\"}]}",
        "Each is the host");
  }

  @Test
  void seedsAndResets() {
    String user = done("POST", "/users", "{\"email\": \"" + JILL + "\"}").path("id").asText();
    JsonNode ids =
        done(
                "POST",
                "/seeds",
                """
                {"operation_id": "createWebinar", "path": {"userId": "%s"},
                 "item": {"topic": "Town hall {n}"}, "times": 3}
                """
                    .formatted(user))
            .path("ids");

    assertThat(ids).hasSize(3);
    assertThat(
            Running.texts(zoom.get("users/" + user + "/webinars").json().path("webinars"), "topic"))
        .containsExactlyInAnyOrder("Town hall 1", "Town hall 2", "Town hall 3");

    doneWithoutABody("/reset", null);
    assertThat(new Client(mock).get("users/" + user).status()).isEqualTo(404);
  }

  @Test
  void scriptsResponses() {
    doneWithoutABody(
        "/responses", "{\"operation_id\": \"listUsers\", \"status\": 429, \"code\": 429}");
    doneWithoutABody(
        "/responses",
        """
        {"operation_id": "listUsers", "status": 502, "body": "<p>no</p>", "times": 2,
         "headers": {"Content-Type": "text/html"}}
        """);
    doneWithoutABody(
        "/responses",
        "{\"operation_id\": \"listUsers\", \"status\": 200, \"body\": {\"users\": []}}");
    doneWithoutABody(
        "/responses",
        "{\"operation_id\": \"listUsers\", \"status\": 204, \"delay\": \"PT0.001S\"}");

    assertThat(zoom.get("users").header("X-RateLimit-Type")).isEqualTo("QPS");
    for (int n = 0; n < 2; n++) {
      Response page = zoom.get("users");
      assertThat(page.status()).isEqualTo(502);
      assertThat(page.body()).isEqualTo("<p>no</p>");
      assertThat(page.header("Content-Type")).isEqualTo("text/html");
    }
    assertThat(zoom.get("users").body()).isEqualTo("{\"users\":[]}");
    assertThat(zoom.get("users").status()).isEqualTo(204);
    assertThat(zoom.get("users").json().path("users")).isNotEmpty();
  }

  @Test
  void scriptsSingleCallsAndManyUntilTheyAreTakenBack() {
    doneWithoutABody(
        "/responses",
        "{\"operation_id\": \"listUsers\", \"call\": 3, \"status\": 404, \"code\": 1001}");
    doneWithoutABody("/responses", "{\"every\": 2, \"status\": 503, \"code\": 503}");
    List<Integer> statuses = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      statuses.add(zoom.get("users").status());
    }
    assertThat(statuses).containsExactly(200, 503, 404, 503, 200, 503);

    assertThat(admin("DELETE", "/responses?operation_id=listUsers", null).status()).isEqualTo(204);
    assertThat(zoom.get("users").status()).isEqualTo(200);
    assertThat(zoom.get("users").status()).isEqualTo(503);
    assertThat(admin("DELETE", "/responses", null).status()).isEqualTo(204);
    zoom.get("users");
    assertThat(zoom.get("users").status()).isEqualTo(200);
  }

  @Test
  void changesWhatTheMockItselfRespondsWith() {
    String whole = zoom.get("users").body();
    doneWithoutABody(
        "/responses",
        """
        {"operation_id": "listUsers", "every": 1, "headers": {"X-Bent": "yes"}, "truncated": true,
         "dripped": {"bytes": 1000, "every": "PT0.001S"}}
        """);
    Response half = zoom.get("users");
    assertThat(half.header("X-Bent")).isEqualTo("yes");
    assertThat(half.body()).isEqualTo(whole.substring(0, whole.length() / 2));

    doneWithoutABody("/responses", "{\"operation_id\": \"listUsers\", \"body\": {\"users\": []}}");
    assertThat(zoom.get("users").body()).isEqualTo("{\"users\":[]}");
  }

  @Test
  void playsARecordingBack() {
    doneWithoutABody(
        "/recordings",
        """
        {"exchanges": [{"operation": "getUser", "request": {"pathValues": {"userId": "me"}},
          "response": {"status": 200, "body": {"id": "recorded"}}}]}
        """);

    assertThat(zoom.get("users/me").json().path("id").asText()).isEqualTo("recorded");
    assertThat(zoom.get("users/me").body()).contains("no exchange left for getUser");
    refused(
        "/recordings", "{\"exchanges\": [{\"operation\": 1}]}", "Line 1 is no recorded exchange");
    refused("/recordings", "{\"exchanges\": []}", "exchanges");
  }

  @Test
  void answersTheLinkOfAnAppAsTheUserDoes() {
    String link =
        mock.apiBase().resolve("/oauth/authorize").toString()
            + "?response_type=code&state=s1&redirect_uri=https%3A%2F%2Facme.example&client_id="
            + MockZoom.CLIENT_ID;
    String body = "{\"url\": \"" + link + "\", \"granted\": ";
    assertThat(done("POST", "/consents", body + "true}").path("location").asText())
        .startsWith("https://acme.example?")
        .contains("code=", "state=s1");
    assertThat(done("POST", "/consents", body + "false}").path("location").asText())
        .contains("error=access_denied");
    refused("/consents", "{\"url\": \"a b\", \"granted\": true}", "a link of the app", "a b");
    refused(
        "/consents", "{\"url\": \"https://zoom.us/oauth/authorize\", \"granted\": true}", "client");
  }

  @Test
  void expiresTokensAndIssuesThem() {
    mock.addUser(JILL);
    String app = done("POST", "/tokens", "{}").path("access_token").asText();
    assertThat(zoom.with(app).get("users").status()).isEqualTo(200);
    String jill = mock.userToken(JILL, "user:read");

    doneWithoutABody("/expirations", "{\"user_id\": \"" + JILL + "\"}");
    assertThat(zoom.with(jill).get("users/me").code()).isEqualTo(124);
    assertThat(zoom.with(app).get("users").status()).isEqualTo(200);
    doneWithoutABody("/expirations", "{}");
    assertThat(zoom.with(app).get("users").code()).isEqualTo(124);

    refused("/expirations", "{\"user_id\": \"nobody\"}", "There is no user", "nobody");
    refused("/tokens", "{\"user_id\": \"" + JILL + "\"}", "\"scopes\"", "with a user_id");
  }

  @Test
  void breaksConnections() {
    String webinars = "users/" + mock.example("userId") + "/webinars";
    zoom.get(webinars);
    for (String how : List.of("\"never_sent\": true", "\"broken_off_after\": 3")) {
      doneWithoutABody(
          "/responses",
          "{\"operation_id\": \"createWebinar\", \"status\": 201, \"body\": {\"id\": 1}, "
              + how
              + "}");
      assertThat(catchThrowable(() -> zoom.post(webinars, "{}"))).as(how).isNotNull();
    }
  }

  @Test
  void showsRequestsButItsOwn() {
    zoom.post(
        "users/" + mock.example("userId") + "/webinars",
        "{\"topic\": \"Town hall\", \"password\": \"bread\"}");

    JsonNode all = done("GET", "/requests", null).path("requests");
    assertThat(Running.texts(all, "operation_id")).containsExactly("token", "createWebinar");
    JsonNode one = done("GET", "/requests?operation_id=createWebinar", null).path("requests");
    assertThat(one).hasSize(1);
    assertThat(one.get(0).path("body").asText())
        .isEqualTo("{\"topic\":\"Town hall\",\"password\":\"***\"}");
    assertThat(one.get(0).path("headers").path("Authorization").asText()).isEqualTo("Bearer ***");
    Response typo = admin("GET", "/requests?operation_id=createWebnar", null);
    assertThat(typo.status()).isEqualTo(400);
    assertThat(typo.body()).contains("the nearest is createWebinar");
  }

  @Test
  void saysWhatBecameOfRequests() {
    zoom.get("users");
    zoom.get("users/nobody@acme.example");
    zoom.post("users/" + mock.example("userId") + "/webinars", "{\"duration\": \"long\"}");

    JsonNode rows = done("GET", "/requests", null).path("requests");
    assertThat(Running.texts(rows, "status")).containsExactly("200", "200", "404", "400");
    assertThat(rows.get(1).has("refusal")).isFalse();
    assertThat(rows.get(2).path("refusal").asText()).contains("nobody@acme.example");
    assertThat(rows.get(3).path("refusal").asText()).contains("duration: ", "string found");
  }

  @Test
  void countsRequestsAndForgetsThem() {
    zoom.get("users");
    mock.expireTokens();
    zoom.get("users");

    JsonNode counts = done("GET", "/requests", null).path("counts");
    assertThat(counts.path("listUsers")).hasToString("{\"all\":2,\"calls\":1,\"refused\":1}");
    assertThat(counts.path("token").path("all").asInt()).isEqualTo(1);
    counts = done("GET", "/requests?operation_id=listUsers", null).path("counts");
    assertThat(counts).hasSize(1);

    assertThat(admin("DELETE", "/requests", null).status()).isEqualTo(204);
    assertThat(done("GET", "/requests", null).path("counts")).isEmpty();
  }

  @Test
  void showsWhatThereIs() {
    String jill = mock.addUser(JILL);
    mock.seed("createWebinar", Map.of("userId", jill), "{}", 7);

    JsonNode accounts = done("GET", "/world", null).path("accounts");
    assertThat(Running.texts(accounts, "id"))
        .startsWith(MockZoom.ACCOUNT_ID)
        .contains(mock.example("accountId"));
    JsonNode users = accounts.get(0).path("users");
    assertThat(accounts.get(0).path("has").path("users").asInt()).isEqualTo(users.size());
    JsonNode row = users.get(users.size() - 1);
    assertThat(row.path("email").asText()).isEqualTo(JILL);
    assertThat(row.path("has").toString()).isEqualTo("{\"webinars\":7}");
    assertThat(accounts.get(1).path("users").findValuesAsText("email")).doesNotContain(JILL);
  }

  @Test
  void movesTheClock() {
    assertThat(zoom.get("users").status()).isEqualTo(200);
    assertThat(done("POST", "/clock", "{\"by\": \"PT2H\"}").path("now").asText())
        .isEqualTo(Running.START.plus(Duration.ofHours(2)).toString());
    assertThat(zoom.get("users").status()).isEqualTo(401);
  }

  @Test
  void playsUsersOtherAppsAndDevices() {
    mock.addUser(JILL);
    String token =
        done(
                "POST",
                "/tokens",
                "{\"user_id\": \"" + JILL + "\", \"scopes\": [\"user:read\", \"user:write\"]}")
            .path("access_token")
            .asText();
    assertThat(zoom.with(token).get("users/me").json().path("email").asText()).isEqualTo(JILL);

    doneWithoutABody(
        "/revocations", "{\"user_id\": \"" + JILL + "\", \"access_tokens_only\": true}");
    assertThat(zoom.with(token).get("users/me").status()).isEqualTo(401);
    doneWithoutABody("/revocations", "{\"user_id\": \"" + JILL + "\"}");
    doneWithoutABody("/sign-in", "{\"user_id\": \"" + JILL + "\"}");

    assertThat(
            done("POST", "/calls", "{\"label\": \"LIGHT\", \"calls\": 1000}")
                .path("let_through")
                .asInt())
        .isBetween(1, 999);
    refused("/devices", "{\"user_code\": \"abc\", \"granted\": true}", "No device shows", "abc");
  }

  @Test
  void namesWhatIsWrongWithARequest() {
    refused("/seeds", "{", "not JSON");
    refused("/seeds", "[1]", "has to be a JSON object");
    refused("/seeds", "{\"item\": {}}", "operation_id", "required");
    refused("/seeds", "{\"operation_id\": \"listUsers\", \"item\": {}, \"count\": 2}", "count");
    refused("/seeds", "{\"operation_id\": \"createWebinar\", \"item\": 3}", "\"item\"", "integer");
    refused(
        "/seeds",
        "{\"operation_id\": \"createWebinar\", \"item\": {\"topik\": \"a\"}}",
        "topik",
        "the nearest is topic");
    refused("/seeds", "{\"operation_id\": \"createWebinr\", \"item\": {}}", "createWebinar");
    refused("/users", "{\"email\": \"jill\"}", "is no e-mail address");
    refused("/responses", "{\"operation_id\": \"listUsers\", \"status\": 99}", "status", "200");
    for (String nothing : List.of("{}", "{\"call\": 2}", "{\"never_sent\": false}")) {
      refused("/responses", nothing, "says of no response what it is to be");
    }
    refused("/clock", "{\"by\": \"an hour\"}", "\"by\"", "PT1H30M", "an hour");
    refused("/clock", "{\"by\": \"-PT1H\"}", "does not go back");
    refused(
        "/responses",
        "{\"operation_id\": \"listUsers\", \"status\": 400, \"code\": 1, \"body\": {}}",
        "leave out one of them");
    refused("/responses", "{\"code\": 1}", "\"code\"", "Needs a status");
    refused("/responses", "{\"code\": 1, \"status\": 200}", "400 to 599", "needs a body");
    refused("/responses", "{\"every\": 0, \"status\": 400}", "every", "1");
    refused("/responses", "{\"every\": 2, \"call\": 2, \"status\": 400}", "call", "single calls");
    refused("/responses", "{\"every\": 2, \"times\": 2, \"status\": 400}", "times", "single calls");
    refused("/responses", "{\"operation_id\": \"listUser\", \"status\": 400}", "listUsers");
    refused(
        "/responses", "{\"dripped\": {\"bytes\": 1, \"every\": \"soon\"}}", "\"every\"", "PT1H30M");
    refused("/responses", "{\"delay\": \"PT2H\"}", "from zero to an hour");
    assertThat(admin("DELETE", "/responses?operation_id=listUser", null).body())
        .contains("the nearest is");
    refused(
        "/responses",
        "{\"operation_id\": \"listUsers\", \"status\": 200, \"headers\": {\"a b\": \"c\"}}",
        "HTTP has no header");
    refused("/calls", "{\"label\": \"LITE\", \"calls\": 1}", "LIGHT");
    assertThat(admin("GET", "/nothing", null).status()).isEqualTo(404);
    assertThat(admin("DELETE", "/seeds", null).status()).isEqualTo(405);
  }

  @Test
  void seedsWithAnyOperationOrSaysWhyNot() {
    for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
      Response response =
          admin("POST", "/seeds", "{\"operation_id\": \"" + operation + "\", \"item\": {}}");
      assertThat(response.status()).as(response.body()).isIn(201, 400);
    }
  }

  @Test
  void refusesNumbersThatAreOutOfRange() {
    refused(
        "/responses",
        "{\"operation_id\": \"listUsers\", \"status\": 400, \"code\": 99999999999999}",
        "\"code\"");
    refused("/calls", "{\"label\": \"LIGHT\", \"calls\": 99999999999999}", "\"calls\"");
    refused("/clock", "{\"by\": \"P999999999999D\"}", "year 9999");
  }

  @Test
  void isNotThereUnlessAskedFor() {
    try (MockZoom plain = MockZoom.start()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(plain.apiBase().resolve("/_mock"));
      assertThat(Client.send(request).status()).isEqualTo(404);
      assertThat(plain.requests()).hasSize(1);
    }
  }

  @Test
  void deviates() {
    done("PUT", "/realism", "{\"deviations\": [\"short-dates\", \"EMPTY_DATES\"]}");
    assertThat(done("GET", "/realism", null).toString())
        .isEqualTo("{\"deviations\":[\"EMPTY_DATES\",\"SHORT_DATES\"]}");

    Response unknown = admin("PUT", "/realism", "{\"deviations\": [\"emty-dates\"]}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.body()).contains("the nearest is EMPTY_DATES");
    assertThat(done("PUT", "/realism", "{\"deviations\": [\"all\"]}").path("deviations"))
        .hasSize(Deviation.values().length);
  }

  @Test
  void assumesCircumstances() {
    assertThat(done("PUT", "/circumstances", "{\"circumstances\": [\"no paid plan\"]}").toString())
        .isEqualTo("{\"circumstances\":[\"no paid plan\"]}");
    assertThat(done("GET", "/circumstances", null).toString())
        .isEqualTo("{\"circumstances\":[\"no paid plan\"]}");

    Response unknown = admin("PUT", "/circumstances", "{\"circumstances\": [\"no payed plan\"]}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.body()).contains("the nearest is no paid plan");
  }
}
