package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetReminderOfAttendeesAndPanelistsBeforeItStarts}. */
final class WidgetReminderOfAttendeesAndPanelistsBeforeItStartsJsonAdapter
    extends JsonCodec<WidgetReminderOfAttendeesAndPanelistsBeforeItStarts> {
  static final JsonCodec<WidgetReminderOfAttendeesAndPanelistsBeforeItStarts> INSTANCE =
      new WidgetReminderOfAttendeesAndPanelistsBeforeItStartsJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "minutes_before_the_widget_starts_for_attendees",
          "languages_of_the_reminder_for_attendees_and_panelists");

  private WidgetReminderOfAttendeesAndPanelistsBeforeItStartsJsonAdapter() {}

  @Override
  public @Nullable WidgetReminderOfAttendeesAndPanelistsBeforeItStarts read(JsonReader reader)
      throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    WidgetReminderOfAttendeesAndPanelistsBeforeItStarts.Builder builder =
        new WidgetReminderOfAttendeesAndPanelistsBeforeItStarts.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.minutesBeforeTheWidgetStartsForAttendees = Codecs.INTEGER.read(reader);
        case 1 ->
            builder.languagesOfTheReminderForAttendeesAndPanelists =
                Codecs.readList(reader, WidgetKindJsonAdapter.INSTANCE);
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
  public void write(JsonWriter writer, WidgetReminderOfAttendeesAndPanelistsBeforeItStarts value)
      throws IOException {
    writer.beginObject();
    Codecs.INTEGER.write(
        writer.name("minutes_before_the_widget_starts_for_attendees"),
        value.minutesBeforeTheWidgetStartsForAttendees);
    if (value.languagesOfTheReminderForAttendeesAndPanelists != null
        && !value.additionalProperties.containsKey(
            "languages_of_the_reminder_for_attendees_and_panelists")) {
      Codecs.writeList(
          writer.name("languages_of_the_reminder_for_attendees_and_panelists"),
          value.languagesOfTheReminderForAttendeesAndPanelists,
          WidgetKindJsonAdapter.INSTANCE);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
