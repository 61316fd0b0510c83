package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** Accounts of users with a telephone service provider. */
class TspTest extends Running {
  private static final String ACCOUNT = "{\"conference_code\": \"1\", \"leader_pin\": \"2\"}";

  @Test
  void theLastTspAccountStays() {
    String tsp = "users/" + zoom.addUser("ana@acme.example") + "/tsp";
    String first = client.post(tsp, ACCOUNT).json().path("id").asText();
    String second = client.post(tsp, ACCOUNT).json().path("id").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(client.delete(tsp + "/" + first).status()).isEqualTo(204);
    assertRefused(client.delete(tsp + "/" + second), 400, 300);
    assertThat(client.get(tsp).json().path("tsp_accounts")).hasSize(1);
  }
}
