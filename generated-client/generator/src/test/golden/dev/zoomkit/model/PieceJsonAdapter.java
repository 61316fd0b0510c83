package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Piece}. */
final class PieceJsonAdapter extends JsonCodec<Piece> {
  static final JsonCodec<Piece> INSTANCE = new PieceJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("name", "parts");

  private PieceJsonAdapter() {}

  @Override
  public @Nullable Piece read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    Piece.Builder builder = new Piece.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.name = Codecs.STRING.read(reader);
        case 1 -> builder.parts = Codecs.readList(reader, PieceJsonAdapter.INSTANCE);
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
  public void write(JsonWriter writer, Piece value) throws IOException {
    writer.beginObject();
    if (value.name != null) {
      Codecs.STRING.write(writer.name("name"), value.name);
    }
    if (value.parts != null && !value.additionalProperties.containsKey("parts")) {
      Codecs.writeList(writer.name("parts"), value.parts, PieceJsonAdapter.INSTANCE);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
