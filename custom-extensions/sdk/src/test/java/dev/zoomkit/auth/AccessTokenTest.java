package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x", "bearer x", "Bearer  x"})
  void theSchemeIsNoPartOfAToken(String header) {
    assertThatThrownBy(() -> AccessToken.of(header))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AccessToken needs a token without \"Bearer\" before it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3 cret", "s3crét", "s3\ncret"})
  void aTokenFitsIntoAHeaderAndIsNeverShown(String value) {
    assertThatThrownBy(() -> AccessToken.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AccessToken needs a token of ASCII characters, without blanks in it.");
  }

  @Test
  void nullAndBlankAreRefusedByName() {
    AccessToken token = AccessToken.of("t");

    assertThatThrownBy(() -> AccessToken.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("AccessToken needs a token; it was null.");
    assertThatThrownBy(() -> AccessToken.of(" "))
        .hasMessage("AccessToken needs a token; it was blank.");
    assertThatThrownBy(() -> token.expiringAt(null))
        .hasMessage("AccessToken needs an instant; it was null.");
    assertThatThrownBy(() -> token.holding(null))
        .hasMessage("AccessToken needs scopes; they were null.");
    assertThatThrownBy(() -> token.holding(Arrays.asList("user:read", null)))
        .hasMessage("AccessToken needs a scope; it was null.");
    assertThat(token.holding(List.of()).scopes()).isEmpty();
  }
}
