package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assistants, and for whom they schedule: two sides of one thing. */
class AssistantTest extends Running {
  private String mia;
  private String noah;

  @BeforeEach
  void miaHasNoahForAnAssistant() {
    mia = zoom.addUser("mia@bakery.example");
    noah = zoom.addUser("noah@bakery.example");
    client.post(
        "users/" + mia + "/assistants", "{\"assistants\":[{\"email\":\"noah@bakery.example\"}]}");
  }

  private List<String> ids(String userId, String side) {
    return texts(client.get("users/" + userId + "/" + side).json().path(side), "id");
  }

  @Test
  void assistantSchedulesForTheUser() {
    assertThat(ids(mia, "assistants")).containsExactly(noah);
    assertThat(ids(noah, "schedulers")).containsExactly(mia);
  }

  @Test
  void bothSidesEndTogether() {
    client.delete("users/" + mia + "/assistants/" + noah);
    assertThat(ids(noah, "schedulers")).isEmpty();

    miaHasNoahAgain();
    client.delete("users/" + mia + "/assistants");
    assertThat(ids(noah, "schedulers")).isEmpty();

    miaHasNoahAgain();
    client.delete("users/" + noah + "/schedulers/" + mia);
    assertThat(ids(mia, "assistants")).isEmpty();

    miaHasNoahAgain();
    client.delete("users/" + noah + "/schedulers");
    assertThat(ids(mia, "assistants")).isEmpty();
  }

  private void miaHasNoahAgain() {
    client.post("users/" + mia + "/assistants", "{\"assistants\":[{\"id\":\"" + noah + "\"}]}");
    assertThat(ids(noah, "schedulers")).containsExactly(mia);
  }

  @Test
  void deletedUserAssistsNobody() {
    client.delete("users/" + noah + "?action=delete");
    assertThat(ids(mia, "assistants")).isEmpty();
  }

  @Test
  void nobodySchedulesForADeletedUser() {
    client.delete("users/" + mia + "?action=delete");
    assertThat(ids(noah, "schedulers")).isEmpty();
  }

  @Test
  void nobodyAssistsThemselves() {
    assertRefused(
        client.post("users/" + mia + "/assistants", "{\"assistants\":[{\"id\":\"" + mia + "\"}]}"),
        400,
        200);
  }
}
