package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Raw;
import dev.zoomkit.mock.Running;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that cannot be read is refused with what is wrong with it, and without what it says. */
class UnreadableBodyTest extends Running {
  private static final String SECRET = "kJ8s-hush-hush";

  private Response post(byte[] body) {
    return Client.send(
        client
            .request(host + "/webinars")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static void assertSays(Response refused, String words) {
    assertRefused(refused, 400, 300);
    assertThat(refused.json().path("message").asText()).contains(words);
    assertThat(refused.body()).doesNotContain(SECRET).hasSizeLessThan(60_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"password\": " + SECRET + "}|not JSON from line 1, column",
        "{\"password\": \"" + SECRET + "\",}|not JSON from line 1, column",
        "{\"password\": \"" + SECRET + "|not JSON from line 1, column",
        "{\"password\": \"" + SECRET + "\"} {}|not JSON from line 1, column",
        "[\"" + SECRET + "\"]|has to be a JSON object",
        "{\"type\": 1e999}|larger than any of double precision",
        "{\"type\": -1e999}|larger than any of double precision",
        "{\"type\": 1E1000000000}|larger than any of double precision",
      })
  void saysWhereItIsNoJson(String body, String words) {
    assertSays(post(body.getBytes(StandardCharsets.UTF_8)), words);
  }

  @Test
  void saysThatItIsTooDeep() {
    String body = "{\"settings\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
    assertSays(post(body.getBytes(StandardCharsets.UTF_8)), "nesting depth");
  }

  @Test
  void saysThatANumberIsTooLong() {
    String body = "{\"type\":" + "9".repeat(2000) + "}";
    assertSays(post(body.getBytes(StandardCharsets.UTF_8)), "Number value length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE"})
  void saysThatItIsInAnotherEncoding(String charset) {
    byte[] body = ("{\"password\": \"" + SECRET + "\"}").getBytes(Charset.forName(charset));
    Response refused = post(body);
    assertRefused(refused, 400, 300);
    assertThat(refused.json().path("message").asText()).containsAnyOf("UTF-8", "not JSON");
  }

  @Test
  void saysThatItHasAByteOrderMark() {
    assertSays(post("\ufeff{}".getBytes(StandardCharsets.UTF_8)), "byte order mark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 20971521", "Transfer-Encoding: chunked"})
  void saysThatItIsTooLarge(String length) {
    StringBuilder request =
        new StringBuilder("POST /v2/" + host + "/webinars HTTP/1.1\r\nHost: x\r\n")
            .append("Authorization: Bearer " + zoom.appToken() + "\r\n")
            .append("Content-Type: application/json\r\n" + length + "\r\n\r\n");
    int size = 20 * 1024 * 1024 + 1;
    request.append(length.startsWith("T") ? Integer.toHexString(size) + "\r\n" : "");
    request.append(" ".repeat(size)).append("\r\n0\r\n\r\n");
    Raw.Response refused = Raw.one(zoom.apiBase(), request.toString());
    refused.isAsZoomSends();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("more than 20 MB");
  }

  @Test
  void repeatsLittleOfWhatIsWrong() {
    String zone = "{\"timezone\": \"" + "x".repeat(1_000_000) + "\"}";
    Response refused = post(zone.getBytes(StandardCharsets.UTF_8));
    assertRefusesField(refused, "timezone");
    assertThat(refused.body()).hasSizeLessThan(2000);
    String many = "{\"tracking_fields\": [" + "1,".repeat(100_000) + "1]}";
    refused = post(many.getBytes(StandardCharsets.UTF_8));
    assertRefusesField(refused, "tracking_fields.0");
    assertThat(refused.body()).hasSizeLessThan(60_000);
  }

  @Test
  void aBrokenQueryIsNotRepeated() {
    String request =
        "GET /v2/webinars/1?access_token=%s%%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(SECRET, zoom.appToken());
    Raw.Response refused = Raw.one(zoom.apiBase(), request);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("percent-encoded").doesNotContain(SECRET);
  }
}
