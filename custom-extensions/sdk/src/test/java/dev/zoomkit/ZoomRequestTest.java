package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.ReadOnlyException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.paging.Page;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomRequestTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().build();

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void jsonComesAsItIs() {
    zoom.respond(
        json("{\"status\":\"DND\",\"since\":9007199254740993,\"share\":0.1,\"tags\":[null,true]}"),
        status(204, ""));
    ZoomRequest request =
        client
            .request("GET", "/chat/users/{userId}/settings")
            .path("userId", UserRef.email("jill@acme.example"));

    assertThat(request.json())
        .isEqualTo(
            Map.of(
                "status",
                "DND",
                "since",
                9007199254740993L,
                "share",
                new BigDecimal("0.1"),
                "tags",
                Arrays.asList(null, true)));
    assertThat(request.json()).isNull();
    assertThat(zoom.lines()).containsOnly("GET /v2/chat/users/jill@acme.example/settings");
    assertThat(zoom.calls)
        .extracting(call -> call.getHeaders().get("Authorization"))
        .containsOnly("Bearer token-1");
  }

  @Test
  void pathOfASubAccountHasItsPrefix() {
    zoom.respond(json("{}"));
    client.account("s/b").request("GET", "/users/{id}/x").path("id", 7).query("a b", 1).json();

    assertThat(zoom.lines()).containsExactly("GET /v2/accounts/s%2Fb/users/7/x?a%20b=1");
  }

  @Test
  void uuidIsEncodedTwiceWhereZoomNeedsIt() {
    zoom.respond(json("{}"), json("{}"));
    ZoomRequest request = client.request("GET", "/past/{uuid}");
    request.path("uuid", "/a//b==").json();
    request.path("uuid", "a/b==").json();

    assertThat(zoom.lines())
        .containsExactly("GET /v2/past/%252Fa%252F%252Fb%253D%253D", "GET /v2/past/a%2Fb==");
  }

  @Test
  void bodyIsSentAsJsonAndTheRequestStaysAsItIs() {
    zoom.respond(json("{}"), json("{}"));
    ZoomRequest request = client.request("PUT", "/things");
    request.body(Map.of("name", List.of(1, "two"))).run();
    request.run();

    assertThat(zoom.calls.get(0).getBody().utf8()).isEqualTo("{\"name\":[1,\"two\"]}");
    assertThat(zoom.calls.get(0).getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(zoom.calls.get(1).getBodySize()).isZero();
  }

  /** A type of the caller's own. */
  public record Presence(String status, List<Integer> codes) {}

  @Test
  void typesOfTheCallerAndModelsAreRead() {
    zoom.respond(
        json("{\"status\":\"DND\",\"codes\":[1],\"new\":1}"), json("{\"topic\":\"t\",\"id\":1}"));

    assertThat(client.request("GET", "/presence").as(Presence.class))
        .isEqualTo(new Presence("DND", List.of(1)));
    assertThat(client.request("GET", "/presence").as(WebinarSummary.class).topic()).isEqualTo("t");
  }

  /** Out of Moshi's sight. */
  private record Hidden(String status) {}

  @Test
  void typesThatNothingReadsAreRefusedBeforeAnythingIsSent() {
    ZoomRequest request = client.request("GET", "/presence");

    assertThatThrownBy(() -> request.as(Date.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "as needs a type that JSON can be read into: a model, or a public record or class of yours; Date is none.");
    refused(() -> request.as(Hidden.class));
    refused(() -> client.request("POST", "/x").body(new Hidden("DND")));
    assertThatThrownBy(() -> request.pages("items", Runnable.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void unreadableResponseNamesRequestAndPath() {
    zoom.respond(json("{\"status\":{}}"), status(204, ""));
    ZoomRequest request = client.request("GET", "/presence");

    assertThatThrownBy(() -> request.as(Presence.class))
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageStartingWith(
            "GET /presence: HTTP 200 with an unreadable response at $.status: ");
    assertThatThrownBy(() -> request.as(Presence.class))
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageContaining("a body is missing");
  }

  @Test
  void pagesLeadOnByTokenElseByNumber() {
    zoom.respond(
        json("{\"rows\":[{\"id\":1}],\"next_page_token\":\"t2\",\"total_records\":2}"),
        json("{\"rows\":[{\"id\":2}],\"next_page_token\":\"\"}"),
        json("{\"rows\":[{\"id\":3}],\"page_count\":2,\"page_number\":1}"),
        json("{\"rows\":[{\"id\":4}],\"page_count\":2,\"page_number\":2}"),
        json("{\"rows\":[{\"topic\":\"t\"}]}"));
    ZoomRequest request = client.request("GET", "/rows").query("page_size", 1);

    assertThat(request.pages("rows")).extracting(row -> row.get("id")).containsExactly(1L, 2L);
    assertThat(request.pages("rows")).extracting(row -> row.get("id")).containsExactly(3L, 4L);
    assertThat(request.query("next_page_token", "t9").pages("rows", WebinarSummary.class))
        .extracting(WebinarSummary::topic)
        .containsExactly("t");
    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/rows?page_size=1",
            "GET /v2/rows?page_size=1&next_page_token=t2",
            "GET /v2/rows?page_size=1",
            "GET /v2/rows?page_size=1&page_number=2",
            "GET /v2/rows?page_size=1&next_page_token=t9");
  }

  @Test
  void whatStandsBesideTheItemsIsKept() {
    zoom.respond(json("{\"rows\":[],\"from\":\"2027-03-08\",\"total_records\":0}"));
    List<Page<Map<String, Object>>> pages = new ArrayList<>();
    client.request("GET", "/rows").pages("rows").byPage().forEach(pages::add);

    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).response().additionalProperties()).containsEntry("from", "2027-03-08");
    assertThat(pages.get(0).response().totalRecords()).isEqualTo(0L);
  }

  @Test
  void filesAreStreamed() throws IOException {
    zoom.respond(status(200, "%PDF"));
    try (Download file = client.request("GET", "/file").download()) {
      assertThat(file.stream()).hasContent("%PDF");
    }
  }

  @Test
  void repetitionsGoByTheMethod() {
    zoom.respond(status(500, ""), json("{}"), noResponse(), status(500, ""), status(404, ""));
    client.request("GET", "/x").run();
    assertThatThrownBy(() -> client.request("POST", "/x").run())
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("It may have taken effect.");
    client.request("DELETE", "/x").run();

    assertThat(zoom.calls).hasSize(5);
  }

  @Test
  void errorsAreThoseOfAnyCall() {
    zoom.respond(status(404, "{\"code\":3001,\"message\":\"No such thing.\"}"));

    assertThatThrownBy(() -> client.request("GET", "/things/{id}").path("id", 7).run())
        .isInstanceOfSatisfying(
            NotFoundException.class,
            refused -> assertThat(refused.operation()).isEqualTo("GET /things/{id}"))
        .hasMessage(
            "GET /things/{id}: HTTP 404, Zoom code 3001: No such thing. [GET /v2/things/7, tracking id WEB_1]");
  }

  @Test
  void readOnlyViewRefusesWhatIsNoRead() {
    zoom.respond(json("{}"));
    ZoomClient reader = client.readOnly();
    reader.request("GET", "/x").run();

    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      assertThatThrownBy(() -> reader.request(method, "/x").run())
          .isInstanceOf(ReadOnlyException.class);
    }
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void serverToServerAppHasNoMe() {
    ZoomRequest request = client.request("GET", "/users/{userId}/x").path("userId", UserRef.me());

    assertThatThrownBy(request::run)
        .isInstanceOf(UserRefException.class)
        .hasMessageContaining("a server-to-server app acts for no user");
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void operationOfTheDescriptionGoesByItsFacts() {
    zoom.respond(json("{\"topic\":\"t\"}"), status(400, "{\"code\":300}"));
    ZoomRequest webinar = client.request("GET", "/webinars/{id}").path("id", 7);

    assertThatThrownBy(webinar::json)
        .isInstanceOf(MissingScopeException.class)
        .hasMessageStartingWith("getWebinar needs one of ");
    try (ZoomClient unchecked = zoom.client().scopeCheck(ScopeCheck.OFF).build()) {
      unchecked.request("GET", "/webinars/{id}").path("id", 7).json();
      assertThatThrownBy(
              () -> unchecked.account("sub").request("GET", "/webinars/{w}").path("w", 7).json())
          .isInstanceOf(BadRequestException.class)
          .hasMessageStartingWith("getWebinar: ");
      assertThatThrownBy(() -> unchecked.account("sub").request("GET", "/accounts").json())
          .isInstanceOf(WrongAccountException.class)
          .hasMessageStartingWith("listSubAccounts exists for the app's own account only");
      assertThatThrownBy(() -> presence(unchecked.account("sub"), "/users/{u}/presence_status"))
          .isInstanceOf(WrongAccountException.class)
          .hasMessage(
              "getUserPresenceStatus exists for the app's own account only, and this call is for"
                  + " account(\"sub\"). Write ownAccount() instead. Nothing was sent.");
      for (String account : List.of("{a}", "sub", "me")) {
        String path = "/accounts/" + account + "/users/{u}/presence_status";
        assertThatThrownBy(() -> presence(unchecked.ownAccount(), path))
            .isInstanceOf(WrongAccountException.class)
            .hasMessage(
                "getUserPresenceStatus exists for the app's own account only, and the path is that"
                    + " of an account. Leave /accounts/"
                    + account
                    + " out. Nothing was sent.");
      }
      assertThatThrownBy(
              () ->
                  unchecked
                      .request("GET", "/webinars/{id}")
                      .path("id", 7)
                      .label(RateLabel.LIGHT)
                      .run())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "GET /webinars/{id} is getWebinar, which counts as LIGHT. Leave label(...) out.");
    }
    assertThat(zoom.lines())
        .containsExactly("GET /v2/webinars/7", "GET /v2/accounts/sub/webinars/7");
  }

  private static void presence(ZoomAccount account, String path) {
    ZoomRequest request = account.request("GET", path).path("u", "jill");
    (path.contains("{a}") ? request.path("a", "sub") : request).run();
  }

  @Test
  void labelCountsInTheLimits() {
    try (ZoomClient limited = zoom.client().rateLimits(Plan.FREE).build()) {
      zoom.respond(json("{}"), json("{}"), json("{}"), json("{}"));
      ZoomRequest request = limited.request("GET", "/x");
      request.run();
      request.run();
      assertThat(zoom.sleeps).isEmpty();
      request.label(RateLabel.HEAVY).run();
      request.label(RateLabel.HEAVY).run();
      assertThat(zoom.sleeps).hasSize(1);
    }
  }

  @Test
  void optionsOfTheViewHold() {
    zoom.respond(json("{}"));
    List<ResponseInfo> told = new ArrayList<>();
    client
        .with(options -> options.header("X-A", "b").timeout(Duration.ofMinutes(1)))
        .with(options -> options.bodyField("more", 1).onResponse(told::add))
        .request("POST", "/x")
        .body(Map.of("a", 1))
        .run();

    assertThat(zoom.calls.get(0).getBody().utf8()).isEqualTo("{\"a\":1,\"more\":1}");
    assertThat(zoom.calls.get(0).getHeaders().get("X-A")).isEqualTo("b");
    assertThat(told).extracting(ResponseInfo::operation).containsExactly("POST /x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.zoom.us/v2/users",
        "//evil.example/users",
        "users",
        "/",
        "/a//b",
        "/a/../b",
        "/a/.",
        "/a?b=c",
        "/a#b",
        "/a/x{id}",
        "/a/{}",
        "/a/{id}/{id}",
        "/a b\n"
      })
  void pathsThatLeadElsewhereAreRefused(String path) {
    assertThatThrownBy(() -> client.request("GET", path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("request needs a path ");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(() -> client.request("get", "/x"))
        .hasMessage("request needs a method of GET, POST, PUT, PATCH, DELETE; \"get\" is none.");
    refused(() -> client.account("sub").request("GET", "/accounts/{accountId}/x"))
        .hasMessage("request needs a path below the account: leave /accounts/{accountId} out.");
    ZoomRequest request = client.request("GET", "/things/{id}");
    refused(() -> request.path("thing", 7))
        .hasMessage("path needs a name of GET /things/{id}; there is no {thing}.");
    refused(() -> request.path("id", ".."));
    refused(() -> request.path("id", "a\nb"));
    refused(() -> request.query("page_number", "x").pages("things"))
        .hasMessage("pages needs a page_number in digits; it was x.");
    assertThatThrownBy(request::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("GET /things/{id} needs a value for {id}. Add path(\"id\", ...).");
    assertThatThrownBy(() -> request.body(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("GET /things/{id} sends no body, because it is a GET.");
    refused(() -> client.request("POST", "/x").body(new Date()));
    assertThat(zoom.calls).isEmpty();
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
