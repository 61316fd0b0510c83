package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link PartReport}. */
final class PartReportJsonAdapter extends JsonCodec<PartReport> {
  static final JsonCodec<PartReport> INSTANCE = new PartReportJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("past_parts");

  private PartReportJsonAdapter() {}

  @Override
  public @Nullable PartReport read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    PartReport.Builder builder = new PartReport.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.pastParts = PartPageJsonAdapter.INSTANCE.read(reader);
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
  public void write(JsonWriter writer, PartReport value) throws IOException {
    writer.beginObject();
    if (value.pastParts != null) {
      PartPageJsonAdapter.INSTANCE.write(writer.name("past_parts"), value.pastParts);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
