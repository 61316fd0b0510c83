package dev.zoomkit.generated;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.contract.BundledDescription;
import dev.zoomkit.contract.Operation;
import dev.zoomkit.generated.Wire.Received;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Requests that are generated for every operation: the mock refuses those, and only those, that
 * break the description, in Zoom's shape and in time. A valid request may meet a rule about what
 * exists: such a refusal has a status and code that operations of its tag document or is a 404, and
 * blames no field but for naming what is not there. With {@code -Dzoomkit.soak=true} ten times as
 * many requests.
 */
class GeneratedRequestsTest {
  private static final int VERIFY_ROUNDS = 20;
  private static final int SOAK_ROUNDS = 10 * VERIFY_ROUNDS;
  private static final String SEED = "20261129";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final BundledDescription DESCRIPTION = BundledDescription.load();
  private static final MockZoom MOCK = MockZoom.builder().startAt(Situations.START).start();
  private static final Map<String, Integer> FIGURES = new TreeMap<>();

  private final Requests requests = new Requests(DESCRIPTION);
  private final RequestJudge judge = new RequestJudge(DESCRIPTION);
  private final List<String> faults = new ArrayList<>();

  @Property(
      tries = SOAK_ROUNDS,
      seed = SEED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void isRefusedExactlyWhereItBreaksTheDescription(@ForAll Random random) throws IOException {
    if (!Boolean.getBoolean("zoomkit.soak") && rounds() >= VERIFY_ROUNDS) {
      return;
    }
    count("rounds");
    MOCK.reset();
    try (Wire wire = new Wire(MOCK.apiBase(), MOCK.appToken())) {
      for (Operation operation : DESCRIPTION.operations()) {
        send(requests.next(operation, random), wire);
      }
    }
    if (!faults.isEmpty()) {
      fail(String.join("\n\n", faults));
    }
  }

  private static int rounds() {
    return FIGURES.getOrDefault("rounds", 0);
  }

  @AfterContainer
  static void tell() {
    MOCK.close();
    System.out.println("generated requests: " + FIGURES);
  }

  private void send(GeneratedRequest request, Wire wire) {
    List<String> wrong = judge.faults(request);
    count("requests");
    count(wrong.isEmpty() ? "valid" : "invalid");
    String kind;
    String response;
    try {
      Received received = wire.send(request);
      kind = kind(request, wrong, received);
      response = received.status() + " " + received.body();
    } catch (IOException none) {
      kind = "no response";
      response = none.toString();
    }
    if (!kind.isEmpty()) {
      count(kind);
      faults.add(message(kind, request, wrong, response));
    }
  }

  /** All that it takes to make the request again: the seed and the round tell the values. */
  private static String message(
      String kind, GeneratedRequest request, List<String> wrong, String response) {
    return String.join(
        "\n  ",
        kind + ", seed " + SEED + ", round " + rounds() + ", request " + FIGURES.get("requests"),
        "operation:   " + request.operation().id(),
        "request:     " + request,
        "description: " + (wrong.isEmpty() ? "it is valid" : String.join("; ", wrong)),
        "response:    " + response.substring(0, Math.min(500, response.length())));
  }

  private static String kind(GeneratedRequest request, List<String> wrong, Received received) {
    int status = received.status();
    JsonNode json = json(received.body());
    if (status >= 500) {
      return "5xx";
    } else if (status >= 400 && !(json.path("code").isInt() && json.path("message").isTextual())) {
      return "not in Zoom's shape";
    } else if (received.body().length() > 100_000 && status >= 400) {
      return "an echo";
    } else if (status < 400) {
      return wrong.isEmpty() ? "" : "wrongly accepted";
    }
    return wrong.isEmpty() && !isByState(request, status, json) ? "wrongly refused" : "";
  }

  /**
   * By a code that operations of the tag document, or because of a reference to what is not there.
   */
  private static boolean isByState(GeneratedRequest request, int status, JsonNode json) {
    if (json.path("message").asText().contains("page token")) {
      return request.query().contains("next_page_token=");
    }
    if (json.has("errors")) {
      return json.path("errors").findValuesAsText("message").stream()
          .allMatch(message -> message.matches("(?s)There is no (?!such |time zone ).*"));
    }
    int code = json.path("code").asInt();
    return status == 404
        || DESCRIPTION.operations().stream()
            .filter(other -> other.category().equals(request.operation().category()))
            .flatMap(other -> other.node().path("x-zoom-errors").valueStream())
            .anyMatch(
                row ->
                    row.path("status").asInt() == status && row.path("code").asInt(status) == code);
  }

  private static JsonNode json(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException none) {
      return MissingNode.getInstance();
    }
  }

  private static void count(String what) {
    FIGURES.merge(what, 1, Integer::sum);
  }
}
