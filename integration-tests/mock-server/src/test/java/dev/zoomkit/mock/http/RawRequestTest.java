package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Raw;
import dev.zoomkit.mock.Running;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever bytes a client sends, it gets a response, and that in Zoom's shape. */
class RawRequestTest extends Running {
  private static final int MUTATIONS = 1500;
  private static final String[] ODDITIES = {
    "%zz",
    "%",
    "%00",
    "%ff",
    "\0",
    "\r\n",
    "\n",
    " ",
    "\t",
    ":",
    ",",
    ";",
    "\"",
    "{",
    "[",
    "/",
    "//",
    "..",
    "?",
    "&",
    "=",
    "#",
    "\u00e4",
    "\u00c3\u00a4",
    "9999999999999999999",
    "-1",
    "1e999",
    "2026-02-30",
    "null",
    "HTTP/9.9",
    "chunked",
    "gzip"
  };

  private String bearer() {
    return "Authorization: Bearer " + zoom.userToken("jill@example.com", allScopes()) + "\r\n";
  }

  private String[] allScopes() {
    return description().scopes().toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET /v2/users/%zz/webinars HTTP/1.1~Host: x~~|400",
        "GET /v2/webinars/1?type=%zz HTTP/1.1~Host: x~~|400",
        "GET /v2/users/%ff/webinars HTTP/1.1~Host: x~~|400",
        "GET /v2/users/%00/webinars HTTP/1.1~Host: x~~|404",
        "GET /v2/users/{userId}/webinars HTTP/1.1~Host: x~~|404",
        "GET /v2/users/a b/webinars HTTP/1.1~Host: x~~|400",
        "GET v2/webinars/1 HTTP/1.1~Host: x~~|404",
        "GET / HTTP/1.1~Host: x~~|404",
        "GET * HTTP/1.1~Host: x~~|404",
        "GET /v2/webinars/1|400",
        "GET /v2/webinars/1 HTTP/1.1~~|400",
        "GET /v2/webinars/1 HTTP/7.3~Host: x~~|505",
        "GET /v2/webinars/1 HTTP/1.1~Host: x~no colon~~|400",
        "TRACE /v2/webinars/1 HTTP/1.1~Host: x~~|405",
        "FOO /v2/webinars/1 HTTP/1.1~Host: x~~|405",
        "GARBAGE|400",
        "POST /v2/users/u/webinars HTTP/1.1~Host: x~Content-Length: ten~~{}|400",
        "POST /v2/users/u/webinars HTTP/1.1~Host: x~Content-Length: -1~~{}|400",
        "POST /v2/users/u/webinars HTTP/1.1~Host: x~Content-Length: 10~~{}|400",
        "POST /v2/users/u/webinars HTTP/1.1~Host: x~Content-Length: 2000000000~~{}|400",
        "POST /v2/users/u/webinars HTTP/1.1~Host: x~Transfer-Encoding: chunked~~zz~{}|400",
        "POST /v2/users/u/webinars HTTP/1.1~Host: x~Transfer-Encoding: gzip~~{}|501",
        "POST /oauth/token?grant_type=%zz HTTP/1.1~Host: x~Content-Length: 0~~|400",
      })
  void whatIsNoRequestIsRefusedInJson(String request, int status) {
    String sent = request.replace("~", "\r\n").replace("Host: x\r\n", "Host: x\r\n" + bearer());
    Raw.Response response = Raw.one(zoom.apiBase(), sent);
    response.isAsZoomSends();
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(response.body()).isNotEmpty();
  }

  @Test
  void anOverlongPathIsRefusedInJson() {
    for (int length : new int[] {10_000, 100_000, 1_000_000}) {
      Raw.Response response =
          Raw.one(
              zoom.apiBase(),
              "GET /v2/users/"
                  + "a".repeat(length)
                  + " HTTP/1.1\r\nHost: x\r\n"
                  + bearer()
                  + "\r\n");
      response.isAsZoomSends();
      assertThat(response.status()).isIn(404, 414, 431);
    }
  }

  @Test
  void headHasNoBodyAndTheConnectionGoesOn() {
    String request = "HEAD /v2/webinars/1 HTTP/1.1\r\nHost: x\r\n" + bearer() + "\r\n";
    List<Raw.Response> responses =
        Raw.send(zoom.apiBase(), (request + request).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(responses).hasSize(2).allMatch(response -> response.status() == 405);
  }

  @Test
  void aMutatedRequestIsAnsweredAsZoomAnswers() {
    List<byte[]> requests = requests();
    Random random = new Random(20261122);
    for (int n = 0; n < MUTATIONS; n++) {
      byte[] mutated = requests.get(random.nextInt(requests.size()));
      for (int times = random.nextInt(3); times >= 0; times--) {
        mutated = mutated(mutated, random);
      }
      List<Raw.Response> responses = Raw.send(zoom.apiBase(), mutated);
      String shown = new String(mutated, StandardCharsets.ISO_8859_1);
      assertThat(responses.isEmpty()).as("%d: %s", n, shown).isEqualTo(shown.isBlank());
      responses.forEach(Raw.Response::isAsZoomSends);
    }
  }

  private List<byte[]> requests() {
    String json = "{\"topic\": \"Launch\", \"type\": 5, \"start_time\": \"2026-12-05T10:00:00Z\"}";
    String form =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sky.png\"\r\n"
            + "Content-Type: image/png\r\n\r\nabc\r\n--cut--\r\n";
    String grant = "grant_type=account_credentials&account_id=" + MockZoom.ACCOUNT_ID;
    String uuid = URLEncoder.encode("r8LzHc5NQ+ubVw3tXf1oKA==", StandardCharsets.UTF_8);
    List<String> requests = new ArrayList<>();
    requests.add(head("GET", "/v2/" + host + "/webinars?page_size=30&type=scheduled", "", ""));
    requests.add(head("GET", "/v2/webinars/" + uuid, "", ""));
    requests.add(head("GET", "/v2/report/daily?year=2026&month=11", "", ""));
    requests.add(head("GET", "/v2/" + host + "/recordings?from=2026-10-01&to=2026-10-31", "", ""));
    requests.add(head("DELETE", "/v2/" + webinar, "", ""));
    requests.add(head("POST", "/v2/" + host + "/webinars", "application/json", json));
    requests.add(head("PATCH", "/v2/" + webinar, "application/json; charset=utf-8", json));
    requests.add(
        head(
            "POST",
            "/v2/" + webinar + "/branding/virtual_backgrounds",
            "multipart/form-data; boundary=cut",
            form));
    requests.add(head("POST", "/oauth/token", "application/x-www-form-urlencoded", grant));
    return requests.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  private String head(String method, String path, String type, String body) {
    String content =
        type.isEmpty()
            ? ""
            : "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n";
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + bearer()
        + content
        + "\r\n"
        + body;
  }

  private static byte[] mutated(byte[] request, Random random) {
    int from = random.nextInt(request.length + 1);
    int to = Math.min(request.length, from + random.nextInt(12));
    byte[] removed = Arrays.copyOfRange(request, from, to);
    ByteArrayOutputStream mutated = new ByteArrayOutputStream();
    mutated.write(request, 0, from);
    switch (random.nextInt(5)) {
      case 0 -> mutated.write(random.nextInt(256));
      case 1 ->
          mutated.writeBytes(
              ODDITIES[random.nextInt(ODDITIES.length)].getBytes(StandardCharsets.ISO_8859_1));
      case 2 -> {
        mutated.writeBytes(removed);
        mutated.writeBytes(removed);
      }
      case 3 -> {
        // The bytes between the two ends are left out.
      }
      default -> {
        return mutated.toByteArray();
      }
    }
    mutated.write(request, to, request.length - to);
    return mutated.toByteArray();
  }
}
