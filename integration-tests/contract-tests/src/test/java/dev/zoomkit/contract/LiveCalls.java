package dev.zoomkit.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Gets the token of a live run, and sends its requests. */
final class LiveCalls implements AutoCloseable {

  private final LiveSettings settings;
  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();
  private final RawCalls calls;

  LiveCalls(BundledDescription description, LiveSettings settings) {
    this.settings = settings;
    try {
      this.calls =
          new RawCalls(description, new RawRequests(description), settings.base(), http, token());
    } catch (LiveException wrong) {
      close();
      throw wrong;
    }
  }

  private String token() {
    if (settings.token() != null) {
      return settings.token();
    }
    HttpUrl url =
        HttpUrl.get(settings.tokenEndpoint())
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
      String token = RawCalls.json(response.body().bytes()).path("access_token").asText();
      if (!response.isSuccessful() || token.isEmpty()) {
        throw new LiveException(
            settings.tokenEndpoint()
                + " gives no token to these credentials: HTTP "
                + response.code()
                + ".");
      }
      return token;
    } catch (IOException failure) {
      throw unreachable(settings.tokenEndpoint().getHost(), failure);
    }
  }

  /**
   * Sends a request.
   *
   * @throws LiveException if the host cannot be reached, or does not know the token
   */
  Exchange send(RawRequest request) {
    try {
      Exchange exchange = calls.exchange(request);
      if (exchange.status() == 401) {
        throw new LiveException(settings.base() + " refuses the access token: HTTP 401.");
      }
      return exchange;
    } catch (IOException failure) {
      throw unreachable(settings.base().getHost(), failure);
    }
  }

  private static LiveException unreachable(String host, IOException failure) {
    return new LiveException(
        host + " cannot be reached: " + String.valueOf(failure.getMessage()).split("\n")[0] + ".");
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
