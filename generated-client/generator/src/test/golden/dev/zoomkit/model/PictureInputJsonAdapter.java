package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link PictureInput}. */
final class PictureInputJsonAdapter extends JsonCodec<PictureInput> {
  static final JsonCodec<PictureInput> INSTANCE = new PictureInputJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("id", "file_size");

  private PictureInputJsonAdapter() {}

  @Override
  public @Nullable PictureInput read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    PictureInput.Builder builder = new PictureInput.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.id = Codecs.STRING.read(reader);
        case 1 -> builder.fileSize = Codecs.DOUBLE.read(reader);
        default -> builder.additionalProperties = readUnknown(reader, builder.additionalProperties);
      }
      if (hasRaw(reading)) {
        builder.additionalProperties = keepRaw(reading, NAMES, name, builder.additionalProperties);
      }
    }
    reader.endObject();
    try {
      return builder.build();
    } catch (IllegalStateException e) {
      throw incomplete(reader, e);
    }
  }

  @Override
  public void write(JsonWriter writer, PictureInput value) throws IOException {
    writer.beginObject();
    Codecs.STRING.write(writer.name("id"), value.id);
    if (value.fileSize != null) {
      Codecs.DOUBLE.write(writer.name("file_size"), value.fileSize);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
