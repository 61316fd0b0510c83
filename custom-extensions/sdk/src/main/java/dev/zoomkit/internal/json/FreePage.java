package dev.zoomkit.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.value.PagedResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that the description lacks. Immutable.
 *
 * @param items those of the page; empty where it has no list
 * @param absentList the name of the list where it is absent or null
 * @param additionalProperties all other fields
 */
public record FreePage<T>(
    List<T> items, @Nullable String absentList, Map<String, @Nullable Object> additionalProperties)
    implements PagedResponse<T> {

  /** Reads an item of which nothing is known but that it is an object. */
  public static final JsonAdapter<Map<String, @Nullable Object>> MAP =
      new Reader<>() {
        @Override
        @SuppressWarnings("unchecked")
        public Map<String, @Nullable Object> fromJson(JsonReader reader) throws IOException {
          if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            throw new JsonDataException(
                "Expected an object but was " + reader.peek() + " at path " + reader.getPath());
          }
          return (Map<String, @Nullable Object>) Codecs.FREE.read(reader);
        }
      };

  @Override
  public @Nullable String nextPageToken() {
    return additionalProperties.get("next_page_token") instanceof String token ? token : null;
  }

  @Override
  public @Nullable Number totalRecords() {
    return additionalProperties.get("total_records") instanceof Number total ? total : null;
  }

  /** Reads pages whose items stand in a field. */
  public static <T> JsonAdapter<FreePage<T>> adapter(String field, JsonAdapter<T> items) {
    return new Reader<>() {
      @Override
      public FreePage<T> fromJson(JsonReader reader) throws IOException {
        List<T> found = null;
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (!name.equals(field) || reader.peek() == JsonReader.Token.NULL) {
            others.put(name, Codecs.FREE.read(reader));
          } else {
            found = list(reader, items);
          }
        }
        reader.endObject();
        return new FreePage<>(
            found == null ? List.of() : Collections.unmodifiableList(found),
            found == null ? field : null,
            Collections.unmodifiableMap(others));
      }
    };
  }

  private static <T> List<T> list(JsonReader reader, JsonAdapter<T> items) throws IOException {
    List<T> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(items.fromJson(reader));
    }
    reader.endArray();
    return list;
  }

  private abstract static class Reader<T> extends JsonAdapter<T> {
    @Override
    public void toJson(JsonWriter writer, @Nullable T value) {
      throw new UnsupportedOperationException("Pages are read only.");
    }
  }
}
