package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.mock.MockRequest;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.retry.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A mock that is checked as an API that nobody knows; its clock goes on where the check waits. */
final class CheckedMock implements AutoCloseable {

  final MockZoom mock;
  final Map<String, String> settings = new HashMap<>();
  final List<Duration> waits = new ArrayList<>();
  private final Path directory;
  private boolean fits;

  CheckedMock(MockZoom.Builder builder, Path directory) {
    this.mock = builder.startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).start();
    this.directory = directory;
    settings.put("contract.baseUrl", mock.apiBase().toString());
    settings.put("contract.tokenEndpoint", mock.tokenEndpoint().toString());
    settings.put("ZOOM_ACCOUNT_ID", MockZoom.ACCOUNT_ID);
    settings.put("ZOOM_CLIENT_ID", MockZoom.CLIENT_ID);
    settings.put("ZOOM_CLIENT_SECRET", MockZoom.CLIENT_SECRET);
  }

  /** Runs the check, and returns what it says. */
  String run() throws IOException {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    Sleeper sleeper =
        duration -> {
          waits.add(duration);
          mock.clock().advance(duration);
        };
    try {
      fits = Contract.run(directory, settings, mock.clock(), sleeper);
    } finally {
      System.setOut(usual);
    }
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  /** Whether the last run found all as it should be. */
  boolean fits() {
    return fits;
  }

  /** Changes what the mock responds to the next call of an operation. */
  void change(String operationId, UnaryOperator<String> change) {
    mock.on(operationId)
        .next()
        .change(response -> response.withBody(change.apply(response.body())));
  }

  void respond(String operationId, MockResponse response) {
    mock.on(operationId).next().respond(response);
  }

  /** What the last run wrote for the decisions about the description. */
  JsonNode drift() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("contract-drift.json").toFile());
  }

  /** Each departure in one line: schema or operation, place, kind, what was seen. */
  List<String> departures() throws IOException {
    return lines("departures", "owner", "pointer", "kind", "seen");
  }

  /** Each entry of a list of the drift in one line. */
  List<String> lines(String list, String... fields) throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : drift().path(list)) {
      List<String> texts = new ArrayList<>();
      for (String field : fields) {
        texts.add(entry.path(field).asText());
      }
      lines.add(String.join(" ", texts));
    }
    return lines;
  }

  /** Why an operation was not called; empty where it was. */
  String reason(String operationId) throws IOException {
    return lines("notCalled", "operation", "reason").stream()
        .filter(line -> line.startsWith(operationId + " "))
        .map(line -> line.substring(operationId.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** The calls of the API, those for tokens left out. */
  List<MockRequest> calls() {
    return mock.requests().stream()
        .filter(call -> !MockZoom.TOKEN_OPERATION.equals(call.operationId()))
        .toList();
  }

  List<String> called() {
    return calls().stream().map(MockRequest::operationId).distinct().toList();
  }

  @Override
  public void close() {
    mock.close();
  }
}
