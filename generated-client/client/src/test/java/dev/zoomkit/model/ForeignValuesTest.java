package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every model, with JSON of every kind: none fails its object, none is lost. */
class ForeignValuesTest {
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class).serializeNulls();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "7",
        "1.5",
        "\"-\"",
        "[]",
        "{}",
        "[null]",
        "[{}]",
        "[[]]",
        "[1.5,\"-\",true]",
        "{\"a\":null}",
        "{\"a\":[\"-\"]}"
      })
  void costAndLoseNothing(String value) throws Exception {
    int read = 0;
    for (Class<?> model : models()) {
      for (String name : names(model)) {
        String json = "{\"" + name + "\":" + value + "}";
        read += costsAndLosesNothing(model, json) ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(3_900);
  }

  /** False where the model is a request that lacks what it requires. */
  private static boolean costsAndLosesNothing(Class<?> type, String json) throws Exception {
    JsonAdapter<Object> adapter = MOSHI.adapter((Type) type);
    Object model;
    try {
      model = adapter.fromJson(json);
    } catch (JsonDataException incomplete) {
      assertThat(incomplete).hasMessageContaining(" needs ");
      return false;
    }
    Map<?, ?> written = (Map<?, ?>) ANY.fromJson(adapter.toJson(model));
    assertThat(written).as("%s of %s", type, json).hasSize(1);
    if (!additional(model).isEmpty()) {
      assertThat(written).as("%s of %s", type, json).isEqualTo(ANY.fromJson(json));
      if (!type.getSimpleName().endsWith("Request")) {
        assertThat(additional(withoutValues(model))).as("%s of %s", type, json).isEmpty();
      }
    }
    return true;
  }

  private static Map<?, ?> additional(Object model) throws Exception {
    return (Map<?, ?>) model.getClass().getMethod("additionalProperties").invoke(model);
  }

  /** The model after each of its setters that takes null was called with it. */
  private static Object withoutValues(Object model) throws Exception {
    Object builder = model.getClass().getMethod("toBuilder").invoke(model);
    for (Method method : builder.getClass().getMethods()) {
      if (method.getReturnType() == builder.getClass()
          && method.getParameterCount() == 1
          && method.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class)) {
        method.invoke(builder, (Object) null);
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static List<String> names(Class<?> model) throws Exception {
    Field names = Class.forName(model.getName() + "JsonAdapter").getDeclaredField("NAMES");
    names.setAccessible(true);
    return ((JsonReader.Options) names.get(null)).strings();
  }

  private static List<Class<?>> models() throws Exception {
    Path classes = Path.of(Webinar.class.getResource("Webinar.class").toURI()).getParent();
    List<Class<?>> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString().replace(".class", "");
        if (name.endsWith("JsonAdapter") && hasFields(name)) {
          models.add(Class.forName("dev.zoomkit.model." + name.replaceAll("JsonAdapter$", "")));
        }
      }
    }
    return models;
  }

  /** Enumerations have none. */
  private static boolean hasFields(String adapter) throws IOException, ClassNotFoundException {
    return Stream.of(Class.forName("dev.zoomkit.model." + adapter).getDeclaredFields())
        .anyMatch(field -> field.getName().equals("NAMES"));
  }
}
