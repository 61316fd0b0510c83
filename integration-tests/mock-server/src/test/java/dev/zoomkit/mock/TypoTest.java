package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that nobody knows fails the test that uses it, and says which one is near. */
class TypoTest extends Running {

  private static void assertRefused(ThrowingCallable typo, String... words) {
    assertThatThrownBy(typo)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void inTheNameOfAnOperation() {
    String nearest = "There is no operation \"listWebinarz\"; the nearest is listWebinars.";
    MockResponse response = MockResponse.empty(204);
    assertRefused(() -> zoom.requests("listWebinarz"), nearest);
    assertRefused(() -> zoom.on("listWebinarz").next().respond(404, 3001), nearest);
    assertRefused(() -> zoom.on("listWebinarz").next().respond(response), nearest);
    assertRefused(() -> zoom.on("listWebinarz").next().change(same -> same), nearest);
    assertRefused(() -> zoom.seed("listWebinarz", "{}", 1), nearest);
    assertThat(zoom.requests(MockZoom.TOKEN_OPERATION)).isEmpty();
  }

  @Test
  void inTheNameOfAParameter() {
    assertRefused(() -> zoom.example("webinarID"), "webinarID", "nearest is webinarId");
    assertRefused(
        () -> zoom.seed("createWebinar", Map.of("user_id", "x"), "{}", 1),
        "createWebinar",
        "user_id",
        "nearest is userId");
  }

  @Test
  void inAFieldOfASeed() {
    assertRefused(
        () -> zoom.seed("createWebinar", "{\"topick\": \"Launch\"}", 1),
        "There is no field \"topick\"; the nearest is topic.");
    assertRefused(
        () -> zoom.seed("createWebinar", "{\"settings\": {\"audoi\": \"voip\"}}", 1),
        "There is no field of settings \"audoi\"; the nearest is audio.");
    assertRefused(
        () -> zoom.seed("createWebinar", "{\"tracking_fields\": [{\"feild\": \"x\"}]}", 1),
        "There is no field of tracking_fields \"feild\"; the nearest is field.");
    assertRefused(
        () -> zoom.seed("listWebinarAbsentees", "{\"emial\": \"a@b.test\"}", 1),
        "There is no field \"emial\"; the nearest is email.");
  }

  static Stream<DescribedOperation> seedable() {
    return ApiDescription.onClassPath().operations().stream()
        .filter(operation -> operation.method().equals("POST"))
        .filter(operation -> operation.request() != null && !operation.request().isMultipart());
  }

  @ParameterizedTest
  @MethodSource("seedable")
  void inAFieldOfAnySeedAndNowhereElse(DescribedOperation operation) {
    JsonNode example = operation.request().example();
    try {
      zoom.seed(operation.id(), example.toString(), 1);
    } catch (IllegalArgumentException refused) {
      assertThat(refused)
          .hasMessageMatching(".*neither creates nor lists.*|There is one already that goes by.*");
    }
    ObjectNode misspelt = ((ObjectNode) example.deepCopy()).put("zoomkitty", 1);
    if (!example.isEmpty()) {
      assertRefused(() -> zoom.seed(operation.id(), misspelt.toString(), 1), "field \"zoomkitty\"");
    }
  }

  @Test
  void inAValueOfARow() {
    assertRefused(
        () -> zoom.seed("listWebinarAbsentees", "{\"email\": 5}", 1),
        "listWebinarAbsentees",
        "email");
    assertRefused(() -> zoom.seed("createWebinar", "{}", 0), "at least once");
    assertRefused(() -> zoom.seed("createWebinar", "[]", 1), "object");
  }

  @Test
  void inAnIdThatIsThereAlready() {
    String seed = "{\"id\": 81234567890, \"topic\": \"Launch\"}";
    assertThat(zoom.seed("createWebinar", seed, 1)).containsExactly("81234567890");
    assertRefused(() -> zoom.seed("createWebinar", seed, 1), "81234567890");
    assertRefused(
        () -> zoom.seed("createGroup", "{\"name\": \"Twice\"}", 2), "createGroup", "Twice");
    assertThat(texts(client.get(host + "/webinars?page_size=300").json().path("webinars"), "id"))
        .containsOnlyOnce("81234567890");
  }

  @Test
  void aMemberWhoIsAddedAgainStaysOne() {
    String members = "groups/" + zoom.example("groupId") + "/members";
    String jill = "{\"members\": [{\"id\": \"" + zoom.example("userId") + "\"}]}";
    client.post(members, jill);
    client.post(members, jill);
    assertThat(texts(client.get(members).json().path("members"), "id"))
        .containsOnlyOnce(zoom.example("userId"));
  }

  @Test
  void inAScopeOrAUser() {
    assertRefused(
        () -> MockZoom.builder().scopes("webinar:raed:admin").start(),
        "There is no scope \"webinar:raed:admin\"; the nearest is webinar:read:admin.");
    assertRefused(() -> zoom.userToken("jill@example.com", "webinar:raed"), "webinar:read");
    assertRefused(() -> zoom.assume(Set.of("no payed plan")), "no paid plan");
    assertRefused(() -> zoom.userToken("jil@example.com", "webinar:read"), "jil@example.com");
    assertRefused(() -> zoom.addUser("jill"), "jill");
    assertRefused(() -> zoom.addUser("jill@example.com"), "jill@example.com");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void inAPort(int port) {
    assertRefused(() -> MockZoom.builder().port(port), "65535", Integer.toString(port));
  }

  @Test
  void inAnAnswer() {
    MockResponse response = MockResponse.error(404, 3001, "Gone.");
    assertRefused(() -> response.withoutHeader("Content-Typ"), "nearest is Content-Type");
    assertThatThrownBy(() -> response.withoutHeader("Retry-After"))
        .hasMessage("There is no header \"Retry-After\"; what there is: Content-Type.");
    assertRefused(() -> response.withHeader("Retry After", "1"), "Retry After");
    assertRefused(() -> response.withHeader("Retry-After", "1\r\nX: y"), "Retry-After");
    assertRefused(() -> response.withStatus(42), "42");
    assertRefused(() -> zoom.on("getWebinar").next().respond(4040, 3001), "4040");
  }
}
