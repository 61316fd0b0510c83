package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Gets the token of a live run, and sends its requests. */
final class LiveCalls implements AutoCloseable {

  private static final int LONGEST_REASON = 200;
  private static final Duration LONGEST_RESPONSE = Duration.ofMinutes(1);

  private final LiveSettings settings;
  private final LimitWaits waits;
  private final OkHttpClient http;
  private final RawCalls reading;
  private final RawCalls writing;
  private @Nullable String token;
  private Set<String> scopes = Set.of();

  /**
   * What came of a request.
   *
   * @param refusal null where the response tells of the operation
   */
  record Answer(Exchange exchange, @Nullable Refusal refusal) {

    boolean succeeded() {
      return exchange.status() < 300;
    }
  }

  LiveCalls(BundledDescription description, LiveSettings settings, Clock clock, Sleeper sleeper) {
    this.settings = settings;
    this.waits = new LimitWaits(clock, sleeper);
    this.http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .readTimeout(LONGEST_RESPONSE)
            .addInterceptor(waits)
            .build();
    try {
      token = settings.token() == null ? newToken() : settings.token();
      RawRequests requests = new RawRequests(description);
      reading = new RawCalls(description, requests, settings.base(), http, token);
      OkHttpClient once = http.newBuilder().retryOnConnectionFailure(false).build();
      writing = new RawCalls(description, requests, settings.base(), once, token);
    } catch (LiveException wrong) {
      close();
      throw wrong;
    }
  }

  private String newToken() {
    URI endpoint = Objects.requireNonNull(settings.tokenEndpoint());
    HttpUrl url =
        HttpUrl.get(endpoint)
            .newBuilder()
            .addQueryParameter("grant_type", "account_credentials")
            .addQueryParameter("account_id", settings.accountId())
            .build();
    Request request =
        new Request.Builder()
            .url(url)
            .header(
                "Authorization",
                Credentials.basic(
                    settings.clientId(), settings.clientSecret(), StandardCharsets.UTF_8))
            .post(RequestBody.create(new byte[0], null))
            .build();
    try (Response response = http.newCall(request).execute()) {
      JsonNode body = RawCalls.json(response.body().bytes());
      String given = body.path("access_token").asText();
      if (!response.isSuccessful() || given.isEmpty()) {
        throw new LiveException(
            endpoint
                + " gives no token to these credentials: HTTP "
                + response.code()
                + reason(body, "error", "reason", "error_description")
                + ".");
      }
      scopes =
          Stream.of(body.path("scope").asText().split("[\\s,]+"))
              .filter(scope -> !scope.isEmpty())
              .collect(Collectors.toSet());
      return given;
    } catch (IOException failure) {
      throw unreachable(endpoint, failure);
    }
  }

  /** What the token may do, as the token endpoint says; nothing where it was not asked. */
  Set<String> scopes() {
    return scopes;
  }

  /**
   * Sends a request; one that writes not again where no response comes.
   *
   * @throws LiveException if the host cannot be reached, or does not know the token
   */
  Answer send(RawRequest request) {
    try {
      Operation operation = request.operation();
      Exchange exchange = (operation.reads() ? reading : writing).exchange(request);
      Refusal refusal = Refusal.of(operation, exchange, waits.last());
      if (exchange.status() == 401 && refusal == null) {
        throw new LiveException(
            "%s refuses the access token: HTTP 401%s."
                .formatted(settings.base(), reason(exchange.json(), "code", "message")));
      }
      return new Answer(exchange, refusal);
    } catch (IOException failure) {
      throw unreachable(settings.base(), failure);
    }
  }

  /** What a body says is wrong, without what the credentials are; empty where it says nothing. */
  private String reason(JsonNode body, String... fields) {
    String said =
        Stream.of(fields)
            .map(field -> body.path(field).asText().replaceAll("[\\s.]+$", ""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "))
            .replaceAll("\\s+", " ");
    for (String secret :
        new String[] {token, settings.clientSecret(), settings.clientId(), settings.accountId()}) {
      said = secret == null ? said : said.replace(secret, Shown.BLACK);
    }
    return said.isEmpty() ? "" : ", " + said.substring(0, Math.min(LONGEST_REASON, said.length()));
  }

  private static LiveException unreachable(URI url, IOException failure) {
    return new LiveException(
        "%s cannot be reached: %s."
            .formatted(url.getHost(), String.valueOf(failure.getMessage()).split("\n")[0]));
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
