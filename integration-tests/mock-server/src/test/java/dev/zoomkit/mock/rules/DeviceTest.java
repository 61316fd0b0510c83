package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Devices of Zoom Rooms, and Zoom Phone appliances. */
class DeviceTest extends Running {
  private static final String COMPUTER = "4B7D2A90-61CE-4F38-9D05-B3A8E7C1F264";
  private static final String APPLIANCE = "8E05C3F7-2D49-4B1A-A6F2-70D9B4E8135C";
  private static final String NEW_APPLIANCE = "64167ffc9a48";
  private static final String SAM = "\"user_email\": \"sam.okafor@example.com\"";

  private List<String> listed(String query) {
    return texts(client.get("devices" + query).json().path("devices"), "device_id");
  }

  @Test
  void devicesAreListedByWhatTheyAre() {
    assertThat(listed("")).containsExactly(COMPUTER);
    assertThat(listed("?device_type=-1")).containsExactly(COMPUTER);
    assertThat(listed("?device_type=5")).containsExactly(APPLIANCE);
    assertThat(listed("?device_type=1")).isEmpty();
    assertThat(listed("?is_enrolled_in_zdm=false")).isEmpty();
    assertThat(listed("?device_vendor=poly")).containsExactly(COMPUTER);
    assertThat(listed("?device_model=CCX600")).isEmpty();
    assertThat(listed("?search_text=north")).containsExactly(COMPUTER);
    assertThat(listed("?search_text=6nrn")).containsExactly(COMPUTER);
    assertThat(listed("?search_text=Porto")).isEmpty();
  }

  private Response add(int type, String mac, String owner) {
    return client.post(
        "devices",
        "{\"device_name\": \"New\", \"device_type\": %d, \"vendor\": \"Poly\", \"model\": \"X\","
                .formatted(type)
            + " \"serial_number\": \"S1\", \"mac_address\": \"%s\", %s}".formatted(mac, owner));
  }

  @Test
  void aDeviceIsAddedOnce() {
    String room = "\"room_id\": \"Zr7Kp2dXQ5eWm1NvTb8yAQ\"";
    assertThat(add(1, "64167ffc7b03", room).status()).isEqualTo(202);
    JsonNode added = client.get("devices?device_type=1").json().path("devices").path(0);
    assertThat(added.path("room_name").asText()).isEqualTo("North room");
    assertThat(added.has("user_email")).isFalse();
    assertRefused(add(1, "64167ffc7b03", room), 400, 30055006);
  }

  @Test
  void aMacAddressIsTheSameInAnySpelling() {
    assertThat(add(5, "64:16:7F:FC:7B:03", SAM).status()).isEqualTo(202);
    for (String spelling : List.of("64167ffc7b03", "64-16-7f-fc-7b-03")) {
      assertRefused(add(5, spelling, SAM), 400, 30055006);
    }
    String path = "devices/zpa/vendors/Poly/mac_addresses/64-16-7F-FC-7B-03";
    assertThat(client.delete(path).status()).isEqualTo(204);
    assertThat(listed("?device_type=5")).containsExactly(APPLIANCE);
  }

  @Test
  void whatADeviceHasToHaveIsNotEmpty() {
    assertRefused(add(1, "", SAM), 400, 30055002);
    assertRefused(client.patch("devices/" + COMPUTER, "{\"device_name\": \" \"}"), 400, 30055002);
  }

  @Test
  void whatIsNoMacAddressIsRefusedInThePathToo() {
    Response refused = client.delete("devices/zpa/vendors/Poly/mac_addresses/zz");
    assertRefused(refused, 400, 30055007);
    assertThat(refused.body()).contains("MAC address is").contains("zz");
  }

  @Test
  void anApplianceHasAUserAndNoRoom() {
    add(5, NEW_APPLIANCE, SAM);
    JsonNode added = client.get("devices?device_type=5").json().path("devices").path(1);
    assertThat(added.path("user_email").asText()).isEqualTo("sam.okafor@example.com");
    assertThat(added.has("room_id")).isFalse();
    assertThat(added.has("room_name")).isFalse();
  }

