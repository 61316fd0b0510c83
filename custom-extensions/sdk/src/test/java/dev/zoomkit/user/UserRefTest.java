package dev.zoomkit.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRefTest {

  @Test
  void valuesStandInThePath() {
    assertThat(UserRef.me().value()).isEqualTo("me");
    assertThat(UserRef.id("KDcuGIm1QgePTO8WbOqwIQ").value()).isEqualTo("KDcuGIm1QgePTO8WbOqwIQ");
    assertThat(UserRef.email("jill+zoom@example.com").value()).isEqualTo("jill+zoom@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jill", "jill@", "@example.com", "a@b@c", "jill @example.com"})
  void malformedAddressIsRefused(String address) {
    assertThatThrownBy(() -> UserRef.email(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" is no e-mail address; one looks like jill@example.com.", address);
  }

  @Test
  void blankIsRefused() {
    assertThatThrownBy(() -> UserRef.id("  "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("UserRef.id needs an id; it was blank.");
    assertThatThrownBy(() -> UserRef.email(""))
        .hasMessage("UserRef.email needs an address; it was blank.");
  }

  @Test
  void blanksAroundAreRefused() {
    assertThatThrownBy(() -> UserRef.id("KDcuGIm1QgePTO8WbOqwIQ "))
        .hasMessage("UserRef.id needs an id without blanks before or after it.");
    assertThatThrownBy(() -> UserRef.email(" jill@example.com"))
        .hasMessage("UserRef.email needs an address without blanks before or after it.");
  }

  @Test
  void idWithABlankIsRefused() {
    assertThatThrownBy(() -> UserRef.id("a b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressAsIdSaysWhatToWrite() {
    assertThatThrownBy(() -> UserRef.id("jill@example.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("write UserRef.email(\"jill@example.com\") instead.");
  }

  @Test
  void meAsIdSaysWhatToWrite() {
    assertThatThrownBy(() -> UserRef.id("me"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("write UserRef.me() instead.");
  }

  @Test
  void nullIsRefusedByName() {
    assertThatThrownBy(() -> UserRef.id(null)).hasMessage("UserRef.id needs an id; it was null.");
    assertThatThrownBy(() -> UserRef.email(null))
        .hasMessage("UserRef.email needs an address; it was null.");
  }

  @Test
  void equalByValue() {
    assertThat(UserRef.id("a")).isEqualTo(UserRef.id("a")).hasSameHashCodeAs(UserRef.id("a"));
    assertThat(UserRef.id("a")).isNotEqualTo(UserRef.id("b")).isNotEqualTo(UserRef.me());
    assertThat(UserRef.id("a")).hasToString("a");
  }
}
