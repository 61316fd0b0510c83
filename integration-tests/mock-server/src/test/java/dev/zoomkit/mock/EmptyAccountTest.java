package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mock that begins with nothing that somebody has made. */
class EmptyAccountTest {

  @Test
  void anEmptyAccountHasAUserAndNothingThatAnybodyMade() {
    try (MockZoom mock = MockZoom.builder().empty().start()) {
      Client zoom = new Client(mock);
      String owner = "users/" + mock.example("userId");

      assertThat(zoom.get("users").json().path("users")).hasSize(1);
      assertThat(zoom.get(owner).status()).isEqualTo(200);
      assertThat(zoom.get("roles").json().path("roles")).isNotEmpty();
      for (Map.Entry<String, String> list :
          Map.of(
                  "accounts",
                  "accounts",
                  "groups",
                  "groups",
                  owner + "/webinars",
                  "webinars",
                  owner + "/meetings",
                  "meetings",
                  owner + "/assistants",
                  "assistants")
              .entrySet()) {
        assertThat(zoom.get(list.getKey()).json().path(list.getValue()))
            .as(list.getKey())
            .isEmpty();
      }
      assertThat(zoom.get("webinars/" + mock.example("webinarId")).status()).isEqualTo(404);
    }
  }

  @Test
  void isFilledLikeAnyOtherAndEmptyAgainAfterAReset() {
    try (MockZoom mock = MockZoom.builder().empty().start()) {
      Client zoom = new Client(mock);
      mock.addUser("jill@acme.example");
      String id = mock.seed("createWebinar", "{\"topic\": \"Town hall\"}", 1).get(0);
      assertThat(zoom.get("webinars/" + id).status()).isEqualTo(200);

      mock.reset();
      zoom = new Client(mock);
      assertThat(zoom.get("webinars/" + id).status()).isEqualTo(404);
      assertThat(zoom.get("users").json().path("users")).hasSize(1);
    }
  }

  @Test
  void noOperationStumblesOverWhatIsNotThere() {
    try (MockZoom mock = MockZoom.builder().empty().start()) {
      Client zoom = new Client(mock);
      for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
        if (operation.method().equals("GET")) {
          for (String account : List.of("me", mock.example("accountId"))) {
            Response response = zoom.get(Client.path(operation, operation.path(), account));
            assertThat(response.status()).as("%s: %s", operation, response.body()).isLessThan(500);
          }
        }
      }
    }
  }

  /** What the examples name besides the user and the account, a response names if asked for it. */
  @Test
  void nothingThatIsReadOrMadeNamesWhatIsNotThere() {
    Set<String> names = new HashSet<>();
    for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
      for (Parameter parameter : operation.parameters()) {
        if (parameter.inPath() && parameter.example().length() >= 6) {
          names.add(parameter.example());
        }
      }
    }
    List<String> strange = new ArrayList<>();
    for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
      Content request = operation.request();
      boolean makes = operation.method().equals("POST") && request != null;
      if (makes && !request.isMultipart() || operation.method().equals("GET")) {
        try (MockZoom mock = MockZoom.builder().empty().start()) {
          String path = Client.path(operation, operation.path(), "me");
          String body = makes ? request.example().toString() : null;
          Response response = new Client(mock).send(operation.method(), path, body);
          for (String name : response.status() < 300 ? names : Set.<String>of()) {
            boolean asked = (path + body + mock.example("userId")).contains(name);
            if (response.body().contains("\"" + name + "\"") && !asked) {
              strange.add(operation + ": " + name);
            }
          }
        }
      }
    }
    assertThat(strange).isEmpty();
  }
}
