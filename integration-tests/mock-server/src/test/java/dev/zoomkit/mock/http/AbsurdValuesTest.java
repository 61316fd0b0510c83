package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.RunningOnce;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every operation in turn is absurd, and each time the mock responds as Zoom. */
class AbsurdValuesTest extends RunningOnce {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "\u0000",
          "-1",
          "0",
          "2147483648",
          "9223372036854775808",
          "1e999",
          "2026-02-30",
          "2026-13-01T25:61:61Z",
          "0000-00-00",
          "[]",
          "\ud83c\udf5e",
          "a,b,,c",
          "x".repeat(3000));
  private static final List<String> JSONS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "32",
          "1e999",
          "9223372036854775808",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "\"\"",
          "\"x\"",
          "\"a,b\"",
          "\"9\"",
          "\"2026-02-30\"",
          "\"2026-02-30T10:00:00Z\"",
          "\"\\u0000\\ud800\"");

  @ParameterizedTest
  @MethodSource("operations")
  void inTheQuery(DescribedOperation operation) {
    String path = Client.path(operation, operation.path(), "me");
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery()) {
        for (String text : TEXTS) {
          String value = URLEncoder.encode(text, StandardCharsets.UTF_8);
          assertResponds(operation, path + "?" + parameter.name() + "=" + value, null);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void inTheBody(DescribedOperation operation) {
    if (operation.request() == null || operation.request().isMultipart()) {
      return;
    }
    zoom.reset();
    String path = Client.path(operation, operation.path(), "me");
    JsonNode example = operation.request().example();
    List<Consumer<JsonNode>> locations = new ArrayList<>();
    locations(example.deepCopy(), locations);
    int n = operation.id().length();
    for (int place = 0; place < locations.size(); place++) {
      for (int times = 0; times < 5; times++) {
        JsonNode body = example.deepCopy();
        List<Consumer<JsonNode>> here = new ArrayList<>();
        locations(body, here);
        here.get(place).accept(Json.parse(JSONS.get(n++ % JSONS.size())));
        assertResponds(operation, path, body.toString());
      }
    }
  }

  @Test
  void jsonThatNestsWithoutEnd() {
    DescribedOperation create = DESCRIPTION.operation("createWebinar");
    String path = Client.path(create, create.path(), "me");
    for (int depth : new int[] {50, 400, 998, 100_000}) {
      assertResponds(create, path, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
      assertResponds(create, path, "{\"settings\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }
  }

  /** Each place of a value in a tree, as what puts another value there. */
  private static void locations(JsonNode node, List<Consumer<JsonNode>> locations) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                locations.add(value -> object.set(field.getKey(), value));
                locations(field.getValue(), locations);
              });
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      locations.add(value -> array.set(0, value));
      locations(array.get(0), locations);
    }
  }

  private static void assertResponds(DescribedOperation operation, String path, String body) {
    Response response = new Client(zoom).send(operation.method(), path, body);
    String what = operation + " " + path + " " + body + ": " + response.body();
    assertThat(response.status()).as(what).isNotEqualTo(500);
    assertThat(response.header("x-zm-trackingid")).as(what).isNotEmpty();
    if (response.status() >= 400) {
      assertThat(response.json().path("code").isInt()).as(what).isTrue();
      assertThat(response.json().path("message").asText()).as(what).isNotBlank();
    }
  }
}
