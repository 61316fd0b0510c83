package dev.zoomkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @ParameterizedTest
  @CsvSource({
    "user, listThings needs a user; it was null.",
    "accountId, listThings needs an accountId; it was null.",
    "endpoint, listThings needs an endpoint; it was null.",
    "interceptor, listThings needs an interceptor; it was null.",
    "uuid, listThings needs a uuid; it was null.",
    "upload, listThings needs an upload; it was null.",
    "httpClient, listThings needs an httpClient; it was null.",
    "address, listThings needs an address; it was null.",
    "status, listThings needs a status; it was null.",
    "credentials, listThings needs credentials; they were null.",
    "tagIds, listThings needs tagIds; they were null.",
    "from, listThings needs from; it was null.",
  })
  void nullIsRefusedWithTheRightArticle(String name, String message) {
    assertThatThrownBy(() -> Arguments.require("listThings", name, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsThereComesBack() {
    Object value = new Object();

    assertThat(Arguments.require("listThings", "user", value)).isSameAs(value);
    assertThat(Arguments.requireText("account", "accountId", "a b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
  void blankTextIsRefused(String text) {
    assertThatThrownBy(() -> Arguments.requireText("account", "accountId", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("account needs an accountId; it was blank.");
  }

  @ParameterizedTest
  @ValueSource(strings = {" abc", "abc\n", "\tabc\u2003", "abc\u200b", "\ufeffabc"})
  void blanksAroundTextAreRefused(String text) {
    assertThatThrownBy(() -> Arguments.requireText("account", "accountId", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("account needs an accountId without blanks before or after it.");
  }
}
