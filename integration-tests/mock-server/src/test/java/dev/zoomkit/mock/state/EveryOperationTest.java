package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.RunningOnce;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation of the description with the description's own examples, and holds the
 * response against it.
 */
class EveryOperationTest extends RunningOnce {
  @BeforeEach
  void reset() {
    zoom.reset();
  }

  static Stream<DescribedOperation> ownOperations() {
    return operations().filter(operation -> operation.ownPath() != null);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void succeedsForTheSubAccountOfTheExamples(DescribedOperation operation) {
    assertIsAsDescribed(
        operation,
        call(operation, Client.path(operation, operation.path(), zoom.example("accountId"))));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void succeedsForMe(DescribedOperation operation) {
    assertIsAsDescribed(operation, call(operation, Client.path(operation, operation.path(), "me")));
  }

  @ParameterizedTest
  @MethodSource("ownOperations")
  void succeedsOnTheOwnPath(DescribedOperation operation) {
    assertIsAsDescribed(
        operation, call(operation, Client.path(operation, operation.ownPath(), "")));
  }

  private static void assertIsAsDescribed(DescribedOperation operation, Response response) {
    assertThat(response.status()).as("%s", response.body()).isEqualTo(operation.success());
    assertThat(response.header("x-zm-trackingid")).startsWith("WEB_");
    assertThat(response.header("X-RateLimit-Category")).isEqualTo(operation.rateCategory());
    if (operation.response() != null) {
      assertThat(response.header("Content-Type")).startsWith("application/json");
      assertThat(DESCRIPTION.problems(operation.response().schema().pointer(), response.json()))
          .as("%s", response.body())
          .isEmpty();
    } else if (operation.binaryResponse() == null) {
      assertThat(response.body()).isEmpty();
      assertThat(response.response().headers().map()).doesNotContainKey("content-type");
    }
  }

  private static Response call(DescribedOperation operation, String path) {
    Client client = new Client(zoom);
    if (operation.errors().stream().anyMatch(row -> row.when().contains("base plan"))) {
      client.patch(
          path.replaceFirst("(accounts/[^/]+).*", "$1") + "/plans/base/status",
          "{\"action\": \"cancel\"}");
    }
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery() && parameter.required()) {
        query.add(parameter.name() + "=" + Client.encoded(parameter.example()));
      }
    }
    String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
    Content request = operation.request();
    if (request == null) {
      return client.send(operation.method(), target, null);
    }
    if (request.isMultipart()) {
      String field =
          request.schema().names().stream()
              .filter(name -> "binary".equals(request.schema().property(name).format()))
              .findFirst()
              .orElseThrow();
      String type =
          request
              .schema()
              .property(field)
              .key("x-zoom-file")
              .path("types")
              .path(0)
              .asText("image/png");
      return client.upload(target, field, "sky.png", type, new byte[] {1, 2, 3});
    }
    return client.send(operation.method(), target, request.example().toString());
  }
}
