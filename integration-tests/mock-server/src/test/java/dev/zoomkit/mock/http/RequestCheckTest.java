package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a request gets wrong is refused, in Zoom's shape and by the field's name. */
class RequestCheckTest extends Running {

  @ParameterizedTest
  @CsvSource({
    "page_size=301, page_size",
    "page_size=0, page_size",
    "page_size=many, page_size",
    "type=past, type",
    "page_sise=30, page_sise",
    "'page_size=30&page_size=400', page_size",
    "'page_size=30&page_size=30', page_size",
    "page_size=%D9%A3%D9%A0, page_size",
    "page_size=%EF%BC%93, page_size",
    "page_size=030, page_size",
    "page_size=%2B30, page_size",
    "page_size=%2030, page_size",
    "page_size=30.0, page_size",
    "page_size=3e1, page_size",
    "page_size=1e999, page_size"
  })
  void refusesAQuery(String query, String field) {
    assertRefusesField(client.get(host + "/webinars?" + query), field);
  }

  @Test
  void refusesAQueryThatIsNotPercentEncoded() {
    assertThat(client.get(host + "/webinars?type=%7E").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"5\"}|type",
        "{\"type\": 7}|type",
        "{\"start_time\": \"tomorrow\"}|start_time",
        "{\"password\": \"12345678901\"}|password",
        "{\"topic\": null}|topic",
        "{\"settings\": {\"audio\": \"loud\"}}|settings.audio",
        "{\"tracking_fields\": [{\"field\": 1}]}|tracking_fields.0.field",
        "{\"recurrence\": {\"repeat_interval\": 1}}|recurrence.type"
      })
  void refusesABodyByItsSchema(String body, String field) {
    assertRefusesField(client.post(host + "/webinars", body), field);
  }

  @Test
  void namesEveryFieldAtOnce() {
    Response refused =
        client.post(host + "/webinars?what=1", "{\"type\": 7, \"start_time\": \"tomorrow\"}");
    assertThat(texts(refused.json().path("errors"), "field"))
        .contains("what", "type", "start_time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"topic\": |300", "[]|300", "\"topic\"|300", "{} {}|300"})
  void refusesABodyThatIsNoJsonObject(String body, int code) {
    assertRefused(client.post(host + "/webinars", body), 400, code);
  }

  @Test
  void refusesABodyWhereThereIsNoneAndNoneWhereThereIsOne() {
    assertRefused(client.send("GET", webinar, "{}"), 400, 300);
    assertRefused(client.send("DELETE", webinar, "{}"), 400, 300);
    assertRefused(client.send("POST", host + "/webinars", null), 400, 300);
  }

