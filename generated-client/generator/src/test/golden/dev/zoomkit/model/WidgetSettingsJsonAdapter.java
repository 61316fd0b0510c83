package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetSettings}. */
final class WidgetSettingsJsonAdapter extends JsonCodec<WidgetSettings> {
  static final JsonCodec<WidgetSettings> INSTANCE = new WidgetSettingsJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("audio", "shared", "video", "viewers");

  private WidgetSettingsJsonAdapter() {}

  @Override
  public @Nullable WidgetSettings read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    WidgetSettings.Builder builder = new WidgetSettings.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.audio = Codecs.STRING.read(reader);
        case 1 -> builder.shared = Codecs.BOOLEAN.read(reader);
        case 2 -> builder.video = Codecs.BOOLEAN.read(reader);
        case 3 -> builder.viewers = Codecs.INTEGER.read(reader);
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
  public void write(JsonWriter writer, WidgetSettings value) throws IOException {
    writer.beginObject();
    if (value.audio != null) {
      Codecs.STRING.write(writer.name("audio"), value.audio);
    }
    if (value.shared != null) {
      Codecs.BOOLEAN.write(writer.name("shared"), value.shared);
    }
    if (value.video != null) {
      Codecs.BOOLEAN.write(writer.name("video"), value.video);
    }
    if (value.viewers != null && !isSentBack(writer)) {
      Codecs.INTEGER.write(writer.name("viewers"), value.viewers);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
