package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.model.CreateWebinarRequest;
import dev.zoomkit.model.Webinar;
import dev.zoomkit.model.WebinarListType;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.transfer.Upload;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated facade over the whole way to a server. */
class ZoomAccountTest {

  private static final UserRef JILL = UserRef.email("jill@example.com");
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().build();

  @BeforeEach
  void allow() {
    zoom.respondToToken(
        FakeZoom.token("token-1", "webinar:master webinar:read:admin account:master"));
  }

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void listOfASubAccountGoesOnAsItIsRead() {
    zoom.respond(
        json("{\"webinars\":[{\"id\":1,\"topic\":\"One\"}],\"next_page_token\":\"t2\"}"),
        json("{\"webinars\":[{\"id\":2,\"topic\":\"Two\"}],\"next_page_token\":\"\"}"));
    var webinars =
        client
            .account("sub")
            .webinars()
            .listWebinars(JILL, q -> q.type(WebinarListType.UPCOMING).pageSize(1));

    assertThat(zoom.calls).isEmpty();
    assertThat(webinars).extracting(WebinarSummary::topic).containsExactly("One", "Two");
    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/accounts/sub/users/jill@example.com/webinars?type=upcoming&page_size=1",
            "GET /v2/accounts/sub/users/jill@example.com/webinars?type=upcoming&page_size=1"
                + "&next_page_token=t2");
  }

  @Test
  void listOfTheOwnAccountHasTheOrdinaryPathAndResumes() {
    zoom.respond(json("{\"webinars\":[]}"));

    assertThat(client.ownAccount().webinars().listWebinars(JILL, q -> q.nextPageToken("t9")))
        .isEmpty();
    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/users/jill@example.com/webinars?page_size=300&next_page_token=t9");
  }

  @Test
  void subAccountsComeAsTheyAreRead() {
    zoom.respond(
        json("{\"accounts\":[{\"id\":\"acme\"}],\"next_page_token\":\"t2\"}"),
        json("{\"webinars\":[]}"),
        json("{\"accounts\":[{\"id\":\"best\"}],\"next_page_token\":\"\"}"));
    List<String> seen = new ArrayList<>();

    for (ZoomAccount account : client.subAccounts()) {
      seen.add(account.id());
      if (account.id().equals("acme")) {
        account.webinars().listWebinars(JILL).iterator().hasNext();
      }
    }

    assertThat(seen).containsExactly("acme", "best");
    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/accounts?page_size=300",
            "GET /v2/accounts/acme/users/jill@example.com/webinars?page_size=300",
            "GET /v2/accounts?page_size=300&next_page_token=t2");
  }

  @Test
  void modelGoesOutAndComesBack() throws IOException {
    CreateWebinarRequest request = CreateWebinarRequest.builder().topic("Launch").build();
    zoom.respond(status(201, "{\"id\":98520143677,\"topic\":\"Launch\",\"new_field\":1}"));
    Webinar created = client.account("sub").webinars().createWebinar(JILL, request);

    assertThat(created.id()).isEqualTo(98520143677L);
    assertThat(created.additionalProperties()).containsOnlyKeys("new_field");
    String sent = zoom.calls.get(0).getBody().utf8();
    assertThat(sent).isEqualTo("{\"topic\":\"Launch\"}");
    assertThat(MOSHI.adapter(CreateWebinarRequest.class).fromJson(sent)).isEqualTo(request);
    assertThat(zoom.calls.get(0).getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void uuidOrNumber() {
    zoom.respond(json("{}"), json("{}"));
    client.account("sub").webinars().getWebinar(98520143677L);
    client.account("sub").webinars().getWebinar("/ab+c==");

    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/accounts/sub/webinars/98520143677",
            "GET /v2/accounts/sub/webinars/%252Fab%252Bc%253D%253D");
  }

  @Test
  void writeWithoutResponse() {
    zoom.respond(status(204, ""));
    client.account("sub").webinars().deleteWebinar(1);

    assertThat(zoom.lines()).containsExactly("DELETE /v2/accounts/sub/webinars/1");
  }

  @Test
  void uploadOfAFile() {
    zoom.respond(status(201, "{}"));
    Upload wallpaper = Upload.of("w.png", "image/png", "pixels".getBytes(StandardCharsets.UTF_8));
    client.account("sub").webinars().uploadWebinarBrandingWallpaper(1, wallpaper);

    assertThat(zoom.calls.get(0).getBody().utf8()).contains("name=\"file\"; filename=\"w.png\"");
  }

  @Test
  void refusalsAreOfTheOperation() {
    zoom.respond(status(404, "{\"code\":3001,\"message\":\"Webinar does not exist: 1.\"}"));

    assertThatThrownBy(() -> client.account("sub").webinars().getWebinar(1))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("getWebinar: HTTP 404, Zoom code 3001: Webinar does not exist: 1.");
    assertThatThrownBy(() -> client.ownAccount().webinars().deleteWebinar(1))
        .isInstanceOf(MissingScopeException.class)
        .hasMessageContaining("(own account)");
    assertThatThrownBy(
            () -> client.account("sub").webinars().listWebinars(UserRef.me()).iterator().next())
        .isInstanceOf(UserRefException.class);
  }

  @Test
  void olderMasterScopesSuffice() {
    zoom.forgetResponses();
    zoom.respondToToken(
        FakeZoom.token("token-1", "user:write:master group:write:master report:read:master"));
    zoom.respond(status(204, ""), json("{}"), json("{\"upcoming_events\":[]}"), status(204, ""));
    ZoomAccount account = client.account("sub");

    account.users().deleteUserAssistants(JILL);
    account.users().listUserSchedulers(JILL);
    LocalDate day = LocalDate.of(2026, 11, 22);
    assertThat(account.reports().getUpcomingEventsReport(day, day)).isEmpty();
    account.groups().deleteGroup("g");

    assertThat(zoom.calls).hasSize(4);
  }

  @Test
  void nullArgumentIsRefusedByNameAtTheCall() {
    var webinars = client.account("sub").webinars();

    assertThatThrownBy(() -> webinars.listWebinars(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("listWebinars needs a user; it was null.");
    assertThatThrownBy(() -> webinars.createWebinar(JILL, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("createWebinar needs a request; it was null.");
  }
}
