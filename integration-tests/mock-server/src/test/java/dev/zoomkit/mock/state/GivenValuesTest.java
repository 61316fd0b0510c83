package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test gives is what it reads back: the mock makes up only what nobody gave. */
class GivenValuesTest extends Running {

  static List<String> addresses() {
    return List.of(
        "jill@bakery.example",
        "jill@bakery.test",
        "jill@bakery.invalid",
        "jill@localhost",
        "jill@mail.localhost",
        "jill.o'hara+bread@eu.bakery.example",
        "jill@bakery.zoomkit",
        "jörg@bäckerei.example");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aUserKeepsTheirAddress(String address) {
    String id = zoom.addUser(address);
    assertThat(client.get("users/" + id).json().path("email").asText()).isEqualTo(address);
    assertThat(texts(client.get("users").json().path("users"), "email")).contains(address);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aBodyMayNameAnyAddress(String address) {
    Response created =
        client.post(
            "users",
            Json.object()
                .put("action", "create")
                .set("user_info", Json.object().put("email", address).put("type", 1))
                .toString());
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    assertThat(created.json().path("email").asText()).isEqualTo(address);
    ObjectNode person = Json.object().put("email", address).put("first_name", "J");
    Response registered = client.post(webinar + "/registrants", person.toString());
    assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    assertThat(texts(client.get(webinar + "/registrants").json().path("registrants"), "email"))
        .contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jill", "jill@", "@bakery.example", "jill chen@bakery.example", "a@b@c"})
  void whatIsNoAddressIsRefused(String text) {
    String body = Json.object().put("email", text).put("first_name", "J").toString();
    assertRefusesField(client.post(webinar + "/registrants", body), "email");
  }

  @Test
  void anAddressThatAnExampleHasIsKeptAsWell() {
    String person = "{\"email\": \"jill@example.com\", \"first_name\": \"Jill\"}";
    String other = zoom.addUser("thomas@bakery.example");
    String path =
        "meetings/"
            + client
                .post(
                    "users/" + other + "/meetings",
                    "{\"topic\": \"Sync\", \"type\": 2, \"settings\": {\"approval_type\": 0}}")
                .json()
                .path("id")
                .asText();
    assertThat(client.post(path + "/registrants", person).status()).isEqualTo(201);
    assertThat(texts(client.get(path + "/registrants").json().path("registrants"), "email"))
        .containsExactly("jill@example.com");
  }

  static Stream<DescribedOperation> creating() {
    return ApiDescription.onClassPath().operations().stream()
        .filter(operation -> operation.method().equals("POST"))
        .filter(operation -> operation.request() != null && !operation.request().isMultipart());
  }

  @ParameterizedTest
  @MethodSource("creating")
  void whatACreatingCallGivesIsShown(DescribedOperation operation) {
    ObjectNode body = (ObjectNode) operation.request().example().deepCopy();
    Map<String, String> given = new LinkedHashMap<>();
    give(operation.request().schema(), body, given);
    String path = Client.path(operation, operation.path(), "me");
    Response response = client.send("POST", path, body.toString());
    assertThat(response.status()).as(response.body()).isLessThan(500);
    if (response.status() < 300 && !response.body().isEmpty()) {
      assertShows(response, given);
      Response item = client.get(path + "/" + response.json().path("id").asText());
      if (item.status() == 200) {
        assertShows(item, given);
      }
    }
  }

  /** Puts a text of its own into each property that takes any text. */
  private static void give(MergedSchema schema, ObjectNode body, Map<String, String> given) {
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      if (body.path(name) instanceof ObjectNode inner) {
        give(property, inner, given);
      } else if (body.path(name).isTextual()) {
        String value = "given" + given.size() + (name.contains("email") ? "@a.test" : "");
        boolean free = property.format() == null || property.format().equals("email");
        if (free && property.values().isEmpty() && property.accepts(TextNode.valueOf(value))) {
          body.put(name, value);
          given.put(name, value);
        }
      }
    }
  }

  private static void assertShows(Response response, Map<String, String> given) {
    given.forEach(
        (name, value) -> {
          JsonNode shown = response.json().path(name);
          if (shown.isTextual()) {
            assertThat(shown.asText()).as("%s in %s", name, response.body()).isEqualTo(value);
          }
        });
  }
}
