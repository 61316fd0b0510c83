package dev.zoomkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

  @Test
  void codeMessageAndFieldErrors() {
    ErrorBody body =
        ErrorBody.parse(
            """
            {"code":300,"message":"Validation Failed.",
             "errors":[{"field":"start_time","message":"Invalid."},{"field":"topic","message":"Long."}]}
            """);

    assertThat(body.code()).isEqualTo(300);
    assertThat(body.message()).isEqualTo("Validation Failed.");
    assertThat(body.fieldErrors())
        .containsExactly(
            new ErrorBody.Field("start_time", "Invalid."), new ErrorBody.Field("topic", "Long."));
    assertThat(body.nothingElse()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"h323_passcode\":\"1\",\"topic\":\"a code\"}"})
  void aBodyWithoutANameOfACodeHasNone(String text) throws IOException {
    assertThat(ErrorBody.mayHaveCode(new Buffer().writeUtf8(text))).isFalse();
    assertThat(ErrorBody.parse(text).code()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":3001,\"message\":\"Gone.\"}",
        "{\"code\":\"3001\",\"message\":\"Gone.\"}",
        "{\"error_code\":3001,\"error_message\":\"Gone.\"}",
        "{\"errorCode\":3001,\"errorMessage\":\"Gone.\",\"result\":null}",
        "{\"status\":false,\"code\":3001,\"reason\":\"Gone.\",\"errors\":[]}",
        "{\"code\":3001,\"message\":\"Gone.\"",
      })
  void spellings(String text) throws IOException {
    assertThat(ErrorBody.mayHaveCode(new Buffer().writeUtf8(text))).isTrue();
    ErrorBody body = ErrorBody.parse(text);

    assertThat(body.code()).isEqualTo(3001);
    assertThat(body.message()).isEqualTo("Gone.");
    assertThat(body.fieldErrors()).isEmpty();
  }

  @Test
  void unescapedQuotes() {
    ErrorBody body =
        ErrorBody.parse(
            "{\"code\":104,\"message\":\"Invalid access token, does not contain"
                + " scopes:[\"webinar:read\", \"webinar:read:admin\"].\"}");

    assertThat(body.code()).isEqualTo(104);
    assertThat(body.message())
        .isEqualTo(
            "Invalid access token, does not contain scopes:[\"webinar:read\","
                + " \"webinar:read:admin\"].");
  }

  @Test
  void unescapedQuotesBeforeAnotherField() {
    ErrorBody body = ErrorBody.parse("{\"message\":\"no \"x\" here\", \"code\": 4711}");

    assertThat(body.code()).isEqualTo(4711);
    assertThat(body.message()).isEqualTo("no \"x\" here");
  }

  @Test
  void fieldErrorsOfOtherShapes() {
    assertThat(ErrorBody.parse("{\"errors\":[\"bad\", {\"field\":\"a\"}, {}]}").fieldErrors())
        .containsExactly(new ErrorBody.Field(null, "bad"), new ErrorBody.Field("a", ""));
    assertThat(ErrorBody.parse("{\"errors\":{\"topic\":\"too long\"}}").fieldErrors())
        .containsExactly(new ErrorBody.Field("topic", "too long"));
    assertThat(ErrorBody.parse("{\"errors\":\"all wrong\"}").fieldErrors())
        .containsExactly(new ErrorBody.Field(null, "all wrong"));
  }

  @Test
  void scalarsOfOtherTypes() {
    ErrorBody body = ErrorBody.parse("{\"code\":\"x\",\"message\":true,\"errors\":null}");

    assertThat(body.code()).isNull();
    assertThat(body.message()).isEqualTo("true");
    assertThat(ErrorBody.parse("{\"code\":{},\"message\":[1]}").message()).isNull();
  }

  @Test
  void htmlIsCutTo200CharactersOnOneLine() {
    ErrorBody body = ErrorBody.parse("<html>\n  <body>" + "x".repeat(300));

    assertThat(body.code()).isNull();
    assertThat(body.message()).startsWith("<html> <body>xxx").hasSize(201).endsWith("…");
  }

  @Test
  void brokenBeyondRepairIsShown() {
    assertThat(ErrorBody.parse("{broken").message()).isEqualTo("{broken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void nothingIsNoMessage(String text) {
    assertThat(ErrorBody.parse(text).message()).isNull();
  }

  @Test
  void successIsNoError() {
    assertThat(ErrorBody.parse("{\"code\":0,\"error_message\":\"success\"}").isError()).isFalse();
    assertThat(ErrorBody.parse("{\"code\":200,\"message\":\"Success\"}").isError()).isFalse();
    assertThat(ErrorBody.parse("{\"message\":\"hello\"}").isError()).isFalse();
    assertThat(ErrorBody.parse("{\"code\":200,\"message\":\"Only for paid.\"}").isError()).isTrue();
  }

  @Test
  void aResponseWithACodeIsNotNothingButAnError() {
    assertThat(ErrorBody.parse("{\"code\":5,\"message\":\"x\",\"id\":1}").nothingElse()).isFalse();
  }
}
