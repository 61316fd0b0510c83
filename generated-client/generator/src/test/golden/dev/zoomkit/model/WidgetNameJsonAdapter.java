package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetName}. */
final class WidgetNameJsonAdapter extends JsonCodec<WidgetName> {
  static final JsonCodec<WidgetName> INSTANCE = new WidgetNameJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("name");

  private WidgetNameJsonAdapter() {}

  @Override
  public @Nullable WidgetName read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    WidgetName.Builder builder = new WidgetName.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.name = Codecs.STRING.read(reader);
        default -> builder.additionalProperties = readUnknown(reader, builder.additionalProperties);
      }
      if (hasRaw(reading)) {
        builder.additionalProperties = keepRaw(reading, NAMES, name, builder.additionalProperties);
      }
    }
    reader.endObject();
    return builder.build();
  }

  @Override
  public void write(JsonWriter writer, WidgetName value) throws IOException {
    writer.beginObject();
    if (value.name != null) {
      Codecs.STRING.write(writer.name("name"), value.name);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
