package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest extends Running {
  private String list;

  @BeforeEach
  void seed() {
    String user = zoom.addUser("thomas@example.com");
    list = "users/" + user + "/webinars";
    zoom.seed("createWebinar", java.util.Map.of("userId", user), "{\"topic\": \"{n}\"}", 7);
  }

  @Test
  void tokensWalkThroughAllPages() {
    List<String> expected = IntStream.rangeClosed(1, 7).mapToObj(Integer::toString).toList();
    assertThat(allPages(list + "?page_size=3", "webinars", "topic")).isEqualTo(expected);
    assertThat(allPages(list + "?page_size=7", "webinars", "topic")).isEqualTo(expected);
    assertThat(allPages(list + "?page_size=300", "webinars", "topic")).isEqualTo(expected);
  }

  @Test
  void aPageSaysWhereItStands() {
    JsonNode first = client.get(list + "?page_size=3").json();
    assertThat(first.path("page_size").asInt()).isEqualTo(3);
    assertThat(first.path("page_count").asInt()).isEqualTo(3);
    assertThat(first.path("page_number").asInt()).isEqualTo(1);
    assertThat(first.path("total_records").asInt()).isEqualTo(7);
    JsonNode second =
        client
            .get(list + "?page_size=3&next_page_token=" + first.path("next_page_token").asText())
            .json();
    assertThat(second.path("page_number").asInt()).isEqualTo(2);
  }

  @Test
  void aPageSaysWhichDaysItCovers() {
    JsonNode days = client.get(host + "/recordings?from=2026-11-02&to=2026-11-09").json();
    assertThat(days.path("from").asText()).isEqualTo("2026-11-02");
    assertThat(days.path("to").asText()).isEqualTo("2026-11-09");

    JsonNode times =
        client
            .get("metrics/meetings?from=2026-11-02T08:00:00Z&to=2026-11-09T08:00:00Z&type=past")
            .json();
    assertThat(times.path("from").asText()).isEqualTo("2026-11-02");
  }

  @Test
  void pageNumbersWalkToo() {
    assertThat(
            texts(client.get(list + "?page_size=3&page_number=3").json().path("webinars"), "topic"))
        .containsExactly("7");
    JsonNode beyond = client.get(list + "?page_size=3&page_number=4").json();
    assertThat(beyond.path("webinars")).isEmpty();
    assertThat(beyond.path("next_page_token").asText()).isEmpty();
  }

  @Test
  void aPageHasThirtyItemsUnlessTheCallerWantsOtherwise() {
    zoom.seed("createWebinar", "{\"topic\": \"{n}\"}", 31);
    assertThat(client.get(host + "/webinars").json().path("webinars")).hasSize(30);
  }

  @Test
  void aTokenLivesForFifteenMinutes() {
    String next =
        list
            + "?page_size=3&next_page_token="
            + client.get(list + "?page_size=3").json().path("next_page_token").asText();
    zoom.clock().advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(client.get(next).status()).isEqualTo(200);
    zoom.clock().advance(Duration.ofSeconds(1));
    assertRefused(client.get(next), 400, 300);
  }

  @Test
  void aTokenFitsTheRequestItWasMadeFor() {
    String token = client.get(list + "?page_size=3").json().path("next_page_token").asText();
    assertRefused(client.get(list + "?page_size=2&next_page_token=" + token), 400, 300);
    assertRefused(client.get(host + "/webinars?page_size=3&next_page_token=" + token), 400, 300);
    assertRefused(client.get(list + "?page_size=3&next_page_token=bm9uc2Vuc2U"), 400, 300);
  }
}
