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

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "topic",
          "agenda",
          "owner",
          "is_open",
          "licence",
          "start_time",
          "timezone",
          "start_url",
          "settings",
          "names",
          "pictures");

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
        case 3 -> builder.isOpen = WidgetKindJsonAdapter.INSTANCE.read(reader);
        case 4 -> builder.licence = WidgetPlanJsonAdapter.INSTANCE.read(reader);
        case 5 -> builder.startTime = Codecs.START_TIME.read(reader);
        case 6 -> builder.timezone = Codecs.STRING.read(reader);
        case 7 -> builder.startUrl = Codecs.STRING.read(reader);
        case 8 -> builder.settings = WidgetSettingsJsonAdapter.INSTANCE.read(reader);
        case 9 -> builder.names = Codecs.readList(reader, Codecs.STRING);
        case 10 -> builder.pictures = Codecs.readList(reader, PictureInputJsonAdapter.INSTANCE);
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
    if (value.isOpen != null) {
      WidgetKindJsonAdapter.INSTANCE.write(writer.name("is_open"), value.isOpen);
    }
    if (value.licence != null) {
      WidgetPlanJsonAdapter.INSTANCE.write(writer.name("licence"), value.licence);
    }
    if (value.startTime != null) {
      Codecs.START_TIME.write(writer.name("start_time"), value.startTime);
    }
    if (value.timezone != null) {
      Codecs.STRING.write(writer.name("timezone"), value.timezone);
    }
    if (value.startUrl != null) {
      Codecs.STRING.write(writer.name("start_url"), value.startUrl);
    }
    if (value.settings != null) {
      WidgetSettingsJsonAdapter.INSTANCE.write(writer.name("settings"), value.settings);
    }
    if (value.names != null && !value.additionalProperties.containsKey("names")) {
      Codecs.writeList(writer.name("names"), value.names, Codecs.STRING);
    }
    if (value.pictures != null && !value.additionalProperties.containsKey("pictures")) {
      Codecs.writeList(writer.name("pictures"), value.pictures, PictureInputJsonAdapter.INSTANCE);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
