package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.Holding;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A mock, a client that talks to it over HTTP, and the check that listens in between. */
final class Sandbox implements AutoCloseable {
  /** When the meetings of the examples are still to come. */
  static final Instant BEFORE_WHAT_IS_TO_COME = Instant.parse("2026-11-22T10:00:00Z");

  static final String OWN_ACCOUNT = BundledDescription.OWN_ACCOUNT;

  /** What the account of the examples has, and some operations are refused because of. */
  private static final String BASE_PLAN = "base plan";

  final BundledDescription description;
  final ContractCheck check;
  final RawRequests requests;
  final MockZoom mock;
  final OkHttpClient http;
  private final OkHttpClient rawHttp;
  final Recorder recorder;
  final Moshi moshi = new Moshi.Builder().add(ZoomJson.factory()).build();
  final ExampleCalls calls;

  Sandbox() {
    this(MockZoom.builder().startAt(BEFORE_WHAT_IS_TO_COME).start());
  }

  /** A sandbox of a mock, which it closes. */
  Sandbox(MockZoom mock) {
    this(mock, BundledDescription.load());
  }

  /** A sandbox of a mock, which it closes, and of the description that the mock has. */
  Sandbox(MockZoom mock, BundledDescription description) {
    this(mock, description, new FaultInterceptor(), new FaultInterceptor());
  }

  /**
   * A sandbox whose mock and client have faults.
   *
   * @param ofClient what the client makes of its requests before anybody sees them
   * @param ofMock what the mock makes of requests and responses, of those without the client too
   */
  Sandbox(
      MockZoom mock,
      BundledDescription description,
      FaultInterceptor ofClient,
      FaultInterceptor ofMock) {
    this.mock = mock;
    this.description = description;
    check = new ContractCheck(description);
    requests = new RawRequests(description);
    calls = new ExampleCalls(description, requests, moshi);
    recorder = new Recorder(mock.apiBase());
    rawHttp = new OkHttpClient.Builder().addNetworkInterceptor(ofMock).build();
    http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(ofClient)
            .addNetworkInterceptor(recorder)
            .addNetworkInterceptor(ofMock)
            .build();
  }

  /** The same mock and its faults beside another description. Who has the mock closes it. */
  private Sandbox(Sandbox other, BundledDescription description) {
    mock = other.mock;
    this.description = description;
    check = new ContractCheck(description);
    requests = new RawRequests(description);
    calls = new ExampleCalls(description, requests, moshi);
    recorder = other.recorder;
    rawHttp = other.rawHttp;
    http = other.http;
  }

  Sandbox with(BundledDescription other) {
    return new Sandbox(this, other);
  }

  /** A client that has no token yet. */
  ZoomClient newClient() {
    return mock.clientBuilder()
        .httpClient(http)
        .retryPolicy(RetryPolicy.none())
        .strictReading()
        .build();
  }

  /** Calls without the client, with a new token of the mock's app. */
  RawCalls raw() {
    return new RawCalls(description, requests, mock.apiBase(), rawHttp, mock.appToken());
  }

  /** Adds rows like one that there is; the mock gives them ids of their own. */
  void seed(RawRequest list, JsonNode row, int times) {
    String addressed = "{\"email\": \"person{n}@example.com\"}";
    boolean known = !description.responseExample(list.operation()).isMissingNode();
    String alike = row.has("email") ? addressed : "{}";
    for (String json : known ? List.of(alike, row.toString()) : List.of(row.toString())) {
      try {
        mock.seed(list.operation().id(), list.path(), json, times);
        return;
      } catch (IllegalArgumentException refused) {
        // Without all that a row needs, or with what only one row can have; or none is wanted.
      }
    }
  }

  /** What recordings and dashboards list unless asked otherwise: what is of the day, and runs. */
  void sessionsOfTheDay(Operation operation, String accountId) {
    Instant present = mock.clock().instant();
    Holding now = Holding.AS_SCHEDULED.inAccount(accountId).at(present);
    Duration minute = Duration.ofMinutes(1);
    String from = description.parameter(operation, "from").path("example").asText();
    Holding then =
        from.isEmpty()
            ? now
            : now.at(LocalDate.parse(from).atTime(12, 0).toInstant(ZoneOffset.UTC));
    for (String session : List.of("meetingId", "webinarId")) {
      String id = mock.example(session);
      mock.hold(id, now.at(present.minus(minute)).lasting(minute).recorded());
      mock.begin(id, then);
    }
  }

  /** Forgets all that tests did to the mock, and all that was recorded. */
  void reset() {
    mock.reset();
    recorder.drain();
  }

  /**
   * The same, and takes the account's plan away where the operation is for accounts without one.
   */
  void resetFor(Operation operation, String account) {
    reset();
    boolean refused =
        operation
            .node()
            .path("x-zoom-errors")
            .valueStream()
            .flatMap(row -> row.path("when").valueStream())
            .anyMatch(word -> word.asText().equals(BASE_PLAN));
    if (refused) {
      call(description.operation("cancelBasePlan"), account, false);
      recorder.drain();
    }
  }

  /** The accounts that the operation can be called for: a sub-account, and the caller's own. */
  List<String> accounts(Operation operation) {
    return description.accounts(operation);
  }

  /** Calls the operation with the description's examples; null where it returns no body. */
  @Nullable Object call(Operation operation, String account, boolean optionalToo) {
    ZoomClient zoom = newClient();
    return zoom.execute(calls.call(zoom, operation, account, optionalToo));
  }

  @Override
  public void close() {
    for (OkHttpClient each : List.of(http, rawHttp)) {
      each.dispatcher().executorService().shutdown();
      each.connectionPool().evictAll();
    }
    mock.close();
  }
}
