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
import java.util.ArrayList;
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
 * Each documented error is provoked by a request, without anybody asking the mock for it: by
 * unknown things, invalid values, tokens that do not suffice, calls repeated, and in {@link
 * Situations}; but for those of which the reason is here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvokedErrorsTest {
  private static final String NO_GROUP_NAMED =
      "Neither path nor query nor body of the call names a group that could be missing.";

  private static final String NO_ACCOUNT_NAMED =
      "The call is for the account of the token, and names no other that could be missing.";

  /** What nothing provokes but a script, with the reason. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "downloadInvoicePdf 400 2001", NO_ACCOUNT_NAMED,
          "getArchivedFileStatistics 400 2001", NO_ACCOUNT_NAMED,
          "createUser 404 4130", NO_GROUP_NAMED,
          "listGroups 404 4130", NO_GROUP_NAMED,
          "createImGroup 404 4130", NO_GROUP_NAMED,
          "listImGroups 404 4130", NO_GROUP_NAMED,
          "listWebinarTemplates 400 3000", "A call that lists gives nothing a name.");

  private static final int GENERATED = Boolean.getBoolean("zoomkit.soak") ? 200 : 10;

  /** The code of rows that leave it open. */
  private static final int ANY = -1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BundledDescription description = BundledDescription.load();
  private final Requests requests = new Requests(description);
  @AutoClose private final MockZoom mock = MockZoom.builder().startAt(Situations.START).start();
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
      situations.each(
          operation,
          () -> !left(operation).isEmpty(),
          (server, token, request) -> send(server, operation, request, token));
    }
  }

  private void send(Operation operation, GeneratedRequest request, String token)
      throws IOException {
    send(mock, operation, request, token);
  }

  private void send(MockZoom server, Operation operation, GeneratedRequest request, String token)
      throws IOException {
    try (Wire wire = new Wire(server.apiBase(), token)) {
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

  /** The rows of an operation that nothing has provoked yet. */
  private List<JsonNode> left(Operation operation) {
    List<JsonNode> left = new ArrayList<>();
    for (JsonNode row : operation.node().path("x-zoom-errors")) {
      if (!seen.contains(key(operation, row.path("status").asInt(), row.path("code").asInt(ANY)))) {
        left.add(row);
      }
    }
    return left;
  }

  @Test
  void allButTheExplained() {
    Map<String, String> left = new TreeMap<>();
    for (Operation operation : description.operations()) {
      for (JsonNode row : left(operation)) {
        String code = row.path("code").asText();
        left.put(
            operation.id() + " " + row.path("status").asText() + " " + code,
            row.path("meaning").asText());
      }
    }
    left.forEach((row, meaning) -> System.out.println(row + ": " + meaning));
    assertThat(left.keySet()).isEqualTo(new TreeSet<>(EXPLAINED.keySet()));
  }
}
