package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetPage}. */
final class WidgetPageJsonAdapter extends JsonCodec<WidgetPage> {
  static final JsonCodec<WidgetPage> INSTANCE = new WidgetPageJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "next_page_token", "page_number", "total_records", "widgets", "from", "to");

  private WidgetPageJsonAdapter() {}

  @Override
  public @Nullable WidgetPage read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    WidgetPage.Builder builder = new WidgetPage.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.nextPageToken = Codecs.STRING.read(reader);
        case 1 -> builder.pageNumber = Codecs.INTEGER.read(reader);
        case 2 -> builder.totalRecords = Codecs.INTEGER.read(reader);
        case 3 -> builder.widgets = Codecs.readList(reader, WidgetSummaryJsonAdapter.INSTANCE);
        case 4 -> builder.from = Codecs.DATE.read(reader);
        case 5 -> builder.to = Codecs.DATE_OR_DATE_TIME.read(reader);
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
  public void write(JsonWriter writer, WidgetPage value) throws IOException {
    writer.beginObject();
    if (value.nextPageToken != null) {
      Codecs.STRING.write(writer.name("next_page_token"), value.nextPageToken);
    }
    if (value.pageNumber != null) {
      Codecs.INTEGER.write(writer.name("page_number"), value.pageNumber);
    }
    if (value.totalRecords != null) {
      Codecs.INTEGER.write(writer.name("total_records"), value.totalRecords);
    }
    if (value.widgets != null && !value.additionalProperties.containsKey("widgets")) {
      Codecs.writeList(writer.name("widgets"), value.widgets, WidgetSummaryJsonAdapter.INSTANCE);
    }
    if (value.from != null) {
      Codecs.DATE.write(writer.name("from"), value.from);
    }
    if (value.to != null) {
      Codecs.DATE_OR_DATE_TIME.write(writer.name("to"), value.to);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
