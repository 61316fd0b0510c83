package dev.zoomkit.contract;

import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.retry.RetryPolicy;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttpClient;

/** A mock, a client that talks to it over HTTP, and the check that listens in between. */
final class Sandbox implements AutoCloseable {

  static final String OWN_ACCOUNT = BundledDescription.OWN_ACCOUNT;

  /** What is refused to an account that has a base plan, as that of the examples has. */
  private static final Set<String> FOR_ACCOUNTS_WITHOUT_PLAN =
      Set.of("subscribePlans", "disassociateSubAccount");

  final BundledDescription description = BundledDescription.load();
  final ContractCheck check = new ContractCheck(description);
  final MockZoom mock;
  final OkHttpClient http;
  private final OkHttpClient rawHttp = new OkHttpClient();
  final Recorder recorder;
  final Moshi moshi = new Moshi.Builder().add(ZoomJson.factory()).build();
  final ExampleCalls calls = new ExampleCalls(description, moshi);

  Sandbox() {
    this(MockZoom.start());
  }

  /** A sandbox of a mock, which it closes. */
  Sandbox(MockZoom mock) {
    this.mock = mock;
    recorder = new Recorder(mock.apiBase());
    http = new OkHttpClient.Builder().addNetworkInterceptor(recorder).build();
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
    return new RawCalls(description, mock.apiBase(), rawHttp, mock.appToken());
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
    if (FOR_ACCOUNTS_WITHOUT_PLAN.contains(operation.id())) {
      call(description.operation("cancelBasePlan"), account, false);
      recorder.drain();
    }
  }

  /** The accounts that the operation can be called for: a sub-account, and the caller's own. */
  List<String> accounts(Operation operation) {
    return description.accounts(operation);
  }

  /** Calls the operation with the description's examples; null where it returns no body. */
  Object call(Operation operation, String account, boolean optionalToo) {
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
