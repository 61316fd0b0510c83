package dev.zoomkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.annotation.JsonModels;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OtherModelsTest {
  private final OtherModels models = new OtherModels();
  private final Moshi moshi = new Moshi.Builder().add(models).build();

  /** A model, such as somebody generates. */
  record Shelf(String name) {}

  /** What reads it, as generated code has it. */
  public static final class Shelves {
    private Shelves() {}

    public static JsonAdapter.Factory factory() {
      JsonAdapter<Shelf> adapter =
          new JsonAdapter<>() {
            @Override
            public Shelf fromJson(JsonReader reader) throws IOException {
              return new Shelf(reader.nextString());
            }

            @Override
            public void toJson(JsonWriter writer, Shelf shelf) throws IOException {
              writer.value(shelf.name());
            }
          };
      return (type, annotations, any) -> type == Shelf.class ? adapter : null;
    }
  }

  @JsonModels(Shelves.class)
  interface ShelvesApi {}

  @JsonModels(String.class)
  interface BrokenApi {}

  interface PlainApi {}

  @Test
  void readsTheModelsOfAnInterfaceThatIsAskedFor() throws IOException {
    models.add(PlainApi.class);
    models.add(ShelvesApi.class);
    models.add(ShelvesApi.class);

    assertThat(moshi.adapter(Shelf.class).fromJson("\"top\"")).isEqualTo(new Shelf("top"));
  }

  @Test
  void refusesAnInterfaceThatNamesNoFactory() {
    assertThatThrownBy(() -> models.add(BrokenApi.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "BrokenApi names java.lang.String, which has no static method factory() that can be"
                + " called from here.");
  }
}
