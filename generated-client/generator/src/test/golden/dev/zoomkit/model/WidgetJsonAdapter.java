package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Widget}. */
final class WidgetJsonAdapter extends JsonCodec<Widget> {
  static final JsonCodec<Widget> INSTANCE = new WidgetJsonAdapter();

  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "id",
          "topic",
          "type",
          "start_time",
          "timezone",
          "duration",
          "price",
          "is_open",
          "licence",
          "birthday",
          "email",
          "size",
          "plan",
          "kinds",
          "pictures",
          "weekdays",
          "types_allowed",
          "names",
          "rows",
          "custom",
          "settings",
          "since",
          "sign_in",
          "spare_parts",
          "p2p_connetion",
          "default",
          "stream_key",
          "host_pin",
          "start_url");

  private WidgetJsonAdapter() {}

  @Override
  public @Nullable Widget read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    Widget.Builder builder = new Widget.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.id = Codecs.LONG.read(reader);
        case 1 -> builder.topic = Codecs.STRING.read(reader);
        case 2 -> builder.type = WidgetTypeJsonAdapter.INSTANCE.read(reader);
        case 3 -> builder.startTime = Codecs.MOMENT.read(reader);
        case 4 -> builder.timezone = Codecs.STRING.read(reader);
        case 5 -> builder.duration = Codecs.INTEGER.read(reader);
        case 6 -> builder.price = Codecs.DOUBLE.read(reader);
        case 7 -> builder.isOpen = Codecs.BOOLEAN.read(reader);
        case 8 -> builder.licence = Codecs.LONG.read(reader);
        case 9 -> builder.birthday = Codecs.DATE.read(reader);
        case 10 -> builder.email = Codecs.STRING.read(reader);
        case 11 -> builder.size = WidgetSizeJsonAdapter.INSTANCE.read(reader);
        case 12 -> builder.plan = WidgetPlanJsonAdapter.INSTANCE.read(reader);
        case 13 -> builder.kinds = Codecs.readList(reader, WidgetKindJsonAdapter.INSTANCE);
        case 14 -> builder.pictures = Codecs.readList(reader, PictureJsonAdapter.INSTANCE);
        case 15 -> builder.weekdays = Codecs.COMMA_SEPARATED.read(reader);
        case 16 ->
            builder.typesAllowed =
                Codecs.commaSeparated(WidgetTypeJsonAdapter.INSTANCE).read(reader);
        case 17 -> builder.names = Codecs.readList(reader, Codecs.STRING);
        case 18 -> builder.rows = Codecs.readList(reader, Codecs.list(Codecs.INTEGER));
        case 19 -> builder.custom = AnythingJsonAdapter.INSTANCE.read(reader);
        case 20 -> builder.settings = WidgetSettingsJsonAdapter.INSTANCE.read(reader);
        case 21 -> builder.since = Codecs.DATE_OR_DATE_TIME.read(reader);
        case 22 -> builder.signIn = Codecs.FREE.read(reader);
        case 23 -> builder.spareParts = Codecs.readList(reader, Codecs.FREE);
        case 24 -> builder.p2pConnection = Codecs.BOOLEAN.read(reader);
        case 25 -> builder.default_ = Codecs.BOOLEAN.read(reader);
        case 26 -> builder.streamKey = Codecs.STRING.read(reader);
        case 27 -> builder.hostPin = Codecs.STRING.read(reader);
        case 28 -> builder.startUrl = Codecs.STRING.read(reader);
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
  public void write(JsonWriter writer, Widget value) throws IOException {
    writer.beginObject();
    if (value.id != null) {
      Codecs.LONG.write(writer.name("id"), value.id);
    }
    if (value.topic != null) {
      Codecs.STRING.write(writer.name("topic"), value.topic);
    }
    if (value.type != null) {
      WidgetTypeJsonAdapter.INSTANCE.write(writer.name("type"), value.type);
    }
    if (value.startTime != null) {
      Codecs.MOMENT.write(writer.name("start_time"), value.startTime);
    }
    if (value.timezone != null) {
      Codecs.STRING.write(writer.name("timezone"), value.timezone);
    }
    if (value.duration != null) {
      Codecs.INTEGER.write(writer.name("duration"), value.duration);
    }
    if (value.price != null) {
      Codecs.DOUBLE.write(writer.name("price"), value.price);
    }
    if (value.isOpen != null && !isSentBack(writer)) {
      Codecs.BOOLEAN.write(writer.name("is_open"), value.isOpen);
    }
    if (value.licence != null) {
      Codecs.LONG.write(writer.name("licence"), value.licence);
    }
    if (value.birthday != null) {
      Codecs.DATE.write(writer.name("birthday"), value.birthday);
    }
    if (value.email != null) {
      Codecs.STRING.write(writer.name("email"), value.email);
    }
    if (value.size != null) {
      WidgetSizeJsonAdapter.INSTANCE.write(writer.name("size"), value.size);
    }
    if (value.plan != null) {
      WidgetPlanJsonAdapter.INSTANCE.write(writer.name("plan"), value.plan);
    }
    if (value.kinds != null && !value.additionalProperties.containsKey("kinds")) {
      Codecs.writeList(writer.name("kinds"), value.kinds, WidgetKindJsonAdapter.INSTANCE);
    }
    if (value.pictures != null && !value.additionalProperties.containsKey("pictures")) {
      Codecs.writeList(writer.name("pictures"), value.pictures, PictureJsonAdapter.INSTANCE);
    }
    if (value.weekdays != null && !value.additionalProperties.containsKey("weekdays")) {
      Codecs.COMMA_SEPARATED.write(writer.name("weekdays"), value.weekdays);
    }
    if (value.typesAllowed != null && !value.additionalProperties.containsKey("types_allowed")) {
      Codecs.commaSeparated(WidgetTypeJsonAdapter.INSTANCE)
          .write(writer.name("types_allowed"), value.typesAllowed);
    }
    if (value.names != null && !value.additionalProperties.containsKey("names")) {
      Codecs.writeList(writer.name("names"), value.names, Codecs.STRING);
    }
    if (value.rows != null && !value.additionalProperties.containsKey("rows")) {
      Codecs.writeList(writer.name("rows"), value.rows, Codecs.list(Codecs.INTEGER));
    }
    if (value.custom != null) {
      AnythingJsonAdapter.INSTANCE.write(writer.name("custom"), value.custom);
    }
    if (value.settings != null) {
      WidgetSettingsJsonAdapter.INSTANCE.write(writer.name("settings"), value.settings);
    }
    if (value.since != null) {
      Codecs.DATE_OR_DATE_TIME.write(writer.name("since"), value.since);
    }
    if (value.signIn != null) {
      Codecs.FREE.write(writer.name("sign_in"), value.signIn);
    }
    if (value.spareParts != null && !value.additionalProperties.containsKey("spare_parts")) {
      Codecs.writeList(writer.name("spare_parts"), value.spareParts, Codecs.FREE);
    }
    if (value.p2pConnection != null) {
      Codecs.BOOLEAN.write(writer.name("p2p_connetion"), value.p2pConnection);
    }
    if (value.default_ != null) {
      Codecs.BOOLEAN.write(writer.name("default"), value.default_);
    }
    if (value.streamKey != null) {
      Codecs.STRING.write(writer.name("stream_key"), value.streamKey);
    }
    if (value.hostPin != null) {
      Codecs.STRING.write(writer.name("host_pin"), value.hostPin);
    }
    if (value.startUrl != null) {
      Codecs.STRING.write(writer.name("start_url"), value.startUrl);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
