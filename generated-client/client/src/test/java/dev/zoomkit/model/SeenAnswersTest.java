package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that Zoom was seen to send: each is read whole, and goes back as it came. */
class SeenAnswersTest {
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  @ParameterizedTest
  @MethodSource("answers")
  void isReadWholeAndGoesBackAsItCame(Class<Object> type, String json) throws IOException {
    JsonAdapter<Object> adapter = MOSHI.adapter(type);

    Object model = adapter.fromJson(json);

    assertThat(model.toString()).doesNotContain("additionalProperties");
    assertThat(ANY.fromJson(adapter.toJson(model))).isEqualTo(ANY.fromJson(json));
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer(
            "an archived file of more than 2 GiB",
            ArchivedMeeting.class,
            "{'id':98520143677,'uuid':'u','total_size':5368709120,"
                + "'archive_files':[{'id':'f','file_size':3221225472}],"
                + "'physical_files':[{'file_id':'p','file_size':2147483648}]}"),
        answer(
            "a renewal that costs cents",
            RenewingAccount.class,
            "{'account_id':'a','total_renewal_amount':22022.5}"));
  }

  private static Arguments answer(String name, Class<?> type, String json) {
    return Arguments.of(type, Named.of(name, json.replace('\'', '"')));
  }
}
