package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of an API is taken as it is said, or refused in one line. */
class LiveSettingsTest {

  private static final String BASE = "contract.baseUrl";
  private static final String ENDPOINT = "contract.tokenEndpoint";

  private final Map<String, String> said = new HashMap<>();

  LiveSettingsTest() {
    said.put(BASE, "https://api.zoom.us/v2");
    said.put("ZOOM_ACCOUNT_ID", "account");
    said.put("ZOOM_CLIENT_ID", "id");
    said.put("ZOOM_CLIENT_SECRET", "secret");
  }

  @Test
  void withoutAnApiTheMockIsChecked() {
    said.remove(BASE);

    assertThat(LiveSettings.of(said)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "contract.writs, true, 'There is no option \"contract.writs\"; the nearest is contract.writes.'",
    "contract.baseurl, x, 'There is no option \"contract.baseurl\"; the nearest is contract.baseUrl.'",
    "Contract.writes, true, 'There is no option \"Contract.writes\"; the nearest is contract.writes.'",
    "contract.writes, yes, 'There is no value of contract.writes \"yes\"; what there is: false, true.'",
    "contract.writes, '', contract.writes is empty.",
    "contract.baseUrl, '', contract.baseUrl is empty.",
    "contract.overlay, ' ', contract.overlay is empty."
  })
  void anOptionThatIsNoneIsRefused(String option, String value, String why) {
    said.put(option, value);

    refused(why);
  }

  @Test
  void anOptionForAnApiNeedsOne() {
    said.remove(BASE);
    said.put("contract.writes", "true");

    refused("contract.writes is for another API than the mock: it needs contract.baseUrl.");
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:pass@api.zoom.us/v2, \"https://***@api.zoom.us/v2\" has a user.",
    "https://api.zoom.us/v2?x=1, \"https://api.zoom.us/v2\" has a query.",
    "https://api.zoom.us/v2#x, \"https://api.zoom.us/v2\" has a fragment.",
    "http://api.zoom.us/v2, is not encrypted",
    "ftp://api.zoom.us/v2, is neither https nor http",
    "api.zoom.us/v2, contract.baseUrl is no URL such as https://api.zoom.us/v2.",
    "//api.zoom.us/v2, contract.baseUrl is no URL such as https://api.zoom.us/v2.",
    "https://api zoom us/v2, contract.baseUrl is no URL such as https://api.zoom.us/v2."
  })
  void anOddUrlIsRefused(String url, String why) {
    said.put(BASE, url);

    assertThatThrownBy(() -> LiveSettings.of(said))
        .isInstanceOf(LiveException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.zoom.us/v2", "https://api-eu.zoom.us/v2/"})
  void zoomsOwnTokenEndpointIsForItsOwnApi(String url) {
    said.put(BASE, url);

    assertThat(LiveSettings.of(said).tokenEndpoint()).hasToString("https://zoom.us/oauth/token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/v2",
        "https://zoom.us.acme.com/v2",
        "https://api.zoomgov.com/v2"
      })
  void anotherApiNeedsATokenEndpoint(String url) {
    said.put(BASE, url);

    assertThatThrownBy(() -> LiveSettings.of(said)).hasMessageContaining(ENDPOINT);

    said.put("ZOOM_ACCESS_TOKEN", "token");
    assertThat(LiveSettings.of(said).token()).isEqualTo("token");
  }

  @Test
  void secretsGoOnlyOverEncryptedConnections() {
    said.put(ENDPOINT, "http://zoom.us/oauth/token");

    assertThatThrownBy(() -> LiveSettings.of(said)).hasMessageContaining("is not encrypted");
  }

  private void refused(String why) {
    assertThatThrownBy(() -> LiveSettings.of(said))
        .isInstanceOf(LiveException.class)
        .hasMessage(why);
  }
}
