package com.acme.zoom.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.JsonCodec;
import java.io.IOException;
import java.time.Instant;

/** Acme has its moments as instants. */
public final class InstantJsonAdapter extends JsonCodec<Instant> {
  public static final InstantJsonAdapter INSTANCE = new InstantJsonAdapter();

  private InstantJsonAdapter() {}

  @Override
  public Instant read(JsonReader reader) throws IOException {
    return Instant.parse(reader.nextString());
  }

  @Override
  public void write(JsonWriter writer, Instant value) throws IOException {
    writer.value(value.toString());
  }
}
