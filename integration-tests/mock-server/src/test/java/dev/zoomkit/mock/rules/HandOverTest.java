package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what a user has who is deleted. */
class HandOverTest extends Running {
  private String mia;
  private String noah;
  private String talk;

  @BeforeEach
  void host() {
    mia = zoom.addUser("mia@bakery.example");
    noah = zoom.addUser("noah@bakery.example");
    talk =
        client.post("users/" + mia + "/webinars", "{\"topic\":\"Rye\"}").json().path("id").asText();
    client.post("users/" + mia + "/meetings", "{\"topic\":\"Dough\"}");
  }

  private List<String> topics(String userId, String kind) {
    return texts(client.get("users/" + userId + "/" + kind).json().path(kind), "topic");
  }

  @Test
  void whatIsAskedForGoesToTheReceiver() {
    client.delete(
        "users/" + mia + "?action=delete&transfer_email=noah@bakery.example&transfer_webinar=true");

    assertThat(topics(noah, "webinars")).containsExactly("Rye");
    JsonNode webinar = client.get("webinars/" + talk).json();
    assertThat(webinar.path("host_id").asText()).isEqualTo(noah);
    assertThat(webinar.path("host_email").asText()).isEqualTo("noah@bakery.example");
    assertThat(topics(noah, "meetings")).isEmpty();
  }

  @Test
  void whatIsNotAskedForIsGone() {
    client.delete("users/" + mia + "?action=delete");

    assertRefused(client.get("webinars/" + talk), 404, 3001);
  }

  @Test
  void withoutAReceiverNothingIsDeleted() {
    assertRefused(client.delete("users/" + mia + "?transfer_webinar=true"), 400, 300);
    assertRefused(
        client.delete("users/" + mia + "?transfer_webinar=true&transfer_email=who@bakery.example"),
        400,
        300);

    assertThat(topics(mia, "webinars")).containsExactly("Rye");
  }
}
