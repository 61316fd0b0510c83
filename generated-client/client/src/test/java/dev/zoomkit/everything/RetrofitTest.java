package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.zoomkit.annotation.DateWindow;
import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.annotation.KnownErrors;
import dev.zoomkit.annotation.OwnPath;
import dev.zoomkit.annotation.Paged;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.annotation.RateLimited;
import dev.zoomkit.annotation.RequiresScopes;
import dev.zoomkit.annotation.UserPath;
import dev.zoomkit.everything.api.Apis;
import dev.zoomkit.everything.api.ListWidgetsQuery;
import dev.zoomkit.everything.api.SparePartsApi;
import dev.zoomkit.everything.api.UploadWidgetPictureParts;
import dev.zoomkit.everything.api.WidgetsApi;
import dev.zoomkit.everything.model.Picture;
import dev.zoomkit.everything.model.UpdateWidgetRequest;
import dev.zoomkit.everything.model.Widget;
import dev.zoomkit.everything.model.WidgetKind;
import dev.zoomkit.everything.model.WidgetName;
import dev.zoomkit.everything.model.WidgetPage;
import dev.zoomkit.everything.model.WidgetSize;
import dev.zoomkit.everything.model.WidgetType;
import dev.zoomkit.runtime.ParameterConverters;
import dev.zoomkit.runtime.Parts;
import dev.zoomkit.value.Csv;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Invocation;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** What the generated interfaces send and make of responses, over real HTTP. */
class RetrofitTest {
  private final MockWebServer server = new MockWebServer();
  private Retrofit retrofit;
  private WidgetsApi api;

