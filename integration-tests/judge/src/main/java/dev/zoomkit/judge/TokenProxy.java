package dev.zoomkit.judge;

import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.HttpMethod;
import okio.Buffer;
import okio.ByteString;

/**
 * Stands before a mock: sets it back before each request, so that none depends on what another one
 * did, takes the account's plan away where the call is for accounts without one, and adds a token.
 */
final class TokenProxy implements AutoCloseable {

  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "transfer-encoding", "host", "expect");

  private final Pattern withoutPlan;

  /** The days of the description's examples are not long past then. */
  private static final Instant TIME_OF_EXAMPLES = Instant.parse("2026-11-22T10:00:00Z");

  private final MockZoom mock = MockZoom.builder().startAt(TIME_OF_EXAMPLES).start();
  private final OkHttpClient http = new OkHttpClient();
  private final MockWebServer server = new MockWebServer();

  private TokenProxy(Pattern withoutPlan) {
    this.withoutPlan = withoutPlan;
  }

  /**
   * Starts one before a new mock.
   *
   * @param refusedWithBasePlan calls such as {@code DELETE /accounts/{accountId}} for which the
   *     account may have no plan
   */
  static TokenProxy start(List<String> refusedWithBasePlan) throws IOException {
    String any =
        refusedWithBasePlan.stream()
            .map(call -> call.replaceFirst(" ", " /v2").replaceAll("\\{\\w+}", "[^/?]+"))
            .collect(Collectors.joining("|"));
    TokenProxy proxy = new TokenProxy(Pattern.compile(any));
    proxy.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            try {
              return proxy.forward(request);
            } catch (IOException gone) {
              return new MockResponse.Builder().code(502).body(gone.toString()).build();
            }
          }
        });
    proxy.server.start(InetAddress.getLoopbackAddress(), 0);
    return proxy;
  }

  HttpUrl url() {
    return server.url("/v2");
  }

  private synchronized MockResponse forward(RecordedRequest request) throws IOException {
    mock.reset();
    if (withoutPlan.matcher(request.getMethod() + " " + request.getTarget()).matches()) {
      cancelPlan(request.getTarget().replaceFirst("(/v2/accounts/[^/]+).*", "$1"));
    }
    Request.Builder forwarded = new Request.Builder().url(at(request.getTarget()));
    request
        .getHeaders()
        .forEach(
            header -> {
              if (!OF_THE_CONNECTION.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
                forwarded.addHeader(header.getFirst(), header.getSecond());
              }
            });
    forwarded.header("Authorization", "Bearer " + mock.appToken());
    ByteString body = request.getBody();
    boolean hasBody = HttpMethod.permitsRequestBody(request.getMethod());
    forwarded.method(
        request.getMethod(),
        hasBody ? RequestBody.create(body == null ? ByteString.EMPTY : body, null) : null);
    try (Response response = http.newCall(forwarded.build()).execute()) {
      return new MockResponse.Builder()
          .code(response.code())
          .headers(response.headers())
          .body(new Buffer().write(response.body().bytes()))
          .build();
    }
  }

  private void cancelPlan(String account) throws IOException {
    Request cancellation =
        new Request.Builder()
            .url(at(account + "/plans/base/status"))
            .header("Authorization", "Bearer " + mock.appToken())
            .patch(
                RequestBody.create("{\"action\": \"cancel\"}", MediaType.get("application/json")))
            .build();
    http.newCall(cancellation).execute().close();
  }

  private HttpUrl at(String target) {
    HttpUrl base = HttpUrl.get(mock.apiBase());
    return HttpUrl.get(base.scheme() + "://" + base.host() + ":" + base.port() + target);
  }

  @Override
  public void close() {
    server.close();
    mock.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
