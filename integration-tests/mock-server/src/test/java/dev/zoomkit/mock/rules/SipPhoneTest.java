package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SIP phones, by both of their interfaces. */
class SipPhoneTest extends Running {
  private static final String OLD = "sip_phones";
  private static final String NEW = "sip_phones/phones";

  private Response enable(String path, String email) {
    String operation = path.equals(OLD) ? "enableSipPhone" : "enableUserSipPhone";
    ObjectNode body = description().operation(operation).request().example().deepCopy();
    return client.post(path, body.put("user_email", email).toString());
  }

  private List<String> users(String path) {
    return texts(client.get(path).json().path("phones"), "user_email");
  }

  @Test
  void aUserHasOnePhoneByEitherInterface() {
    zoom.addUser("ana@acme.example");
    zoom.addUser("ben@acme.example");
    assertThat(enable(OLD, "ana@acme.example").status()).isEqualTo(201);
    assertRefused(enable(OLD, "Ana@acme.example"), 400, 300);
    assertRefused(enable(NEW, "ana@acme.example"), 400, 300);
    assertThat(enable(NEW, "ben@acme.example").status()).isEqualTo(201);
    assertRefused(enable(OLD, "ben@acme.example"), 400, 300);
  }

  @Test
  void aPhoneGoesWithItsUser() {
    zoom.addUser("ana@acme.example");
    zoom.addUser("ben@acme.example");
    enable(OLD, "ana@acme.example");
    enable(NEW, "ben@acme.example");
    client.delete("users/ana@acme.example?action=delete");
    client.delete("users/ben@acme.example?action=delete");
    assertThat(users(OLD)).isNotEmpty().doesNotContain("ana@acme.example");
    assertThat(users(NEW)).isNotEmpty().doesNotContain("ben@acme.example");
  }

  @Test
  void anApplianceHasNoUserWhoIsDeleted() {
    zoom.addUser("ana@acme.example");
    client.post(
        "devices",
        "{\"device_name\": \"Desk\", \"device_type\": 5, \"vendor\": \"Poly\", \"model\": \"X\","
            + " \"serial_number\": \"S1\", \"mac_address\": \"64167ffc9a48\","
            + " \"user_email\": \"ana@acme.example\"}");
    assertThat(client.get("devices?device_type=5").body()).contains("ana@acme.example");
    client.delete("users/ana@acme.example?action=delete");
    assertThat(client.get("devices?device_type=5").json().path("devices")).hasSize(2);
    assertThat(client.get("devices?device_type=5").body()).doesNotContain("ana@acme.example");
  }
}
