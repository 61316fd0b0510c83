package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When sessions are over that nobody has given a time, or that end before they were to begin. */
class HeldAgainTest extends Running {
  private static final String END = "{\"action\": \"end\"}";

  private String seed(String kind, int type) {
    String operation = kind.equals("meetings") ? "createMeeting" : "createWebinar";
    String json = "{\"topic\": \"Dough\", \"duration\": 45, \"type\": %d}".formatted(type);
    return zoom.seed(operation, Map.of(), json, 1).get(0);
  }

  private Holding hoursAgo(int hours) {
    return Holding.AS_SCHEDULED.at(START.minus(Duration.ofHours(hours)));
  }

  @ParameterizedTest
  @CsvSource({"meetings, 3, 204", "webinars, 6, 204", "meetings, 2, 404", "webinars, 5, 404"})
  void aSessionWithoutFixedTimeIsNotOverOnceItWasHeld(String kind, int type, int status) {
    String id = seed(kind, type);
    zoom.hold(id, hoursAgo(5));
    assertThat(client.put(kind + "/" + id + "/status", END).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"meetings, 3", "webinars, 6"})
  void aSessionWithoutFixedTimeTakesRegistrantsOnceItWasHeld(String kind, int type) {
    String id = seed(kind, type);
    String settings = "{\"settings\": {\"approval_type\": 0}}";
    assertThat(client.patch(kind + "/" + id, settings).status()).isEqualTo(204);
    zoom.hold(id, hoursAgo(5));
    String ann = "{\"email\": \"ann@bakery.example\", \"first_name\": \"Ann\"}";
    assertThat(client.post(kind + "/" + id + "/registrants", ann).status()).isEqualTo(201);
  }

  @Test
  void aSessionThatEndsBeforeItWasToBeginLastsNoTime() {
    String id = seed("meetings", 2);
    zoom.begin(id, hoursAgo(-1));
    assertThat(client.put("meetings/" + id + "/status", END).status()).isEqualTo(204);

    JsonNode held = client.get("report/meetings/" + id).json();
    assertThat(held.path("duration").asInt(-1)).as(held.toString()).isZero();
    assertThat(held.path("end_time").asText()).isEqualTo(held.path("start_time").asText());
    assertThat(held.path("participants_count").asInt()).isEqualTo(1);
  }
}
