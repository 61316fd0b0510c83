package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.model.ZoomJson;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of the description goes through the generated model of its schema and comes out
 * whole.
 */
class ExamplesTest {

  private final Description description = Description.load();
  private final Moshi moshi = new Moshi.Builder().add(ZoomJson.factory()).build();
  private final ObjectMapper json = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> survives() {
    return description.describedBodies().stream()
        .filter(media -> media.at("/schema/$ref").isTextual())
        .flatMap(
            media ->
                description.examples(media).stream()
                    .distinct()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                name(media) + " " + example.hashCode(),
                                () -> survives(name(media), example))));
  }

  private void survives(String schema, JsonNode example) throws Exception {
    Type type = Class.forName("dev.zoomkit.model." + schema);
    JsonAdapter<Object> adapter = moshi.adapter(type);

    Object model = adapter.fromJson(example.toString());

    JsonNode written = json.readTree(adapter.toJson(model));
    assertThat(example.equals(ExamplesTest::byValue, written))
        .as("%s became %s", example, written)
        .isTrue();
    Object copy = model.getClass().getMethod("toBuilder").invoke(model);
    assertThat(copy.getClass().getMethod("build").invoke(copy)).isEqualTo(model);
  }

  /** As {@code equals}, but 0 and 0.0 are one number. */
  private static int byValue(JsonNode a, JsonNode b) {
    return a.isNumber() && b.isNumber()
        ? a.decimalValue().compareTo(b.decimalValue())
        : a.equals(b) ? 0 : 1;
  }

  private static String name(JsonNode media) {
    String reference = media.at("/schema/$ref").textValue();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
