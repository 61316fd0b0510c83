package dev.zoomkit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of texts that may be shown, and of what nobody knows. */
class BlackOutTest {
  private final BlackOut blackOut = new BlackOut(Pseudonyms.ofNewKey());

  private static Shape shown() {
    return Marks.onClassPath().of("GET", List.of("groups")).response(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ask annabel@müller.de | annabel",
        "Ask jürgen.müller@firma.de | jürgen",
        "https://x.example/s?who=jane.doe%40acme.com | jane.doe",
        "Join https://zoom.us/j/1?pwd=S3cretest and go | S3cretest",
        "HTTPS://zoom.us/j/1?PWD=S3cretest | S3cretest",
        "rtmp://live.example/app?token=S3cretest | S3cretest",
        "zoommtg://zoom.us/join?confno=1&pwd=S3cretest | S3cretest"
      })
  void addressesAndTokensGoFromTextsThatAreShown(String text, String hidden) throws IOException {
    Buffer json = new Buffer().writeUtf8("{\"groups\":[{\"name\":\"" + text + "\"}]}");

    String copy = blackOut.json(json, shown()).readUtf8();

    assertThat(copy).startsWith("{\"groups\":[{\"name\":\"").doesNotContain(hidden);
  }

  @Test
  void restOfALinkStays() throws IOException {
    Buffer json =
        new Buffer()
            .writeUtf8("{\"groups\":[{\"name\":\"https://zoom.us/j/1?pwd=abcdefg&x=1#a\"}]}");

    assertThat(blackOut.json(json, shown()).readUtf8())
        .contains("https://zoom.us/j/1?pwd=")
        .contains("&x=1#a")
        .doesNotContain("abcdefg");
  }

  @Test
  void codesOfErrorsThatNobodyDescribedStay() throws IOException {
    Buffer json = new Buffer().writeUtf8("{\"code\":1010,\"message\":\"Jane is gone\"}");
    Shape error = Marks.onClassPath().of("GET", List.of("groups")).response(503);

    assertThat(blackOut.json(json, error).readUtf8())
        .contains("\"code\":1010")
        .doesNotContain("Jane");
  }
}
