package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recording of a session that was held: where it is, in the trash, back, and gone. */
class HeldRecordingTest extends Running {
  private static final String DAYS = "from=2026-11-20&to=2026-11-21";
  private static final Holding RECORDED =
      Holding.AS_SCHEDULED
          .at(Instant.parse("2026-11-20T08:00:00Z"))
          .lasting(Duration.ofMinutes(30))
          .recorded();

  private String id;
  private String uuid;
  private String recordings;

  @BeforeEach
  void hold() {
    id = zoom.seed("createMeeting", "{\"topic\": \"Dough\"}", 1).get(0);
    uuid = zoom.hold(id, RECORDED);
    recordings = "meetings/" + id + "/recordings";
  }

  private List<String> listed(String query) {
    return texts(client.get(host + "/recordings?" + DAYS + query).json().path("meetings"), "uuid");
  }

  private JsonNode ofAccount() {
    String path = "accounts/me/recordings?" + DAYS.replace("&", "T00:00:00Z&") + "T00:00:00Z";
    return client.get(path).json().path("meetings");
  }

  /** What is in the account's list up to the day that usage is asked for. */
  private String stored() {
    String path = "accounts/me/recordings?from=2026-11-01T00:00:00Z&to=2026-11-20T23:59:59Z";
    long size = 0;
    for (JsonNode recording : client.get(path).json().path("meetings")) {
      size += recording.path("total_size").asLong();
    }
    return String.format(Locale.ROOT, "%.2f GB", size / (double) (1 << 30));
  }

  private String usage() {
    JsonNode report = client.get("report/cloud_recording?" + DAYS).json();
    assertThat(texts(report.path("cloud_recording_storage"), "date"))
        .containsExactly("2026-11-20", "2026-11-21");
    return report.path("cloud_recording_storage").get(0).path("usage").asText();
  }

