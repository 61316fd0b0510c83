package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.RunningOnce;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is created in a sub-account is there, and in no other account. */
class WorldsTest extends RunningOnce {
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
  void whatIsCreatedInASubAccountIsNotInTheOthers(DescribedOperation creation) {
    Client client = new Client(zoom);
    DescribedOperation list = list(creation).orElseThrow();
    String there = Client.path(list, list.path(), zoom.example("accountId"));
    String own = Client.path(list, list.path(), "me");
    String other = Client.path(list, list.path(), newAccount(client));
    empty(client, creation, there);
    JsonNode before = client.get(there).json();
    JsonNode inTheOwn = client.get(own).json();
    String inTheOther = client.get(other).body();

    Response created = client.post(there, creation.request().example().toString());

    assertThat(created.status()).as(created.body()).isEqualTo(creation.success());
    assertThat(client.get(there).json()).as("the list of the account itself").isNotEqualTo(before);
    assertThat(client.get(own).json()).isEqualTo(inTheOwn);
    assertThat(client.get(other).body()).isEqualTo(inTheOther);
  }

  /** A second sub-account, with users of the same ids as in the description's examples. */
  private static String newAccount(Client client) {
    ObjectNode owner = Json.object().put("first_name", "Jill").put("last_name", "Chen");
    owner.put("email", "owner@bakery.example").put("password", "Rolls-4-Breakfast");
    return client.post("accounts", owner.toString()).json().path("id").asText();
  }

  /** Takes away what the examples have in a list already, and what a creation would only find. */
  private static void empty(Client client, DescribedOperation creation, String list) {
    for (DescribedOperation deletion : DESCRIPTION.operations()) {
      if (deletion.method().equals("DELETE") && deletion.path().equals(creation.path())) {
        client.delete(list);
      } else if (deletion.method().equals("DELETE")
          && deletion.path().matches("\\Q" + creation.path() + "\\E/\\{\\w+}")) {
        client.get(list).json().forEach(items -> items.forEach(item -> delete(client, list, item)));
      }
    }
  }

  private static void delete(Client client, String list, JsonNode item) {
    for (String name : new String[] {"id", "email"}) {
      if (item.has(name)) {
        client.delete(list + "/" + Client.encoded(item.path(name).asText()));
      }
    }
  }
}
