package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetType}. */
final class WidgetTypeJsonAdapter extends JsonCodec<WidgetType> {
  static final JsonCodec<WidgetType> INSTANCE = new WidgetTypeJsonAdapter();

  private WidgetTypeJsonAdapter() {}

  @Override
  public @Nullable WidgetType read(JsonReader reader) throws IOException {
    Integer value = Codecs.INTEGER.read(reader);
    return value == null ? null : WidgetType.of(value);
  }

  @Override
  public void write(JsonWriter writer, WidgetType value) throws IOException {
    writer.value(value.value());
  }
}
