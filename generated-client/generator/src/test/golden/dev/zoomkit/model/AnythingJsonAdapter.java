package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Anything}. */
final class AnythingJsonAdapter extends JsonCodec<Anything> {
  static final JsonCodec<Anything> INSTANCE = new AnythingJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of();

  private AnythingJsonAdapter() {}

  @Override
  public @Nullable Anything read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    Anything.Builder builder = new Anything.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
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
  public void write(JsonWriter writer, Anything value) throws IOException {
    writer.beginObject();
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