  @Test
  void refusesAnotherContentType() {
    Response text =
        Client.send(
            client
                .request(host + "/webinars")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertRefused(text, 415, 300);
    Response utf8 =
        Client.send(
            client
                .request(host + "/webinars")
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(utf8.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Application/JSON|201",
        "application/json ;charset = \"utf-8\"|201",
        "application/json;charset=us-ascii|201",
        "application/jsonp|415",
        "application/json;charset=klingon|415",
        "json|415",
        ";|415",
      })
  void readsContentTypesAsTheyAreMeant(String type, int status) {
    Response response =
        Client.send(
            client
                .request(host + "/webinars")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}")));
    assertThat(response.status()).as(response.body()).isEqualTo(status);
  }

  @Test
  void readsABodyByItsCharset() {
    byte[] latin = "{\"topic\": \"Brötchen\"}".getBytes(StandardCharsets.ISO_8859_1);
    Response created =
        Client.send(
            client
                .request(host + "/webinars")
                .header("Content-Type", "application/json; charset=ISO-8859-1")
                .POST(BodyPublishers.ofByteArray(latin)));
    assertThat(created.json().path("topic").asText()).isEqualTo("Brötchen");
    Response broken =
        Client.send(
            client
                .request(host + "/webinars")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(latin)));
    assertRefused(broken, 400, 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-13-01", "2026-00-10", "0000-00-00"})
  void refusesADateThatNoCalendarHas(String date) {
    for (String path : List.of(host + "/recordings", "report/users", "metrics/webinars")) {
      assertRefusesField(client.get(path + "?from=" + date + "&to=2026-11-20"), "from");
      assertRefusesField(client.get(path + "?from=2026-11-01&to=" + date), "to");
    }
    assertRefusesField(
        client.post("accounts/billing/invoice_reports", "{\"start_date\": \"" + date + "\"}"),
        "start_date");
    assertRefusesField(
        client.post(host + "/webinars", "{\"start_time\": \"" + date + "T10:00:00Z\"}"),
        "start_time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.",
        "a.@b.c",
        ".a@b.c",
        "a..b@c.d",
        "a@b..c",
        "a@-b.c",
        "a b@c.d",
        "a@b.c\\n",
        "a@b@c.d",
        "\\u0000@b.c"
      })
  void refusesAnAddressThatNobodyCanHave(String email) {
    String owner = "accounts/Xk3RvTq1S2mUaLzP0dWn7g/owner";
    assertRefusesField(client.put(owner, "{\"email\": \"" + email + "\"}"), "email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        "a+b_c'd@b-c.test",
        "A.B@localhost",
        "1@xn--bcher-kva.invalid",
        "\u00e4@b\u00e4.c"
      })
  void takesAddressesOfAnyDomain(String email) {
    String person = "{\"first_name\": \"A\", \"email\": \"" + email + "\"}";
    assertThat(client.post(webinar + "/registrants", person).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "a-", "a"})
  void refusesALongAddressInNoTime(String part) {
    String owner = "accounts/Xk3RvTq1S2mUaLzP0dWn7g/owner";
    String email = part.repeat(100_000) + "@" + part.repeat(100_000);
    assertRefusesField(client.put(owner, "{\"email\": \"" + email + ".\"}"), "email");
  }

  @Test
  void refusesAnIntegerOfMoreThan64Bits() {
    String body = "{\"name\": \"A\", \"webinar_id\": 9223372036854775808}";
    assertRefusesField(client.post(host + "/webinar_templates", body), "webinar_id");
  }

  @Test
  void refusesAnIdThatIsNoNumber() {
    assertRefusesField(client.get("webinars/abc/registrants"), "webinarId");
    assertRefusesField(client.get("webinars/99999999999999999999/registrants"), "webinarId");
  }

  @Test
  void choosesCodeAndStatusByWhatIsMissing() {
    assertRefused(client.get("users/nobody@example.com/webinars"), 404, 1001);
    assertRefused(client.get("webinars/1234567890"), 404, 3001);
    assertRefused(client.delete(webinar + "/polls/nothing"), 400, 4400);
    assertRefused(client.get(webinar + "/polls/nothing"), 404, 404);
    assertThat(client.get(webinar + "/registrants/nobody").status()).isIn(400, 404);
    assertThat(client.get("accounts/nowhere/" + webinar).status()).isIn(400, 404);
    assertRefused(client.get("webinar/1"), 404, 2300);
    assertRefused(client.send("PUT", webinar, "{}"), 405, 2300);
  }

  @Test
  void knowsUuidsHoweverTheyAreEncoded() {
    String uuid = client.get(webinar).json().path("uuid").asText();
    String once = uuid.replace("+", "%2B").replace("=", "%3D").replace("/", "%2F");
    assertThat(client.get("webinars/" + uuid).status()).isEqualTo(200);
    assertThat(client.get("webinars/" + once).status()).isEqualTo(200);
    assertThat(client.get("webinars/" + once.replace("%", "%25")).status()).isEqualTo(200);
  }

  @Test
  void aUuidThatBeginsWithASlashHasToBeEncodedTwice() {
    assertRefused(client.get("webinars/%2FAbC1dEfSxS8nV9xkQ2yPA%3D%3D"), 404, 2300);
    assertRefused(client.get("webinars/Ab%2F%2FEfSxS8nV9xkQ2yPA%3D%3D"), 404, 2300);
    assertThat(
            client.get("webinars/%252FAbC1dEfSxS8nV9xkQ2yPA%253D%253D").json().path("id").asText())
        .isEqualTo(zoom.example("webinarId"));
    assertRefused(client.get("webinars/%252FNobodyKnowsThisOne%253D%253D"), 404, 3001);
  }

  @Test
  void holdsUploadsAgainstTheirParts() {
    String path = webinar + "/branding/virtual_backgrounds";
    byte[] picture = {1, 2, 3};
    assertThat(
            client.upload(path, "file", "sky.png", "image/png", picture, "default=false").status())
        .isEqualTo(201);
    assertRefused(client.upload(path, "file", "sky.png", "image/png", new byte[0]), 400, 120);
    assertRefused(client.upload(path, "file", "sky.txt", "text/plain", picture), 400, 120);
    assertRefused(
        client.upload(path, "file", "sky.png", "image/png", new byte[16 * 1024 * 1024]), 400, 120);
    assertRefusesField(client.upload(path, "picture", "sky.png", "image/png", picture), "picture");
    assertRefusesField(client.upload(path, "picture", "sky.png", "image/png", picture), "file");
    assertRefusesField(
        client.upload(path, "file", "sky.png", "image/png", picture, "default=maybe"), "default");
    Response cut =
        Client.send(
            client
                .request(path)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(
                    BodyPublishers.ofString(
                        "--cut\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc")));
    assertRefused(cut, 400, 300);
  }

  @Test
  void refusesDaysThatLieFurtherBackThanTheOperationReaches() {
    String report = "report/" + host + "/meetings?from=%s&to=%s";
    assertThat(client.get(report.formatted("2026-05-22", "2026-06-01")).status()).isEqualTo(200);
    assertRefusesField(client.get(report.formatted("2026-05-21", "2026-06-01")), "from");
    String invoices = "accounts/" + zoom.example("accountId") + "/billing/invoices?from=%s&to=%s";
    assertThat(client.get(invoices.formatted("2023-11-22", "2024-01-01")).status()).isEqualTo(200);
    assertRefusesField(client.get(invoices.formatted("2023-11-21", "2024-01-01")), "from");
    assertThat(client.get("report/daily?year=2026&month=5").status()).isEqualTo(200);
    assertRefused(client.get("report/daily?year=2026&month=4"), 400, 300);

    zoom.clock().advance(Duration.ofDays(1));
    assertRefusesField(new Client(zoom).get(report.formatted("2026-05-22", "2026-06-01")), "from");
  }
}
