package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each dimension of the coverage notices what it is for, and a planted gap in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest {

  @AutoClose private final Sandbox sandbox = new Sandbox();
  private final RawRequests requests = sandbox.requests;

  @BeforeEach
  void startAfresh() {
    sandbox.reset();
  }

  @Test
  void operationThatNobodyCalls() throws IOException {
    Coverage coverage = coverage(sandbox.description, requests.needed(operation("getWebinar")));

    assertThat(coverage.operations.missing())
        .hasSize(coverage.operations.expected() - 1)
        .doesNotContain("getWebinar 200")
        .contains("listWebinars 200");
    assertThat(coverage.operations.isEnough()).isFalse();
  }

  @Test
  void parameterThatNobodySends() throws IOException {
    Operation list = operation("listMeetings");
    Coverage needed = coverage(sandbox.description, requests.needed(list));
    Coverage scheduled =
        coverage(sandbox.description, requests.needed(list).withQuery("type", "scheduled"));

    assertThat(needed.parameters.missing(list)).contains("type", "type=scheduled", "page_size");
    assertThat(scheduled.parameters.missing(list))
        .contains("type=live", "page_size")
        .doesNotContain("type", "type=scheduled");
  }

  @Test
  void exampleThatIsNotSentAndOneThatIsNotValid() throws IOException {
    Operation create = operation("createWebinar");
    RawRequest request = requests.needed(create);
    BundledDescription planted =
        sandbox.description.with(
            root -> {
              root.at("/components/examples").forEach(each -> spoil(each.path("value")));
              return root;
            });

    assertThat(coverage(sandbox.description, request).examples.missing(create))
        .noneMatch(item -> item.startsWith("request"))
        .noneMatch(item -> item.startsWith("response"));
    assertThat(coverage(planted, request).examples.missing(create))
        .anyMatch(item -> item.startsWith("request"))
        .anyMatch(item -> item.startsWith("response"));
  }

  private static void spoil(JsonNode example) {
    if (example instanceof ObjectNode object && object.has("topic")) {
      object.put("topic", 7);
    }
  }

  @Test
  void responseWithAnotherCode() throws IOException {
    Operation get = operation("getWebinar");
    sandbox.mock.on("getWebinar").next().respond(404, 4711);
    Coverage wrong = coverage(sandbox.description, requests.needed(get));
    sandbox.mock.on("getWebinar").next().respond(404, 3001);
    Coverage right = coverage(sandbox.description, requests.needed(get));

    assertThat(wrong.responses.missing(get)).contains("404 3001");
    assertThat(right.responses.missing(get)).doesNotContain("404 3001").contains("200");
  }

  @Test
  void fieldThatTheMockDoesNotShow() throws IOException {
    Operation get = operation("getWebinar");
    Coverage whole = coverage(sandbox.description, requests.needed(get));
    sandbox.mock.filterResponses(
        (id, response) ->
            response.withBody(response.body().replaceAll("\"topic\":\"[^\"]*\",", "")));
    Coverage part = coverage(sandbox.description, requests.needed(get));

    assertThat(whole.fields.missing(get)).doesNotContain("/topic");
    assertThat(part.fields.missing(get)).contains("/topic");
  }

  private Operation operation(String id) {
    return sandbox.description.operation(id);
  }

  private Coverage coverage(BundledDescription description, RawRequest request) throws IOException {
    Coverage coverage = new Coverage(description, description.operations());
    Exchange exchange = sandbox.raw().exchange(request);
    Operation described = description.find(exchange.method(), exchange.path()).orElseThrow();
    coverage.add(described, exchange, List.of(), false);
    return coverage;
  }
}
