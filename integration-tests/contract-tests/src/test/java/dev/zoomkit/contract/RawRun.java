package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.mock.MockResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Sends requests for operations without the client. */
final class RawRun {

  private final Sandbox sandbox;
  private final Tally tally;
  private final RawRequests requests;
  private final SampleValues samples;

  RawRun(Sandbox sandbox, Tally tally) {
    this.sandbox = sandbox;
    this.tally = tally;
    this.requests = sandbox.requests;
    this.samples = new SampleValues(sandbox.description);
  }

  /** Each example of the body with what is required and with all, for each account. */
  void successes(Operation operation) throws IOException {
    for (RawRequest request : List.of(requests.needed(operation), requests.everything(operation))) {
      Map<String, JsonNode> examples = sandbox.description.requestExamples(operation);
      for (JsonNode body : examples.isEmpty() ? List.of(request.body()) : examples.values()) {
        for (String account : sandbox.accounts(operation)) {
          RawRequest sent = request.withBody(body);
          boolean own = account.equals(Sandbox.OWN_ACCOUNT);
          succeed(own ? requests.forOwnAccount(sent) : sent, account);
        }
      }
    }
  }

  private void succeed(RawRequest request, String account) throws IOException {
    sandbox.resetFor(request.operation(), account);
    Exchange exchange = sandbox.raw().exchange(request);
    tally.check(request.operation(), exchange, false);
    if (!request.operation().success().equals("" + exchange.status())) {
      tally.add(
          new Finding(Rule.REFUSED, request.operation().id(), exchange + ": " + exchange.text()));
    }
  }

  /** The second page of a list, by the token that the first one has. */
  void nextPage(Operation operation) throws IOException {
    if (sandbox.description.parameter(operation, "next_page_token").isMissingNode()) {
      return;
    }
    sandbox.mock.reset();
    RawCalls calls = sandbox.raw();
    RawRequest first = requests.needed(operation).withQuery("page_size", "1");
    JsonNode page = RawCalls.json(calls.exchange(first).response());
    if (page.path("next_page_token").asText().isEmpty()) {
      if (operation.itemsOf(page).isEmpty()) {
        sandbox.sessionsOfTheDay(operation, sandbox.accounts(operation).get(0));
        tally.check(operation, calls.exchange(requests.needed(operation)), false);
        page = RawCalls.json(calls.exchange(first).response());
      }
      JsonNode row = operation.itemsOf(page).path(0);
      if (row.isMissingNode()) {
        row = operation.itemsOf(success(operation)).path(0);
      }
      sandbox.seed(first, row, 2);
      page = RawCalls.json(calls.exchange(first).response());
    }
    String token = page.path("next_page_token").asText();
    if (!token.isEmpty()) {
      tally.check(operation, calls.exchange(first.withQuery("next_page_token", token)), false);
    }
  }

  /**
   * Values that name what the mock does not have: the example of a page token, and each value of an
   * enumeration in the path. The mock is told to take them.
   */
  void unknownToMock(Operation operation) throws IOException {
    RawRequest request = requests.needed(operation);
    JsonNode token = sandbox.description.parameter(operation, "next_page_token");
    if (token.has("example")) {
      told(request.withQuery("next_page_token", token.get("example").asText()));
    }
    for (JsonNode parameter : sandbox.description.parameters(operation)) {
      String name = parameter.get("name").textValue();
      JsonNode values = sandbox.description.keyword(parameter.get("schema"), "enum");
      if (values != null && request.path().containsKey(name)) {
        for (JsonNode value : values) {
          told(request.withPath(name, value.asText()));
        }
      }
    }
  }

  /** What a success returns: its example, else all that its schema has; missing for nothing. */
  private JsonNode success(Operation operation) {
    JsonNode example = sandbox.description.responseExample(operation);
    JsonNode schema = sandbox.description.responseSchema(operation);
    return example.isMissingNode() && !schema.isMissingNode() ? samples.whole(schema) : example;
  }

  private void told(RawRequest request) throws IOException {
    Operation operation = request.operation();
    JsonNode example = success(operation);
    int status = Integer.parseInt(operation.success());
    sandbox.mock.reset();
    sandbox
        .mock
        .on(operation.id())
        .next()
        .respond(
            example.isMissingNode()
                ? MockResponse.empty(status)
                : MockResponse.json(status, example.toString()));
    tally.check(operation, sandbox.raw().exchange(request), true);
  }

  /** A response that the mock is told to refuse the request with. */
  void refusal(Operation operation, DocumentedError error) throws IOException {
    sandbox.mock.reset();
    sandbox.mock.on(operation.id()).next().respond(error.status(), error.code());
    tally.check(operation, sandbox.raw().exchange(requests.needed(operation)), true);
  }

  /** What nobody has to script: a token that is none, and ids of what does not exist. */
  void strangers(Operation operation) throws IOException {
    sandbox.mock.reset();
    RawCalls calls = sandbox.raw();
    RawRequest request = requests.needed(operation);
    tally.check(operation, calls.withToken("none").exchange(request), false);
    for (JsonNode parameter : sandbox.description.parameters(operation)) {
      String name = parameter.get("name").textValue();
      if (request.path().containsKey(name) && operation.statuses().contains("404")) {
        JsonNode value = AbsenceCheck.stranger(parameter.path("example"));
        RawRequest stranger = request.withPath(name, value.asText());
        if (sandbox.description.faults(parameter.get("schema"), value).isEmpty()) {
          tally.check(operation, calls.exchange(stranger), false);
        }
      }
    }
  }

  /** The alternatives of a response, which the mock is told to show one after the other. */
  void alternatives(Operation operation) throws IOException {
    JsonNode schema = sandbox.description.responseSchema(operation);
    JsonNode example = sandbox.description.responseExample(operation);
    for (Map.Entry<String, JsonNode> place :
        new SchemaWalk(sandbox.description).places(schema).entrySet()) {
      JsonNode alternatives = sandbox.description.keyword(place.getValue(), "oneOf");
      for (JsonNode each : alternatives == null ? List.<JsonNode>of() : alternatives) {
        JsonNode body = requests.put(schema, example, place.getKey(), samples.whole(each));
        sandbox.reset();
        sandbox
            .mock
            .on(operation.id())
            .next()
            .respond(MockResponse.json(Integer.parseInt(operation.success()), body.toString()));
        new ClientRun(sandbox, tally).scriptedSuccess(operation);
      }
    }
  }
}
