package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.ZoomClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever a GET returns and a PATCH or PUT on its path takes is read, changed, and set back with
 * {@code toRequest()}. The description says which operations these are, and what the request has to
 * be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingBackTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UPDATES = Set.of("PATCH", "PUT");

  @AutoClose private final Sandbox sandbox = new Sandbox();
  private final BundledDescription description = sandbox.description;

  /** Two operations of a path. */
  private record Pair(Operation get, Operation update) {}

  private List<Pair> pairs() {
    return description.operations().stream()
        .filter(each -> UPDATES.contains(each.method()))
        .filter(each -> description.requestSchema(each).has("$ref"))
        .flatMap(
            each ->
                description.on(each.masterPath(), "GET").stream()
                    .filter(get -> description.responseSchema(get).has("$ref"))
                    .map(get -> new Pair(get, each)))
        .toList();
  }

  @Test
  void thereAreSome() {
    assertThat(pairs()).hasSizeGreaterThan(25);
  }

  @TestFactory
  Stream<DynamicTest> goesBack() {
    return pairs().stream()
        .flatMap(
            pair ->
                sandbox.accounts(pair.get()).stream()
                    .map(
                        account ->
                            DynamicTest.dynamicTest(
                                pair.get().id() + ", " + account, () -> goesBack(pair, account))));
  }

  private void goesBack(Pair pair, String account) throws Exception {
    sandbox.reset();
    Object read = sandbox.call(pair.get(), account, false);
    sandbox.call(pair.update(), account, false);
    Object request = read.getClass().getMethod("toRequest").invoke(read);
    try (ZoomClient zoom = sandbox.newClient()) {
      zoom.execute(sandbox.calls.call(zoom, pair.update(), account, false, request));
    }
    sandbox.call(pair.get(), account, false);

    List<Exchange> exchanges = sandbox.recorder.drain();
    assertThat(exchanges)
        .hasSize(4)
        .allSatisfy(exchange -> assertThat(sandbox.check.check(exchange)).isEmpty());
    JsonNode wanted = settable(pair, exchanges.get(0).response());
    assertThat(JSON.readTree(exchanges.get(2).request())).isEqualTo(wanted).isNotEmpty();
    assertThat(common(wanted, settable(pair, exchanges.get(3).response()))).isEqualTo(wanted);
  }

  private JsonNode settable(Pair pair, byte[] response) throws IOException {
    return settable(
        description.responseSchema(pair.get()),
        description.requestSchema(pair.update()),
        JSON.readTree(response));
  }

  /** Without the fields that only the other change has set. */
  private static JsonNode common(JsonNode wanted, JsonNode after) {
    if (!wanted.isObject() || !after.isObject()) {
      return after;
    }
    ObjectNode part = JSON.createObjectNode();
    after
        .properties()
        .forEach(
            field -> {
              JsonNode sent = wanted.get(field.getKey());
              if (sent != null) {
                part.set(field.getKey(), common(sent, field.getValue()));
              }
            });
    return part;
  }

  /** The part of what was read that the request has, and that is not read-only. */
  private JsonNode settable(JsonNode response, JsonNode request, JsonNode read) {
    if (read.isArray()) {
      ArrayNode items = JSON.createArrayNode();
      read.forEach(
          item ->
              items.add(settable(description.items(response), description.items(request), item)));
      return items;
    }
    Map<String, JsonNode> readable = description.properties(response);
    Map<String, JsonNode> writable = description.properties(request);
    if (!read.isObject() || writable.isEmpty()) {
      return read;
    }
    ObjectNode part = JSON.createObjectNode();
    read.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              boolean readOnly = readable.get(name).path("readOnly").asBoolean();
              if (writable.containsKey(name) && !readOnly) {
                part.set(name, settable(readable.get(name), writable.get(name), field.getValue()));
              }
            });
    return part;
  }
}