  @Test
  void isInEveryListWithTheSameFiles() {
    JsonNode whole = client.get(recordings).json();
    JsonNode row = client.get(host + "/recordings?" + DAYS).json().path("meetings").get(0);

    assertThat(whole.path("uuid").asText()).isEqualTo(uuid);
    assertThat(whole.path("topic").asText()).isEqualTo("Dough");
    assertThat(whole.path("start_time").asText()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(whole.has("download_access_token")).isFalse();
    assertThat(whole.path("recording_files")).isNotEmpty();
    assertThat(whole.path("recording_count").asInt())
        .isEqualTo(whole.path("recording_files").size());
    for (JsonNode other : List.of(row, ofAccount().get(0))) {
      assertThat(other.path("recording_files")).isEqualTo(whole.path("recording_files"));
      assertThat(other.path("total_size")).isEqualTo(whole.path("total_size"));
    }
    JsonNode file = whole.path("recording_files").get(1);
    assertThat(download(file)).isEqualTo(200);
    assertThat(usage()).isEqualTo(stored());
  }

  private int download(JsonNode file) {
    return Client.send(
            HttpRequest.newBuilder(URI.create(file.path("download_url").asText()))
                .header("Authorization", "Bearer " + zoom.appToken()))
        .status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud", "local", "none"})
  void isThereWhereTheSettingsRecordToTheCloud(String setting) {
    String settings = "{\"settings\": {\"auto_recording\": \"%s\"}}".formatted(setting);
    String other = zoom.seed("createWebinar", settings, 1).get(0);
    zoom.hold(other);

    assertThat(client.get("meetings/" + other + "/recordings").status())
        .isEqualTo(setting.equals("cloud") ? 200 : 404);
  }

  @Test
  void isInTheTrashUntilItIsRecovered() {
    JsonNode files = client.get(recordings).json().path("recording_files");
    String usage = usage();
    assertThat(client.delete(recordings).status()).isEqualTo(204);

    assertRefused(client.get(recordings), 404, 3301);
    assertRefused(client.delete(recordings), 404, 3301);
    assertThat(listed("")).isEmpty();
    assertThat(ofAccount()).isEmpty();
    assertThat(usage()).isEqualTo(stored()).isNotEqualTo(usage);
    assertThat(listed("&trash=true")).containsExactly(uuid);
    assertThat(listed("&trash=true&trash_type=recording_file")).isEmpty();
    assertThat(download(files.get(1))).isEqualTo(404);
    assertThat(client.get(host + "/recordings?trash=true&" + DAYS).body()).contains("deleted_time");

    assertThat(client.put(recordings + "/status", "{\"action\": \"recover\"}").status())
        .isLessThan(300);
    assertThat(client.get(recordings).json().path("recording_files")).isEqualTo(files);
    assertThat(listed("")).containsExactly(uuid);
    assertThat(listed("&trash=true")).isEmpty();
  }

  @Test
  void aSingleFileGoesToTheTrashAndComesBackAlone() {
    JsonNode files = client.get(recordings).json().path("recording_files");
    String file = recordings + "/" + files.get(0).path("id").asText();
    assertThat(client.delete(file).status()).isEqualTo(204);

    JsonNode left = client.get(recordings).json();
    assertThat(left.path("recording_files")).hasSize(files.size() - 1);
    assertThat(left.path("recording_count").asInt()).isEqualTo(files.size() - 1);
    assertThat(listed("")).containsExactly(uuid);
    assertThat(ofAccount().get(0).path("recording_files")).hasSize(files.size() - 1);
    assertThat(listed("&trash=true")).isEmpty();
    assertThat(listed("&trash=true&trash_type=recording_file")).containsExactly(uuid);
    assertRefused(client.delete(file), 404, 3301);

    assertThat(client.put(file + "/status", "{\"action\": \"recover\"}").status()).isLessThan(300);
    assertThat(client.get(recordings).json().path("recording_files")).isEqualTo(files);
  }

  @Test
  void isGoneWhenItIsDeletedForGood() {
    assertThat(client.delete(recordings).status()).isEqualTo(204);
    assertThat(client.delete(recordings + "?action=delete").status()).isEqualTo(204);

    assertThat(listed("&trash=true")).isEmpty();
    assertRefused(client.put(recordings + "/status", "{\"action\": \"recover\"}"), 404, 3301);
  }

  @Test
  void isGoneAfterThirtyDaysInTheTrash() {
    assertThat(client.delete(recordings).status()).isEqualTo(204);
    zoom.clock().advance(Duration.ofDays(31));
    client = new Client(zoom);

    assertThat(listed("&trash=true")).isEmpty();
    assertRefused(client.put(recordings + "/status", "{\"action\": \"recover\"}"), 404, 3301);
  }

  @Test
  void ofAnEarlierInstanceIsNamedByItsUuid() {
    String second = zoom.hold(id, RECORDED.at(START.minus(Duration.ofHours(1))));

    assertThat(client.get(recordings).json().path("uuid").asText()).isEqualTo(second);
    String first =
        URLEncoder.encode(URLEncoder.encode(uuid, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String firsts = "meetings/" + first + "/recordings";
    assertThat(client.get(firsts).json().path("uuid").asText()).isEqualTo(uuid);
    assertThat(client.delete(firsts).status()).isEqualTo(204);
    assertThat(client.get(recordings).status()).isEqualTo(200);
    assertRefused(client.get(firsts), 404, 3301);
  }

  @Test
  void ofTheExamplesGoesToTheTrashInAllListsToo() {
    String example = "meetings/" + zoom.example("meetingId") + "/recordings";
    String november = host + "/recordings?from=2026-11-17&to=2026-11-17";
    assertThat(client.get(november).json().path("meetings")).hasSize(1);
    assertThat(client.delete(example).status()).isEqualTo(204);

    assertThat(client.get(november).json().path("meetings")).isEmpty();
    assertThat(client.get(november + "&trash=true").json().path("meetings")).hasSize(1);
  }
}
