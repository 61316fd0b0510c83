package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link CreateWidgetRequest}. */
final class CreateWidgetRequestJsonAdapter extends JsonCodec<CreateWidgetRequest> {
  static final JsonCodec<CreateWidgetRequest> INSTANCE = new CreateWidgetRequestJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "topic",
          "count",
          "type",
          "names",
          "passcode",
          "start_time",
          "timezone",
          "reminders_of_attendees_and_panelists_before_it_starts");

  private CreateWidgetRequestJsonAdapter() {}

  @Override
  public @Nullable CreateWidgetRequest read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    CreateWidgetRequest.Builder builder = new CreateWidgetRequest.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.topic = Codecs.STRING.read(reader);
        case 1 -> builder.count = Codecs.INTEGER.read(reader);
        case 2 -> builder.type = WidgetTypeJsonAdapter.INSTANCE.read(reader);
        case 3 -> builder.names = Codecs.readList(reader, Codecs.STRING);
        case 4 -> builder.passcode = Codecs.STRING.read(reader);
        case 5 -> builder.startTime = Codecs.START_TIME.read(reader);
        case 6 -> builder.timezone = Codecs.STRING.read(reader);
        case 7 ->
            builder.remindersOfAttendeesAndPanelistsBeforeItStarts =
                Codecs.readList(
                    reader,
                    WidgetReminderOfAttendeesAndPanelistsBeforeItStartsJsonAdapter.INSTANCE);
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
  public void write(JsonWriter writer, CreateWidgetRequest value) throws IOException {
    writer.beginObject();
    Codecs.STRING.write(writer.name("topic"), value.topic);
    Codecs.INTEGER.write(writer.name("count"), value.count);
    WidgetTypeJsonAdapter.INSTANCE.write(writer.name("type"), value.type);
    if (!value.additionalProperties.containsKey("names")) {
      Codecs.writeList(writer.name("names"), value.names, Codecs.STRING);
    }
    if (value.passcode != null) {
      Codecs.STRING.write(writer.name("passcode"), value.passcode);
    }
    if (value.startTime != null) {
      Codecs.START_TIME.write(writer.name("start_time"), value.startTime);
    }
    if (value.timezone != null) {
      Codecs.STRING.write(writer.name("timezone"), value.timezone);
    }
    if (value.remindersOfAttendeesAndPanelistsBeforeItStarts != null
        && !value.additionalProperties.containsKey(
            "reminders_of_attendees_and_panelists_before_it_starts")) {
      Codecs.writeList(
          writer.name("reminders_of_attendees_and_panelists_before_it_starts"),
          value.remindersOfAttendeesAndPanelistsBeforeItStarts,
          WidgetReminderOfAttendeesAndPanelistsBeforeItStartsJsonAdapter.INSTANCE);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
