package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Picture}. */
final class PictureJsonAdapter extends JsonCodec<Picture> {
  static final JsonCodec<Picture> INSTANCE = new PictureJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("id");

  private PictureJsonAdapter() {}

  @Override
  public @Nullable Picture read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    Picture.Builder builder = new Picture.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.id = Codecs.STRING.read(reader);
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
  public void write(JsonWriter writer, Picture value) throws IOException {
    writer.beginObject();
    if (value.id != null) {
      Codecs.STRING.write(writer.name("id"), value.id);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
