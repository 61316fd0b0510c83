package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthAppTest {

  @ParameterizedTest
  @ValueSource(strings = {"mailto:x", "urn:ietf:wg:oauth:2.0:oob", "com.example.app:callback"})
  void anAddressThatTakesNoQueryIsRefused(String address) {
    String message =
        "OAuthApp needs a redirectUri with a slash after its scheme, such as"
            + " com.example.app:/callback. One without, such as mailto:, has no query that could"
            + " bring the code.";
    assertThatThrownBy(() -> OAuthApp.withoutSecret("id", URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> OAuthApp.of("id", "secret", URI.create(address))).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.app:/callback", "app://callback", "http://localhost:8080"})
  void anAddressOfAnAppOnItsUsersMachineIsTaken(String address) {
    assertThatCode(() -> OAuthApp.withoutSecret("id", URI.create(address)))
        .doesNotThrowAnyException();
  }
}
