package dev.zoomkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.model.UserSummary;
import dev.zoomkit.model.ZoomJson;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class JsonReadingTest {

  /** As an interface of the caller's own may return it. */
  private static final JsonAdapter<Map<String, UserSummary>> USERS =
      new Moshi.Builder()
          .add(ZoomJson.factory())
          .build()
          .adapter(Types.newParameterizedType(Map.class, String.class, UserSummary.class));

  @Test
  void namesWithoutEndMakeNoWarningsWithoutEnd() throws IOException {
    String json =
        IntStream.range(0, 1_500)
            .mapToObj(i -> "\"user-" + i + "\":{\"email\":[]}")
            .collect(Collectors.joining(",", "{", "}"));
    JsonReading reading = JsonReading.tolerant(null);

    try (CapturedLog log = new CapturedLog("dev.zoomkit.json")) {
      Buffer body = new Buffer().writeUtf8(json);
      assertThat(USERS.fromJson(reading.reader(body, value -> reading.tell("listOurs", value))))
          .hasSize(1_500);

      assertThat(log.lines()).hasSize(1_000);
    }
  }
}
