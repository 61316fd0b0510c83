package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A mock whose responses have what nobody said, too. */
class EveryFieldTest {

  @Test
  void everyFieldIsThereAndWhatWasSaidIsAsItWasSaid() {
    try (MockZoom usual = MockZoom.start();
        MockZoom mock = MockZoom.builder().everyField().start()) {
      String path = "users/" + mock.example("userId") + "/webinars";
      String body = "{\"topic\": \"Town hall\", \"settings\": {\"hd_video\": true}}";

      JsonNode brief = new Client(usual).post(path, body).json();
      JsonNode whole = new Client(mock).post(path, body).json();

      assertThat(whole.path("topic").asText()).isEqualTo("Town hall");
      assertThat(whole.at("/settings/hd_video").asBoolean()).isTrue();
      assertThat(brief.path("settings").has("contact_email")).isFalse();
      assertThat(whole.at("/settings/contact_email").asText()).isNotEmpty();
      assertThat(whole.at("/occurrences/0/occurrence_id").isMissingNode()).isFalse();
    }
  }

  @Test
  void listsOfWhatExistsGetNoMoreItems() {
    try (MockZoom mock = MockZoom.builder().empty().everyField().start()) {
      JsonNode page = new Client(mock).get("users/" + mock.example("userId") + "/webinars").json();

      assertThat(page.path("webinars")).isEmpty();
      assertThat(page.path("total_records").asInt()).isZero();
      assertThat(page.path("next_page_token").asText()).isEmpty();
    }
  }
}
