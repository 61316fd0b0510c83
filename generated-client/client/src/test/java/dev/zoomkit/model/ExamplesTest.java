package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.fixture.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.Okio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the description is read whole by its model, and goes back as it came. */
class ExamplesTest {
  private static final String BUNDLE = "/dev/zoomkit/spec/zoom.json";
  private static final Moshi MOSHI = new Moshi.Builder().add(ZoomJson.factory()).build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  /** An example of a JSON body, and the schema of the body. */
  record Example(String name, String schema, Object value) {
    @Override
    public String toString() {
      return name + " as " + schema;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isReadWholeAndGoesBackAsItCame(Example example) throws Exception {
    Type type = Class.forName("dev.zoomkit.model." + example.schema);
    JsonAdapter<Object> adapter = MOSHI.adapter(type);

    Object model = StrictJson.read(adapter, ANY.toJson(example.value));

    assertThat(model.toString()).doesNotContain("additionalProperties");
    assertThat(ANY.fromJson(adapter.toJson(model))).isEqualTo(example.value);
    Object builder = model.getClass().getMethod("toBuilder").invoke(model);
    assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(model);
  }

  static List<Example> examples() throws IOException {
    Object bundle;
    try (InputStream in = ExamplesTest.class.getResourceAsStream(BUNDLE)) {
      bundle = ANY.fromJson(Okio.buffer(Okio.source(in)));
    }
    List<Example> examples = new ArrayList<>();
    collect(bundle, bundle, examples);
    return examples;
  }

  /** Looks everywhere for JSON bodies, and for the items of those that are a list. */
  private static void collect(Object node, Object bundle, List<Example> examples) {
    if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, bundle, examples));
    }
    if (node instanceof Map<?, ?> map) {
      if (map.get("application/json") instanceof Map<?, ?> body
          && body.get("schema") instanceof Map<?, ?> schema
          && body.get("examples") instanceof Map<?, ?> named) {
        boolean list = schema.get("items") instanceof Map<?, ?>;
        Map<?, ?> model = list ? (Map<?, ?>) schema.get("items") : schema;
        String ref = model.get("$ref").toString();
        String type = ref.substring(ref.lastIndexOf('/') + 1);
        named.forEach(
            (name, example) -> {
              Object value = value(example, bundle);
              for (Object one : list ? (List<?>) value : List.of(value)) {
                examples.add(new Example(name.toString(), type, one));
              }
            });
      }
      map.values().forEach(child -> collect(child, bundle, examples));
    }
  }

  private static Object value(Object example, Object bundle) {
    Map<?, ?> map = (Map<?, ?>) example;
    if (map.get("$ref") instanceof String ref) {
      Object target = bundle;
      for (String step : ref.substring(2).split("/")) {
        target = ((Map<?, ?>) target).get(step);
      }
      return value(target, bundle);
    }
    return map.get("value");
  }
}
