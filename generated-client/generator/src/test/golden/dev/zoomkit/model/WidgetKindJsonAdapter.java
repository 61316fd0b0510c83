package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetKind}. */
final class WidgetKindJsonAdapter extends JsonCodec<WidgetKind> {
  static final JsonCodec<WidgetKind> INSTANCE = new WidgetKindJsonAdapter();

  private static final JsonReader.Options VALUES = JsonReader.Options.of("small-one", "BIG");

  private WidgetKindJsonAdapter() {}

  @Override
  public @Nullable WidgetKind read(JsonReader reader) throws IOException {
    return switch (reader.selectString(VALUES)) {
      case 0 -> WidgetKind.SMALL_ONE;
      case 1 -> WidgetKind.BIG;
      default -> {
        String value = Codecs.STRING.read(reader);
        yield value == null || value.isEmpty() ? null : WidgetKind.of(value);
      }
    };
  }

  @Override
  public void write(JsonWriter writer, WidgetKind value) throws IOException {
    writer.value(value.value());
  }
}
