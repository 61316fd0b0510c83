package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link PartPage}. */
final class PartPageJsonAdapter extends JsonCodec<PartPage> {
  static final JsonCodec<PartPage> INSTANCE = new PartPageJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("page_number", "page_count", "parts");

  private PartPageJsonAdapter() {}

  @Override
  public @Nullable PartPage read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    PartPage.Builder builder = new PartPage.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.pageNumber = Codecs.INTEGER.read(reader);
        case 1 -> builder.pageCount = Codecs.INTEGER.read(reader);
        case 2 -> builder.parts = Codecs.readList(reader, PieceJsonAdapter.INSTANCE);
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
  public void write(JsonWriter writer, PartPage value) throws IOException {
    writer.beginObject();
    if (value.pageNumber != null) {
      Codecs.INTEGER.write(writer.name("page_number"), value.pageNumber);
    }
    if (value.pageCount != null) {
      Codecs.INTEGER.write(writer.name("page_count"), value.pageCount);
    }
    if (value.parts != null && !value.additionalProperties.containsKey("parts")) {
      Codecs.writeList(writer.name("parts"), value.parts, PieceJsonAdapter.INSTANCE);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
