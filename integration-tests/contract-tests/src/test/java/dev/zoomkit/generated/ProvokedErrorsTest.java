package dev.zoomkit.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.contract.BundledDescription;
import dev.zoomkit.contract.Operation;
import dev.zoomkit.generated.Wire.Received;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How many of the documented errors a request provokes by itself, without anybody asking the mock
 * for them: unknown things, invalid values, tokens that do not suffice, calls repeated, and the
 * {@link Situations} that the errors' rows name. It prints what is left, by wording.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvokedErrorsTest {
  private static final int AT_LEAST = 720;
  private static final int GENERATED = Boolean.getBoolean("zoomkit.soak") ? 200 : 10;

  /** The code of rows that leave it open. */
  private static final int ANY = -1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BundledDescription description = BundledDescription.load();
  private final Requests requests = new Requests(description);
  @AutoClose private final MockZoom mock = MockZoom.start();
  private final Situations situations = new Situations(mock, requests, description);
  private final Set<String> seen = new HashSet<>();
  private final Random random = new Random(20261129);

  @BeforeAll
  void provoke() throws IOException {
    for (Operation operation : description.operations()) {
      mock.reset();
      String user = mock.userToken("jill@example.com", "user:read");
      String expired = mock.appToken();
      mock.clock().advance(Duration.ofHours(2));
      String all = mock.appToken();
      for (String token : List.of(user, expired)) {
        send(operation, requests.example(operation), token);
      }
      GeneratedRequest example = requests.example(operation);
      for (String name : example.path().keySet()) {
        for (String unknown : List.of("9", "nobody@acme.example", "nothing", "98520143677")) {
          send(operation, example.withPath(name, unknown), all);
        }
      }
      send(operation, example, all);
      send(operation, example, all);
      if (Requests.uploads(operation)) {
        send(operation, requests.withFile(example, ""), all);
      }
      for (int i = 0; i < GENERATED; i++) {
        send(operation, requests.next(operation, random), all);
      }
      situations.each(operation, (token, request) -> send(operation, request, token));
    }
  }

  private void send(Operation operation, GeneratedRequest request, String token)
      throws IOException {
    try (Wire wire = new Wire(mock.apiBase(), token)) {
      Received received = wire.send(request);
      if (received.status() >= 400 || received.body().contains("\"code\"")) {
        JsonNode json = MAPPER.readTree(received.body());
        seen.add(key(operation, received.status(), json.path("code").asInt()));
        seen.add(key(operation, received.status(), ANY));
      }
    }
  }

  private static String key(Operation operation, int status, int code) {
    return operation.id() + " " + status + " " + code;
  }

  @Test
  void noFewerThanBefore() {
    Map<String, int[]> byTag = new TreeMap<>();
    Map<String, Set<String>> left = new TreeMap<>();
    int provoked = 0;
    for (Operation operation : description.operations()) {
      for (JsonNode row : operation.node().path("x-zoom-errors")) {
        int status = row.path("status").asInt();
        int[] counts = byTag.computeIfAbsent(operation.category(), tag -> new int[2]);
        counts[1]++;
        if (seen.contains(key(operation, status, row.path("code").asInt(ANY)))) {
          counts[0]++;
          provoked++;
        } else {
          left.computeIfAbsent(row.path("meaning").asText(), words -> new TreeSet<>())
              .add(operation.id());
        }
      }
    }
    byTag.forEach(
        (tag, counts) -> System.out.printf("%-24s %d of %d%n", tag, counts[0], counts[1]));
    System.out.println("provoked: " + provoked + " documented errors; not provoked:");
    left.entrySet().stream()
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .forEach(entry -> System.out.println("  " + entry.getKey() + " " + entry.getValue()));
    assertThat(provoked).isGreaterThanOrEqualTo(AT_LEAST);
  }
}
