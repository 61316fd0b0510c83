package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link UpdateWidgetRequest}. */
final class UpdateWidgetRequestJsonAdapter extends JsonCodec<UpdateWidgetRequest> {
  static final JsonCodec<UpdateWidgetRequest> INSTANCE = new UpdateWidgetRequestJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("topic", "agenda", "owner");

  private UpdateWidgetRequestJsonAdapter() {}

  @Override
  public @Nullable UpdateWidgetRequest read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    UpdateWidgetRequest.Builder builder = new UpdateWidgetRequest.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.topic = Codecs.STRING.read(reader);
        case 1 -> builder.agenda = Codecs.STRING.read(reader);
        case 2 -> builder.owner = WidgetNameJsonAdapter.INSTANCE.read(reader);
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
  public void write(JsonWriter writer, UpdateWidgetRequest value) throws IOException {
    writer.beginObject();
    if (value.topic != null) {
      Codecs.STRING.write(writer.name("topic"), value.topic);
    }
    if (value.agenda != null) {
      Codecs.STRING.write(writer.name("agenda"), value.agenda);
    }
    if (value.owner != null) {
      WidgetNameJsonAdapter.INSTANCE.write(writer.name("owner"), value.owner);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
