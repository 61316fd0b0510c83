package dev.zoomkit.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.generator.java.JavaType;
import io.swagger.v3.oas.models.media.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of a model its toString hides. */
class PropertyReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "h323_password",
        "encrypted_password",
        "passcode",
        "h323_passcode",
        "token",
        "refresh_token",
        "client_secret",
        "secretKey",
        "stream_key",
        "streaming_stream_key",
        "host_key",
        "start_url",
        "leader_pin",
        "participant_pin_code",
        "zak"
      })
  void secrets(String name) {
    assertThat(PropertyReader.isSecret(name, new Schema<>(), JavaType.STRING)).isTrue();
    assertThat(PropertyReader.isSecret(name, new Schema<>(), JavaType.BOOLEAN)).isFalse();
    assertThat(PropertyReader.isSecret(name, new Schema<>(), JavaType.generated("p", "Thing")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"next_page_token", "customer_key", "join_url", "topic", "tokens_used", "key"})
  void noSecrets(String name) {
    assertThat(PropertyReader.isSecret(name, new Schema<>(), JavaType.STRING)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"participant_pin_code", "leader_pin", "passcode"})
  void secretNumbers(String name) {
    assertThat(PropertyReader.isSecret(name, new Schema<>(), JavaType.INTEGER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimum_password_length", "opinion", "token"})
  void noSecretNumbers(String name) {
    assertThat(PropertyReader.isSecret(name, new Schema<>(), JavaType.INTEGER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "anything"})
  void whatTheDescriptionCallsAPassword(String name) {
    assertThat(PropertyReader.isSecret(name, new Schema<>().format("password"), JavaType.STRING))
        .isTrue();
  }
}