  @BeforeEach
  void start() throws IOException {
    server.start();
    retrofit =
        new Retrofit.Builder()
            .baseUrl(server.url("/v2/"))
            .addConverterFactory(new ParameterConverters())
            .addConverterFactory(MoshiConverterFactory.create(Json.MOSHI))
            .validateEagerly(true)
            .build();
    api = retrofit.create(WidgetsApi.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyInterfaceIsOneThatRetrofitTakes() {
    assertThat(Apis.ALL).containsExactly(SparePartsApi.class, WidgetsApi.class);
    Apis.ALL.forEach(retrofit::create);
  }

  @Test
  void sendsEveryKindOfQueryParameter() throws Exception {
    respond(200, "{'widgets':[{'id':1}]}");
    ListWidgetsQuery query =
        ListWidgetsQuery.of(
            q ->
                q.to(OffsetDateTime.parse("2026-11-22T10:00+02:00"))
                    .kind(WidgetKind.SMALL_ONE)
                    .sizes(List.of(WidgetSize.FROM_1_TO_20, WidgetSize.of("new")))
                    .labels(List.of("a", "b"))
                    .pageSize(10));

    WidgetPage page =
        api.listWidgets("acc", "jill@example.com", LocalDate.of(2026, 11, 1), query)
            .execute()
            .body();

    assertThat(page.items()).hasSize(1);
    assertThat(server.takeRequest().getUrl().toString())
        .endsWith(
            "/v2/accounts/acc/users/jill@example.com/widgets?from=2026-11-01"
                + "&to=2026-11-22T08%3A00%3A00Z&kind=small-one&sizes=1-20%2Cnew"
                + "&labels=a&labels=b&page_size=10");
  }

  @Test
  void leavesOutWhatIsNotSet() throws Exception {
    respond(200, "{}");

    api.listWidgets("acc", "me", LocalDate.of(2026, 11, 1), ListWidgetsQuery.builder().build())
        .execute();

    assertThat(server.takeRequest().getUrl().query()).isEqualTo("from=2026-11-01");
  }

  @Test
  void sendsAPatchAsJson() throws Exception {
    respond(204, "");

    UpdateWidgetRequest change = UpdateWidgetRequest.builder().agenda("a").build();
    Response<Void> response = api.updateWidget("acc", 7L, change).execute();

    RecordedRequest request = server.takeRequest();
    assertThat(response.isSuccessful()).isTrue();
    assertThat(response.body()).isNull();
    assertThat(request.getMethod()).isEqualTo("PATCH");
    assertThat(request.getBody().utf8().replace('"', '\''))
        .isEqualTo(Json.write(UpdateWidgetRequest.class, change))
        .isEqualTo("{'agenda':'a'}");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
  }

  @Test
  void sendsPartsAsPlainText() throws Exception {
    respond(201, "{'id':'p'}");
    MultipartBody.Part file =
        MultipartBody.Part.createFormData(
            "file", "a.png", RequestBody.create(new byte[] {1, 2}, MediaType.get("image/png")));
    UploadWidgetPictureParts parts =
        UploadWidgetPictureParts.of(part -> part.default_(true).type(WidgetType.SERIES));

    Picture picture =
        api.uploadWidgetPicture("acc", 7L, file, Parts.text("Ä title"), parts).execute().body();

    String body = server.takeRequest().getBody().utf8();
    assertThat(picture.id()).isEqualTo("p");
    assertThat(Arrays.asList(body.split("\r\n")))
        .containsSubsequence(
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"",
            "Content-Type: image/png",
            "Content-Disposition: form-data; name=\"title\"",
            "Content-Type: text/plain; charset=utf-8",
            "Ä title",
            "Content-Disposition: form-data; name=\"default\"",
            "Content-Type: text/plain; charset=utf-8",
            "true",
            "Content-Disposition: form-data; name=\"type\"",
            "Content-Type: text/plain; charset=utf-8",
            "9");
  }

  @Test
  void leavesOutPartsThatAreNotSet() throws Exception {
    respond(201, "{}");
    MultipartBody.Part file =
        MultipartBody.Part.createFormData("file", "a", RequestBody.create(new byte[0], null));

    api.uploadWidgetPicture(
            "acc", 7L, file, Parts.text("t"), UploadWidgetPictureParts.builder().build())
        .execute();

    assertThat(server.takeRequest().getBody().utf8()).doesNotContain("name=\"default\"");
  }

  @Test
  void sendsABodyWithADelete() throws Exception {
    respond(200, "[{'id':'a'},null,{'id':'b'}]");

    WidgetName name = WidgetName.builder().name("n").build();
    List<Picture> left =
        api.deleteWidgetTags("acc", 7L, Csv.of(List.of("x", "y")), name).execute().body();

    RecordedRequest request = server.takeRequest();
    assertThat(left).extracting(Picture::id).containsExactly("a", "b");
    assertThat(request.getMethod()).isEqualTo("DELETE");
    assertThat(request.getUrl().encodedQuery()).isEqualTo("tag_ids=x%2Cy");
    assertThat(request.getBody().utf8().replace('"', '\''))
        .isEqualTo(Json.write(WidgetName.class, name))
        .isEqualTo("{'name':'n'}");
  }

  @Test
  void returnsBytesAsTheyAre() throws Exception {
    server.enqueue(new MockResponse(200, Headers.of("Content-Type", "image/png"), "bytes"));

    try (ResponseBody picture = api.downloadWidgetPicture("acc", 7L).execute().body()) {
      assertThat(picture.string()).isEqualTo("bytes");
    }
  }

  @Test
  void aResponseThatEndsEarlyIsNoResponse() {
    respond(200, "{'id':1");

    assertThatThrownBy(() -> api.getWidget("acc", "7", (String) null).execute())
        .isInstanceOf(EOFException.class)
        .hasMessage("JSON ends too early at path $.id");
  }

  @Test
  void annotationsHaveTheFactsWhicheverMethodIsCalled() throws Exception {
    Method method =
        api.listWidgets("acc", "me", LocalDate.of(2026, 11, 1), ListWidgetsQuery.builder().build())
            .request()
            .tag(Invocation.class)
            .method();

    assertThat(method.getAnnotation(OwnPath.class).value()).isEqualTo("users/{userId}/widgets");
    assertThat(method.getAnnotation(RateLimited.class).value()).isEqualTo(RateLabel.MEDIUM);
    assertThat(method.getAnnotation(Paged.class).items()).isEqualTo("widgets");
    assertThat(method.getAnnotation(Paged.class).maxPageSize()).isEqualTo(300);
    assertThat(method.getAnnotation(DateWindow.class).maxDays()).isEqualTo(31);
    assertThat(method.getAnnotation(RequiresScopes.class).own().classic())
        .containsExactly("widget:read", "widget:read:admin");
    assertThat(method.getAnnotation(KnownErrors.class).value())
        .extracting(KnownError::status, KnownError::code, KnownError::absent)
        .containsExactly(
            tuple(200, 200, false),
            tuple(400, 0, false),
            tuple(400, 4711, false),
            tuple(400, 7001, true),
            tuple(404, 2000, false),
            tuple(404, 1001, true));
    assertThat(method.getParameters()[1].getAnnotation(UserPath.class).acceptsMe()).isTrue();
  }

  @Test
  void readsTheWidget() throws Exception {
    respond(200, "{'id':7,'topic':'Launch'}");

    Widget widget = api.getWidget("acc", "7", (String) null).execute().body();

    assertThat(widget.topic()).isEqualTo("Launch");
  }

  private void respond(int status, String json) {
    server.enqueue(new MockResponse(status, Headers.of(), json.replace('\'', '"')));
  }
}
