package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WidgetPlan}. */
final class WidgetPlanJsonAdapter extends JsonCodec<WidgetPlan> {
  static final JsonCodec<WidgetPlan> INSTANCE = new WidgetPlanJsonAdapter();

  private WidgetPlanJsonAdapter() {}

  @Override
  public @Nullable WidgetPlan read(JsonReader reader) throws IOException {
    Long value = Codecs.LONG.read(reader);
    return value == null ? null : WidgetPlan.of(value);
  }

  @Override
  public void write(JsonWriter writer, WidgetPlan value) throws IOException {
    writer.value(value.value());
  }
}
