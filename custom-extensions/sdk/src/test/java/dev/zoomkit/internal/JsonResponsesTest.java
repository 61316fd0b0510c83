package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.api.ListUsersQuery;
import dev.zoomkit.api.UsersApi;
import dev.zoomkit.error.ErrorInBodyException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.model.UserPage;
import dev.zoomkit.model.UserSummary;
import dev.zoomkit.operations.Users;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.ScopeCheck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of Zoom's that is not as it should be: before it, in it, and where it breaks. */
class JsonResponsesTest {

  private static final String BOM = "\uFEFF";

  private final FakeZoom zoom = new FakeZoom();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CapturedLog log = new CapturedLog("dev.zoomkit.json");
  private final ZoomClient client =
      builder().onUnexpectedValue((operation, value) -> told.add(operation + " " + value)).build();

  private ZoomClient.Builder builder() {
    return zoom.client().retryPolicy(RetryPolicy.none()).scopeCheck(ScopeCheck.OFF);
  }

  @AfterEach
  void close() {
    client.close();
    zoom.close();
    log.close();
  }

  private Thing get() {
    return client.execute(client.api(ThingsApi.class).getThing("sub", "1"));
  }

  private static Users users(ZoomClient client) {
    ZoomAccount account = client.ownAccount();
    return account.users();
  }

  @Test
  void aByteOrderMarkBeforeTheJsonIsSkipped() {
    zoom.respond(json(BOM + "{\"id\":1}"));

    assertThat(get().id()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkHidesNoRefusalInASuccess() {
    zoom.respond(json(BOM + "{\"code\":200,\"message\":\"No permission.\"}"));

    assertThatThrownBy(this::get).isInstanceOf(ErrorInBodyException.class);
  }

  @Test
  void aByteOrderMarkHidesNoHtml() {
    zoom.respond(json(BOM + "<html>proxy</html>"));

    assertThatThrownBy(this::get)
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageContaining("HTML, probably of a proxy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"users\":[{\"id\":\"a\",}]}",
        "{\"users\":[{'id':1}]}",
        "{\"users\":[{id:1}]}",
        "{\"users\":[1;2]}",
        "{\"users\":NaN}",
        "{\"users\":[]} more",
        "{\"users\":[]",
        "{\"users\":[{\"id\":\"a\\x\"}]}",
        "{\"users\":[],\"new\":[01]}",
        "no JSON"
      })
  void brokenJsonFailsWithItsPathAndNoAdviceOnMoshi(String body) {
    zoom.respond(json(body));

    UnreadableResponseException unreadable =
        catchThrowableOfType(
            UnreadableResponseException.class, () -> users(client).listUsers().stream().toList());

    StringWriter all = new StringWriter();
    unreadable.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain("setLenient");
    assertThat(unreadable.jsonPath()).startsWith("$");
  }

  @Test
  void brokenJsonOfACallersOwnModelGivesNoAdviceOnMoshiEither() {
    zoom.respond(json("{id:1}"));

    assertThatThrownBy(this::get)
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageStartingWith(
            "getThing: HTTP 200 with an unreadable response at $.: Broken JSON.")
        .hasStackTraceContaining("Broken JSON")
        .satisfies(thrown -> assertThat(thrown.getCause()).hasMessageNotContaining("setLenient"));
  }

  @Test
  void oneStrangeValueCostsItsOwnPropertyOnly() {
    zoom.respond(page("one", "t"), page("two", ""));

    List<UserSummary> users = users(client).listUsers().stream().toList();

    assertThat(users)
        .extracting(UserSummary::id)
        .containsExactly("before-one", "one", "before-two", "two");
    assertThat(users.get(1).lastLoginTime()).isNull();
    assertThat(users.get(1).additionalProperties()).containsEntry("last_login_time", "-");
  }

  private static MockResponse page(String id, String token) {
    return json(
        ("{\"next_page_token\":\"%s\",\"users\":[{\"id\":\"before-%s\"},"
                + "{\"id\":\"%s\",\"last_login_time\":\"-\"}]}")
            .formatted(token, id, id));
  }

  @Test
  void theListenerIsToldEachAndTheLogOneAPathAndOperation() {
    zoom.respond(page("one", "t"), page("two", ""));

    users(client).listUsers().stream().toList();

    String value = "$.users[1].last_login_time: expected a date and time, found text";
    assertThat(told).containsExactly("listUsers " + value, "listUsers " + value);
    assertThat(log.lines())
        .containsExactly(
            "listUsers: "
                + value
                + ". It is read as null and kept in additionalProperties(). Said once an operation"
                + " and path.");
  }

  @Test
  void allRowsAreOnePathInTheLogWhichHasNoValues() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      rows.append(i == 0 ? "" : ",").append("{\"id\":[\"s3cret\"]}");
    }
    zoom.respond(json("{\"users\":[" + rows + "]}"));

    users(client).listUsers().stream().toList();

    assertThat(told).hasSize(3_000);
    assertThat(log.lines()).hasSize(1).noneMatch(line -> line.contains("s3cret"));
  }

  @Test
  void viewsDoNotWarnAgain() {
    zoom.respond(page("one", ""), page("one", ""));

    users(client).listUsers().stream().toList();
    users(client.readOnly()).listUsers().stream().toList();

    assertThat(log.lines()).hasSize(1);
    assertThat(told).hasSize(2);
  }

  @Test
  void aListenerThatThrowsFailsTheCall() {
    try (ZoomClient failing =
        builder()
            .onUnexpectedValue(
                (operation, value) -> {
                  throw new IllegalStateException(operation);
                })
            .build()) {
      zoom.respond(page("one", ""));

      assertThatThrownBy(() -> users(failing).listUsers().stream().toList())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("listUsers");
    }
  }

  @Test
  void strictReadingFailsAndNamesTheValueByItsOwnPath() {
    try (ZoomClient strict = builder().strictReading().build()) {
      zoom.respond(page("one", ""), json("{\"users\":[{\"group_ids\":[\"a\",{}]}]}"));

      assertThatThrownBy(() -> users(strict).listUsers().stream().toList())
          .isInstanceOf(UnreadableResponseException.class)
          .hasMessageStartingWith(
              "listUsers: HTTP 200 with an unreadable response at $.users[1].last_login_time:"
                  + " Expected a date and time but was -. [GET /v2/users");
      assertThatThrownBy(() -> users(strict).listUsers().stream().toList())
          .isInstanceOf(UnreadableResponseException.class)
          .hasMessageContaining(" at $.users[0].group_ids[1]: Expected text but was an object.");
    }
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "7", "[{\"users\":[]}]"})
  void aResponseThatIsNoObjectFails(String body) {
    zoom.respond(json(body));

    assertThatThrownBy(() -> users(client).listUsers().stream().toList())
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageContaining("unreadable response at $: Expected an object but was ");
    assertThat(told).isEmpty();
  }

  @Test
  void theRawCallNamesTheOperationToo() {
    zoom.respond(page("one", ""));

    UserPage page =
        client.execute(
            client.api(UsersApi.class).listUsers("me", ListUsersQuery.builder().build()));

    assertThat(page.items()).hasSize(2);
    assertThat(told).singleElement().asString().startsWith("listUsers $.users[1]");
  }
}