  @Test
  void aDeviceGoesToAnotherRoom() {
    String device = "devices/" + COMPUTER;
    JsonNode room = client.get("metrics/zoomrooms").json().path("zoom_rooms").path(0);
    String body = "{\"room_id\": \"%s\", \"app_type\": \"ZRP\"}";
    String known = body.formatted(room.path("id").asText());
    assertThat(client.patch(device + "/assignment", known).status()).isEqualTo(204);
    JsonNode moved = client.get(device).json();
    assertThat(moved.path("room_id")).isEqualTo(room.path("id"));
    assertThat(moved.path("room_name")).isEqualTo(room.path("room_name"));
    assertThat(moved.path("device_type").asInt()).isEqualTo(2);

    Client.Response unknown = client.patch(device + "/assignment", body.formatted("elsewhere"));
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void anApplianceGoesByMakerAndMacAddress() {
    String path = "devices/zpa/vendors/%s/mac_addresses/%s";
    assertRefused(client.delete(path.formatted("Yealink", "64167ffc2d91")), 404, 30051039);
    assertRefused(client.delete(path.formatted("Poly", "64167ffc0ed7")), 404, 30051039);
    assertRefused(
        client.post(
            "devices/zpa/assignment", "{\"vendor\": \"Poly\", \"mac_address\": \"64167ffc0000\"}"),
        400,
        30051039);
    assertThat(client.delete(path.formatted("Poly", "64167ffc2d91")).status()).isEqualTo(204);
    assertThat(listed("?device_type=5")).isEmpty();
    assertThat(listed("")).containsExactly(COMPUTER);
    add(5, NEW_APPLIANCE, SAM);
    assertThat(client.delete(path.formatted("Poly", NEW_APPLIANCE)).status()).isEqualTo(204);
    assertThat(listed("?device_type=5")).isEmpty();
  }

  @Test
  void aUserHasTheAppliancesThatAreThere() {
    String settings = "devices/zpa/settings";
    JsonNode first = client.get(settings).json();
    assertThat(texts(first.path("device_infos"), "device_id")).containsExactly(APPLIANCE);
    assertThat(client.get(settings + "?user_id=" + zoom.example("userId")).json()).isEqualTo(first);
    String sam = settings + "?user_id=" + zoom.addUser("sam@acme.example");
    assertThat(client.get(sam).json().path("device_infos")).isEmpty();

    add(5, NEW_APPLIANCE, "\"user_email\": \"sam@acme.example\"");
    JsonNode row = client.get(sam).json().path("device_infos").path(0);
    assertThat(row.path("device_type").asText()).isEqualTo("Poly X");
    client.delete("devices/zpa/vendors/Poly/mac_addresses/64167ffc2d91");
    assertThat(client.get(settings).json().path("device_infos")).isEmpty();
    assertThat(client.get(sam).json().path("device_infos")).hasSize(1);
  }

  @Test
  void theAppliancesOfAGroupAreUpgraded() {
    add(5, NEW_APPLIANCE, SAM);
    String group = "b81f4e60-3c7a-4d25-8e99-0a5d12f67c34";
    String to =
        "{\"zdm_group_id\": \"%s\", \"data\": {\"upgrade_type\": \"%s\", \"app_version\": \"7.0\"}}";
    for (String device : List.of(APPLIANCE, COMPUTER)) {
      assertThat(
              client.patch("devices/" + device + "/assign_group?group_id=" + group, null).status())
          .isEqualTo(204);
    }

    client.post("devices/zpa/upgrade", to.formatted(group, "UPGRADE_FIRMWARE"));
    client.post("devices/zpa/upgrade", to.formatted("another", "UPGRADE_APP"));
    assertThat(version(APPLIANCE)).isEqualTo("6.6.0 (4410)");
    client.post("devices/zpa/upgrade", to.formatted(group, "UPGRADE_APP"));
    assertThat(version(APPLIANCE)).isEqualTo("7.0");
    assertThat(version(COMPUTER)).isEqualTo("6.6.5 (5130)");
    JsonNode rows = client.get("devices?device_type=5").json().path("devices");
    assertThat(texts(rows, "app_version")).doesNotHaveDuplicates().contains("7.0");
  }

  private String version(String device) {
    return client.get("devices/" + device).json().path("app_version").asText();
  }

  @Test
  void versionsAreThoseOfAGroupThatExists() {
    for (String id : texts(client.get("devices/groups").json().path("groups"), "zdm_group_id")) {
      assertThat(client.get("devices/zpa/zdm_groups/" + id + "/versions").status()).isEqualTo(200);
    }
    assertRefused(client.get("devices/zpa/zdm_groups/nowhere/versions"), 404, 30052027);
  }
}
