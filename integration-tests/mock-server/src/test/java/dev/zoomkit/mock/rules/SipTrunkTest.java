package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIP trunks and call-out countries of sub-accounts. */
class SipTrunkTest extends Running {
  private static final String COUNTRIES = "{\"callout_countries\": [%s]}";

  private String path;

  @BeforeEach
  void subAccount() {
    path = "accounts/" + zoom.example("accountId") + "/sip_trunk/";
  }

  private Response call(String... countries) {
    String ids = "{\"id\": \"" + String.join("\"}, {\"id\": \"", countries) + "\"}";
    return client.post(path + "callout_countries", COUNTRIES.formatted(ids));
  }

  @Test
  void aCountryHasItsOwnName() {
    JsonNode added = call("DE").json().path("callout_countries").path(0);
    assertThat(added.path("name").asText()).isEqualTo("Germany");
    assertThat(added.has("code")).isFalse();
    client.delete(path + "callout_countries/ES");
    JsonNode known = call("ES").json().path("callout_countries").path(0);
    assertThat(known.path("name").asText()).isEqualTo("Spain");
    assertThat(known.path("code").asText()).isEqualTo("+34");
  }

  @Test
  void aCountryThatDoesNotExistIsRefused() {
    assertRefused(call("DE", "ZZ"), 400, 300);
    assertThat(client.get(path + "callout_countries").json().path("callout_countries")).hasSize(2);
  }

  @Test
  void whatIsNamedTwiceIsAddedAndToldOfOnce() {
    assertThat(texts(call("DE", "DE").json().path("callout_countries"), "id"))
        .containsExactly("DE");
  }

  @Test
  void aTrunkIsOneOfTheMasterAccount() {
    zoom.seed(
        "listSipTrunks",
        Map.of("accountId", "me"),
        "{\"id\": \"two\", \"name\": \"Nordic two\"}",
        1);
    String trunk = "{\"sip_trunks\": [{\"id\": \"%s\", \"dnis\": \"77777\"}]}";
    assertRefused(client.post(path + "trunks", trunk.formatted("nope")), 400, 300);
    assertRefused(client.post(path + "trunks", "{}"), 400, 300);
    JsonNode two = client.post(path + "trunks", trunk.formatted("two")).json();
    assertThat(texts(two.path("sip_trunks"), "id")).as(two.toString()).containsExactly("two");
    JsonNode row = two.path("sip_trunks").path(0);
    assertThat(row.path("name").asText()).isEqualTo("Nordic two");
    assertThat(row.path("dnis").asText()).isEqualTo("77777");
  }
}
