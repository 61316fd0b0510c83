package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Running;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests to export or delete people's data. */
class DataRequestTest extends Running {
  private static final String REQUESTS = "data_requests/requests";
  private static final String DELETION =
      "{\"request_type\": \"DELETE\", \"emails\": [\"a@b.example\", \"c@d.example\"]}";

  private JsonNode record(String id) {
    for (JsonNode record : client.get(REQUESTS).json().path("records")) {
      if (record.path("request_id").asText().equals(id)) {
        return record;
      }
    }
    throw new AssertionError("There is no " + id);
  }

  @Test
  void aRequestIsMadeForEachPerson() {
    JsonNode made = client.post(REQUESTS, DELETION).json().path("data");
    assertThat(texts(made, "email")).containsExactly("a@b.example", "c@d.example");
    List<String> ids = texts(made, "request_id");
    assertThat(ids).doesNotHaveDuplicates();
    JsonNode second = record(ids.get(1));
    assertThat(second.path("user_identifier").asText()).isEqualTo("c@d.example");
    assertThat(second.path("request_type").asText()).isEqualTo("DELETE");
    assertThat(second.path("state").asText()).isEqualTo("Pending");
    assertThat(second.path("created_at").asText()).isEqualTo(START.toString());
    assertThat(second.path("requestor_user_id").asText()).isEqualTo(zoom.example("userId"));
    assertThat(second.has("start_at")).isFalse();
    assertRefused(client.get(REQUESTS + "/" + ids.get(0)), 404, 14103);
  }

  @Test
  void anExportIsOfASpanOfTime() {
    String export =
        "{\"request_type\": \"EXPORT\", \"emails\": [\"a@b.example\"], \"start_date\": \"%s\","
            + " \"end_date\": \"%s\"}";
    String may = "2026-05-01T00:00:00Z";
    String june = "2026-06-01T00:00:00Z";
    assertRefused(client.post(REQUESTS, export.formatted(june, may)), 400, 300);
    assertRefused(client.post(REQUESTS, export.formatted(may, may)), 400, 300);
    assertRefused(client.post(REQUESTS, DELETION.replace("DELETE", "EXPORT")), 400, 300);
    assertThat(client.post(REQUESTS, export.formatted(may, june)).status()).isEqualTo(201);
  }

  @Test
  void aPersonIsAskedForOnceInOneRequestToo() {
    assertRefused(client.post(REQUESTS, DELETION.replace("c@d", "A@b")), 409, 14114);
    assertThat(client.get(REQUESTS).body()).doesNotContain("a@b.example");
  }

  @Test
  void aPageTokenIsRefusedAsDataRequestsRefuseIt() {
    assertRefused(client.get(REQUESTS + "?next_page_token=bad"), 400, 14115);
    assertRefused(client.get("users?next_page_token=bad"), 400, 300);
  }

  @Test
  void whatIsCancelledStaysInTheList() {
    String id =
        client.post(REQUESTS, DELETION).json().path("data").path(0).path("request_id").asText();
    assertThat(client.delete(REQUESTS + "/" + id).status()).isEqualTo(204);
    assertThat(record(id).path("state").asText()).isEqualTo("Canceled");
    assertRefused(client.delete(REQUESTS + "/" + id), 422, 14106);
    assertRefused(client.delete(REQUESTS + "/nothing"), 404, 14105);
  }

  @Test
  void anExportThatIsCompletedHasFiles() {
    JsonNode files = client.get(REQUESTS + "/2085327946910044162").json();
    assertThat(texts(files.path("file_records"), "file_name")).hasSize(2);
    assertThat(files.path("total_records").asInt()).isEqualTo(2);
    for (String id : texts(files.path("file_records"), "file_id")) {
      String link =
          client.get("data_requests/files/" + id + "/url").json().path("download_url").asText();
      assertThat(link).contains(id);
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link));
      assertThat(
              Client.send(
                      request.header(
                          "Authorization",
                          "Bearer " + zoom.userToken("jill@example.com", "webinar:read")))
                  .status())
          .isEqualTo(200);
    }
    assertRefused(client.get("data_requests/files/nothing/url"), 404, 14103);
  }
}
