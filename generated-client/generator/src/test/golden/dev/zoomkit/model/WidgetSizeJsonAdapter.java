package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetSize}. */
final class WidgetSizeJsonAdapter extends JsonCodec<WidgetSize> {
  static final JsonCodec<WidgetSize> INSTANCE = new WidgetSizeJsonAdapter();

  private static final JsonReader.Options VALUES =
      JsonReader.Options.of(
          "",
          "1-20",
          "More than \"20\"",
          "21-30",
          "31-40",
          "41-50",
          "51-60",
          "61-70",
          "71-80",
          "81-90");

  private WidgetSizeJsonAdapter() {}

  @Override
  public @Nullable WidgetSize read(JsonReader reader) throws IOException {
    return switch (reader.selectString(VALUES)) {
      case 0 -> WidgetSize.NONE;
      case 1 -> WidgetSize.FROM_1_TO_20;
      case 2 -> WidgetSize.MORE_THAN_20;
      case 3 -> WidgetSize.FROM_21_TO_30;
      case 4 -> WidgetSize.FROM_31_TO_40;
      case 5 -> WidgetSize.FROM_41_TO_50;
      case 6 -> WidgetSize.FROM_51_TO_60;
      case 7 -> WidgetSize.FROM_61_TO_70;
      case 8 -> WidgetSize.FROM_71_TO_80;
      case 9 -> WidgetSize.FROM_81_TO_90;
      default -> {
        String value = Codecs.STRING.read(reader);
        yield value == null || value.isEmpty() ? null : WidgetSize.of(value);
      }
    };
  }

  @Override
  public void write(JsonWriter writer, WidgetSize value) throws IOException {
    writer.value(value.value());
  }
}
