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

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of("id", "file_type", "file_size", "download_url");

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
        case 1 -> builder.fileType = WidgetKindJsonAdapter.INSTANCE.read(reader);
        case 2 -> builder.fileSize = Codecs.LONG.read(reader);
        case 3 -> builder.downloadUrl = Codecs.STRING.read(reader);
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
    if (value.fileType != null) {
      WidgetKindJsonAdapter.INSTANCE.write(writer.name("file_type"), value.fileType);
    }
    if (value.fileSize != null) {
      Codecs.LONG.write(writer.name("file_size"), value.fileSize);
    }
    if (value.downloadUrl != null) {
      Codecs.STRING.write(writer.name("download_url"), value.downloadUrl);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
