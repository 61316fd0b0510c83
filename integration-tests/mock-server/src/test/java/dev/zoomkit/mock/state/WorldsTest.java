package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.description.ApiDescription;
import dev.zoomkit.mock.description.DescribedOperation;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is created in a sub-account is not in the own account. */
class WorldsTest {
  private static final ApiDescription DESCRIPTION = ApiDescription.onClassPath();
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

  /** What creates something in an account that a list of the same path shows. */
  static Stream<DescribedOperation> creations() {
    return DESCRIPTION.operations().stream()
        .filter(operation -> operation.method().equals("POST"))
        .filter(operation -> operation.path().startsWith("/accounts/{accountId}/"))
        .filter(operation -> operation.request() != null && !operation.request().isMultipart())
        .filter(operation -> list(operation).isPresent());
  }

  private static Optional<DescribedOperation> list(DescribedOperation creation) {
    return DESCRIPTION.operations().stream()
        .filter(operation -> operation.method().equals("GET") && operation.isMarkedAsList())
        .filter(operation -> operation.path().equals(creation.path()))
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("creations")
  void whatIsCreatedInASubAccountIsNotInTheOwnOne(DescribedOperation creation) {
    Client client = new Client(zoom);
    DescribedOperation list = list(creation).orElseThrow();
    String there = Client.path(list, list.path(), zoom.example("accountId"));
    String own = Client.path(list, list.path(), "me");
    JsonNode before = client.get(own).json();

    Response created = client.post(there, creation.request().example().toString());

    assertThat(created.status()).as(created.body()).isEqualTo(creation.success());
    assertThat(client.get(own).json()).isEqualTo(before);
  }
}
