package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client.Answer;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Description;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation of the description with the description's own examples, and holds the
 * answer against it.
 */
class EveryOperationTest {
  private static final Description DESCRIPTION = Description.onClassPath();
  private static MockZoom zoom;

  @BeforeAll
  static void start() {
    zoom = MockZoom.start();
  }

  @AfterAll
  static void stop() {
    zoom.close();
  }

  @BeforeEach
  void reset() {
    zoom.reset();
  }

  static Stream<Operation> operations() {
    return DESCRIPTION.operations().stream();
  }

  static Stream<Operation> ownOperations() {
    return operations().filter(operation -> operation.ownPath() != null);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void succeedsForTheSubAccountOfTheExamples(Operation operation) {
    assertIsAsDescribed(
        operation, call(operation, path(operation, operation.path(), zoom.example("accountId"))));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void succeedsForMe(Operation operation) {
    assertIsAsDescribed(operation, call(operation, path(operation, operation.path(), "me")));
  }

  @ParameterizedTest
  @MethodSource("ownOperations")
  void succeedsOnTheOwnPath(Operation operation) {
    assertIsAsDescribed(operation, call(operation, path(operation, operation.ownPath(), "")));
  }

  private static void assertIsAsDescribed(Operation operation, Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(operation.success());
    assertThat(answer.header("x-zm-trackingid")).startsWith("WEB_");
    assertThat(answer.header("X-RateLimit-Category")).isEqualTo(operation.rateCategory());
    if (operation.answer() != null) {
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(DESCRIPTION.problems(operation.answer().shape().pointer(), answer.json()))
          .as("%s", answer.body())
          .isEmpty();
    } else if (operation.binaryAnswer() == null) {
      assertThat(answer.body()).isEmpty();
      assertThat(answer.response().headers().map()).doesNotContainKey("content-type");
    }
  }

  private static Answer call(Operation operation, String path) {
    Client client = new Client(zoom);
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery() && parameter.required()) {
        query.add(parameter.name() + "=" + encoded(parameter.example()));
      }
    }
    String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
    Content request = operation.request();
    if (request == null) {
      return client.send(operation.method(), target, null);
    }
    if (request.isMultipart()) {
      String field =
          request.shape().names().stream()
              .filter(name -> "binary".equals(request.shape().property(name).format()))
              .findFirst()
              .orElseThrow();
      String type =
          request
              .shape()
              .property(field)
              .key("x-zoom-file")
              .path("types")
              .path(0)
              .asText("image/png");
      return client.upload(target, field, "sky.png", type, new byte[] {1, 2, 3});
    }
    return client.send(operation.method(), target, request.example().toString());
  }

  static String path(Operation operation, String template, String accountId) {
    String path = template;
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        boolean account = parameter.name().equals("accountId");
        path =
            path.replace(
                "{" + parameter.name() + "}", account ? accountId : encoded(parameter.example()));
      }
    }
    return path;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
