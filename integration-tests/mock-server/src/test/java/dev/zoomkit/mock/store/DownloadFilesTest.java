package dev.zoomkit.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Raw;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Parameter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The links of recordings and archives lead to files that the mock has. */
class DownloadFilesTest extends Running {
  private String recordings;

  private Response download(String link, String token) {
    return Client.send(
        HttpRequest.newBuilder(URI.create(link)).header("Authorization", "Bearer " + token));
  }

  private String token() {
    return zoom.userToken("jill@example.com", "webinar:read");
  }

  private JsonNode read() {
    recordings = "meetings/" + zoom.example("meetingId") + "/recordings";
    return client.get(recordings).json();
  }

  @Test
  void everyLinkOfEveryAnswerLeadsToAFileOfItsSize() {
    int links = 0;
    for (DescribedOperation operation : description().operations()) {
      if (operation.method().equals("GET") && operation.response() != null) {
        Response response =
            client.get(Client.path(operation, operation.path(), "me") + days(operation));
        for (JsonNode file : response.json().findParents("download_url")) {
          String link = file.path("download_url").asText();
          assertThat(link).startsWith(zoom.apiBase().resolve("/").toString());
          if (file.path("file_size").asLong() < 1_000_000) {
            Response content = download(link, token());
            assertThat(content.status()).as(link).isEqualTo(200);
            assertThat(content.body()).isNotEmpty();
            if (file.has("file_size")) {
              assertThat(content.body()).hasSize(file.path("file_size").asInt());
            }
          }
          links++;
        }
      }
    }
    assertThat(links).isGreaterThan(10);
  }

  /** Recordings are listed of today where nobody says of which days. */
  private static String days(DescribedOperation operation) {
    Parameter from = operation.queryParameter("from");
    if (from == null || !operation.path().endsWith("/recordings")) {
      return "";
    }
    return "date-time".equals(from.schema().format())
        ? "?from=2026-11-01T00:00:00Z&to=2026-11-21T00:00:00Z"
        : "?from=2026-11-01&to=2026-11-21";
  }

  @Test
  void aFileSaysWhatItIs() {
    JsonNode files = read().path("recording_files");
    Response transcript = download(files.get(1).path("download_url").asText(), token());
    assertThat(transcript.header("Content-Type")).isEqualTo("text/vtt");
    assertThat(transcript.header("Content-Length"))
        .isEqualTo(files.get(1).path("file_size").asText());
    assertThat(transcript.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + files.get(1).path("id").asText() + ".vtt\"");
    assertThat(transcript.header("x-zm-trackingid")).startsWith("WEB_");
    Response timeline = download(files.get(2).path("download_url").asText(), token());
    assertThat(timeline.header("Content-Type")).isEqualTo("application/json");
  }

  private Response range(String link, String range, String... condition) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(link))
            .header("Authorization", "Bearer " + token())
            .header("Range", range);
    for (String tag : condition) {
      request.header("If-Range", tag);
    }
    return Client.send(request);
  }

  @Test
  void aFileGoesOnAtTheByteThatIsAskedFor() {
    String link = read().path("recording_files").get(1).path("download_url").asText();
    Response whole = download(link, token());
    int size = whole.body().length();
    Response rest = range(link, "bytes=100-", whole.header("ETag"));
    assertThat(rest.status()).isEqualTo(206);
    assertThat(rest.header("Content-Range")).isEqualTo("bytes 100-%d/%d".formatted(size - 1, size));
    assertThat(rest.body()).isEqualTo(whole.body().substring(100));
    assertThat(range(link, "bytes=100-").status()).isEqualTo(206);
    Response part = range(link, "bytes=10-19");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + size);
    assertThat(part.body()).isEqualTo(whole.body().substring(10, 20));
    Response end = range(link, "bytes=%d-%d".formatted(size - 1, size + 9));
    assertThat(end.header("Content-Range"))
        .isEqualTo("bytes %1$d-%1$d/%2$d".formatted(size - 1, size));
    assertThat(range(link, "bytes=19-10").status()).isEqualTo(200);
    assertThat(range(link, "bytes=100-", "\"other\"").status()).isEqualTo(200);
    Response behind = range(link, "bytes=" + size + "-");
    assertThat(behind.status()).isEqualTo(416);
    assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + size);
  }

  @Test
  void aFileOfMoreThanTwoGigabytesIsNotHeldInMemory() throws Exception {
    zoom.seed(
        "getMeetingRecordings",
        "{\"id\": \"big\", \"file_type\": \"MP4\", \"file_size\": 5000000000}",
        1);
    JsonNode files = read().path("recording_files");
    JsonNode big = files.get(files.size() - 1);
    Raw.Response head =
        Raw.send(
                zoom.apiBase(),
                ("HEAD "
                        + URI.create(big.path("download_url").asText()).getPath()
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + token()
                        + "\r\n\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .get(0);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.headers()).containsEntry("Content-Length", "5000000000");
    assertThat(head.headers()).containsEntry("Content-Type", "video/mp4");
  }

  @Test
  void aFileNeedsAToken() {
    String link = read().path("recording_files").get(1).path("download_url").asText();
    assertRefused(Client.send(HttpRequest.newBuilder(URI.create(link))), 401, 124);
    assertRefused(download(link, "made-up"), 401, 124);
    String inQuery = link + "?access_token=" + token();
    assertThat(Client.send(HttpRequest.newBuilder(URI.create(inQuery))).status()).isEqualTo(200);
  }

  @Test
  void aTokenForTheFilesComesWhereItIsAskedForAndEnds() {
    assertThat(read().has("download_access_token")).isFalse();
    JsonNode response =
        client.get(recordings + "?include_fields=download_access_token&ttl=60").json();
    String link = response.path("recording_files").get(1).path("download_url").asText();
    String token = response.path("download_access_token").asText();
    assertThat(download(link, token).status()).isEqualTo(200);
    assertRefused(client.with(token).get(webinar), 400, 4711);
    zoom.clock().advance(Duration.ofSeconds(60));
    assertRefused(download(link, token), 401, 124);
  }

  @Test
  void aLinkThatATestGaveIsKept() {
    zoom.seed(
        "getMeetingRecordings",
        "{\"id\": \"mine\", \"download_url\": \"https://example.zoom.us/rec/download/mine\"}",
        1);
    assertThat(texts(read().path("recording_files"), "download_url"))
        .contains("https://example.zoom.us/rec/download/mine");
  }

  @Test
  void aSeededFileHasALinkOfItsOwn() {
    List<String> ids =
        zoom.seed(
            "getMeetingRecordings", Map.of(), "{\"file_type\": \"CHAT\", \"file_size\": 7}", 2);
    JsonNode files = read().path("recording_files");
    assertThat(texts(files, "id")).containsAll(ids);
    assertThat(texts(files, "download_url")).doesNotHaveDuplicates();
    String link = files.get(files.size() - 1).path("download_url").asText();
    assertThat(download(link, token()).body()).hasSize(7);
  }

  @Test
  void whatIsDeletedOrWasNeverToldOfIsNotThere() {
    JsonNode file = read().path("recording_files").get(1);
    String link = file.path("download_url").asText();
    assertThat(client.delete(recordings + "/" + file.path("id").asText()).status()).isEqualTo(204);
    assertRefused(download(link, token()), 404, 2300);
    assertRefused(download(link + "x", token()), 404, 2300);
  }
}
