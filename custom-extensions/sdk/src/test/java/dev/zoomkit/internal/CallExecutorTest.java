package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.transfer.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallExecutorTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ApiFactory apis =
      new ApiFactory(
          HttpUrl.get(zoom.endpoint()),
          new OkHttpClient(),
          new Moshi.Builder().build(),
          JsonReading.strict(),
          zoom.clock,
          (own, context) -> failure -> false,
          null,
          new Lifetime());
  private final CallExecutor calls = new CallExecutor("sub", apis);
  private final CallExecutor own = new CallExecutor("me", apis);
  private final ThingsApi things = calls.api(ThingsApi.class);

  @AfterEach
  void close() {
    zoom.close();
  }

  @Test
  void responseIsTheModel() {
    zoom.respond(json("{\"id\":7}"));

    assertThat(calls.body(things.getThing(calls.accountId(), "7"))).isEqualTo(new Thing(7L, null));
  }

  @Test
  void http204WhereAResponseMustBeIsUnreadable() {
    zoom.respond(status(204, ""));

    assertThatThrownBy(() -> calls.body(things.getThing("sub", "7")))
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageStartingWith(
            "getThing: HTTP 204 with an unreadable response at $: a body is missing.");
  }

  @Test
  void doneTakesAnySuccess() {
    zoom.respond(status(204, ""), status(200, ""), status(201, "{}"));
    for (int i = 0; i < 3; i++) {
      calls.run(things.deletePart("sub", 1, "p"));
    }

    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void tokenPagesGoThroughHttp() {
    zoom.respond(
        json("{\"things\":[{\"id\":1}],\"next_page_token\":\"t2\"}"),
        json("{\"things\":[],\"next_page_token\":\"t3\"}"),
        json("{\"things\":[{\"id\":2}],\"next_page_token\":\"\"}"));
    Pages<Thing> pages =
        calls.tokenPages("listThings", null, token -> things.listThings("sub", "u1", null, token));

    assertThat(zoom.calls).isEmpty();
    assertThat(pages).extracting(Thing::id).containsExactly(1L, 2L);
    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/accounts/sub/users/u1/things",
            "GET /v2/accounts/sub/users/u1/things?next_page_token=t2",
            "GET /v2/accounts/sub/users/u1/things?next_page_token=t3");
  }

  @Test
  void numberPagesGoThroughHttp() {
    zoom.respond(
        json("{\"things\":[{\"id\":1}],\"page_number\":1,\"page_count\":2}"),
        json("{\"things\":[{\"id\":2}]}"));
    Pages<Thing> pages = own.numberPages("listRenewals", null, things::listRenewals);

    assertThat(pages).extracting(Thing::id).containsExactly(1L, 2L);
    assertThat(zoom.lines()).last().asString().endsWith("page_number=2");
  }

  @Test
  void downloadIsStreamed() throws IOException {
    zoom.respond(
        status(
            200,
            "%PDF",
            "Content-Type",
            "application/pdf",
            "Content-Disposition",
            "attachment; filename=\"invoice.pdf\""));
    try (Download download = own.download(things.downloadThing("7"))) {
      assertThat(download.fileName()).isEqualTo("invoice.pdf");
      assertThat(download.mediaType()).isEqualTo("application/pdf");
      assertThat(download.size()).isEqualTo(4);
      assertThat(download.stream()).hasContent("%PDF");
    }
  }

  @Test
  void uploadIsAPartOfItsField() {
    zoom.respond(json("{}"));
    Upload upload = Upload.of("p.png", "image/png", "pixels".getBytes(StandardCharsets.UTF_8));
    calls.body(things.uploadPicture("sub", 1, upload.part("pic_file")));

    assertThat(zoom.calls.get(0).getHeaders().get("Content-Type"))
        .startsWith("multipart/form-data");
    assertThat(zoom.calls.get(0).getBody().utf8())
        .contains("Content-Disposition: form-data; name=\"pic_file\"; filename=\"p.png\"")
        .contains("Content-Type: image/png")
        .contains("pixels");
  }
}
