package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations of somebody's own, beside the description's. */
class OverlayTest {
  private static final String SHELF =
      """
      overlay: 1.1.0
      info: {title: Acme, version: '1'}
      actions:
        - target: $.paths
          update:
            /accounts/{accountId}/shelf:
              get:
                operationId: getShelf
                tags: [Shelves]
                x-zoom-scopes:
                  master: {classic: ['shelf:master'], granular: []}
                  own: {classic: ['shelf:read'], granular: []}
                parameters: [$ref: '#/components/parameters/AccountId']
                responses: {'204': {description: It is there.}}
      """;

  @TempDir private Path folder;

  @Test
  void theyAreServedAndShownAndTheirScopesAreKnown() throws IOException {
    Path file = Files.writeString(folder.resolve("acme.yaml"), SHELF);
    try (MockZoom mock =
        MockZoom.builder().overlay(file).scopes("shelf:read", "user:read").adminApi().start()) {
      String token = mock.appToken();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(mock.apiBase().resolve("shelf"))
              .header("Authorization", "Bearer " + token);

      assertThat(Client.send(request).status()).isEqualTo(204);
      assertThat(mock.requests("getShelf")).hasSize(1);
      assertThat(
              Client.send(HttpRequest.newBuilder(mock.apiBase().resolve("/docs/zoom.json"))).body())
          .contains("getShelf", "listUsers");
    }
  }

  /** No example says what an id is like, but the schema does. */
  @Test
  void whatIsCreatedWithoutAnExampleHasAnIdOfItsType() {
    Path sample = Path.of("../plugin-user/src/it/overlay/acme.overlay.yaml");
    try (MockZoom mock = MockZoom.builder().overlay(sample).start()) {
      Client client = new Client(mock);
      String notices = "users/" + mock.example("userId") + "/notices";
      JsonNode first = client.post(notices, "{\"text\": \"Closed\"}").json();
      JsonNode second = client.post(notices, "{\"text\": \"Open\"}").json();

      assertThat(first.path("id").isTextual()).as(first.toString()).isTrue();
      assertThat(first.path("id")).isNotEqualTo(second.path("id"));
      assertThat(client.get(notices).json().path("notices")).containsExactly(first, second);
    }
  }

  @Test
  void anOverlayThatDoesNotFitIsRefused() throws IOException {
    Path file =
        Files.writeString(folder.resolve("acme.yaml"), SHELF.replace("getShelf", "listUsers"));

    assertThatThrownBy(() -> MockZoom.builder().overlay(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The mock cannot take this overlay: "
                + file
                + ": the operationId listUsers is taken: dev/zoomkit/spec/zoom.json has listUsers"
                + " at GET /accounts/{accountId}/users.");
  }
}
