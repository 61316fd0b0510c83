package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetSummary}. */
final class WidgetSummaryJsonAdapter extends JsonCodec<WidgetSummary> {
  static final JsonCodec<WidgetSummary> INSTANCE = new WidgetSummaryJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("id", "topic", "type", "start_time", "timezone");

  private WidgetSummaryJsonAdapter() {}

  @Override
  public @Nullable WidgetSummary read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    WidgetSummary.Builder builder = new WidgetSummary.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.id = Codecs.LONG.read(reader);
        case 1 -> builder.topic = Codecs.STRING.read(reader);
        case 2 -> builder.type = WidgetTypeJsonAdapter.INSTANCE.read(reader);
        case 3 -> builder.startTime = Codecs.MOMENT.read(reader);
        case 4 -> builder.timezone = Codecs.STRING.read(reader);
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
  public void write(JsonWriter writer, WidgetSummary value) throws IOException {
    writer.beginObject();
    if (value.id != null) {
      Codecs.LONG.write(writer.name("id"), value.id);
    }
    if (value.topic != null) {
      Codecs.STRING.write(writer.name("topic"), value.topic);
    }
    if (value.type != null) {
      WidgetTypeJsonAdapter.INSTANCE.write(writer.name("type"), value.type);
    }
    if (value.startTime != null) {
      Codecs.MOMENT.write(writer.name("start_time"), value.startTime);
    }
    if (value.timezone != null) {
      Codecs.STRING.write(writer.name("timezone"), value.timezone);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
