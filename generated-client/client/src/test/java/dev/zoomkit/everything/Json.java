package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.everything.model.ZoomJson;
import dev.zoomkit.fixture.StrictJson;
import java.io.IOException;
import java.lang.reflect.Type;

/** Reads and writes the models of {@code everything.yaml}. */
final class Json {
  static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();

  private Json() {}

  /** Reads JSON that is written with single quotes, strictly. */
  static <T> T read(Class<T> type, String json) throws IOException {
    return StrictJson.read(Json.<T>adapter(type), json.replace('\'', '"'));
  }

  /** Writes JSON, with single quotes, which has to be read as the same value again. */
  static <T> String write(Class<T> type, T value) throws IOException {
    JsonAdapter<T> adapter = Json.adapter(type);
    String json = adapter.toJson(value);
    assertThat(adapter.fromJson(json)).as("read back from %s", json).isEqualTo(value);
    return json.replace('"', '\'');
  }

  static <T> JsonAdapter<T> adapter(Type type) {
    return MOSHI.adapter(type);
  }
}
