package dev.zoomkit.auth;

import dev.zoomkit.internal.http.Endpoint;
import dev.zoomkit.internal.http.NoResponseException;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a server-to-server OAuth app: account id, client id and client secret, for
 * which Zoom's token endpoint gives a token of one hour ({@code grant_type=account_credentials}).
 * Immutable and thread-safe; {@link #toString()} shows the ids, never the secret.
 */
public final class ServerToServer implements ZoomCredentials {

  /** Where Zoom issues tokens, for all regions. */
  public static final URI ZOOM_TOKEN_ENDPOINT = URI.create("https://zoom.us/oauth/token");

  private final String accountId;
  private final String clientId;
  private final String clientSecret;
  private final HttpUrl tokenEndpoint;

  private ServerToServer(
      String accountId, String clientId, String clientSecret, HttpUrl tokenEndpoint) {
    this.accountId = accountId;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.tokenEndpoint = tokenEndpoint;
  }

  /**
   * The three values of the app's page in the Zoom Marketplace.
   *
   * @throws IllegalArgumentException if one is blank, or has blanks or quotes around it
   */
  public static ServerToServer of(String accountId, String clientId, String clientSecret) {
    return new ServerToServer(
        present("accountId", accountId),
        present("clientId", clientId),
        present("clientSecret", clientSecret),
        url(ZOOM_TOKEN_ENDPOINT));
  }

  /**
   * The environment variables {@code ZOOM_ACCOUNT_ID}, {@code ZOOM_CLIENT_ID} and {@code
   * ZOOM_CLIENT_SECRET}.
   *
   * @throws IllegalStateException naming those that are not set, or have quotes, blanks or line
   *     breaks around their value
   */
  public static ServerToServer fromEnvironment() {
    return from(System.getenv());
  }

  static ServerToServer from(Map<String, String> environment) {
    List<String> names = List.of("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET");
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String name : names) {
      String problem = problem(environment.getOrDefault(name, ""));
      if (problem != null) {
        wrong.merge(problem, name, (earlier, more) -> earlier + ", " + more);
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "ServerToServer.fromEnvironment needs the environment variables %s; %s."
              .formatted(
                  String.join(", ", names),
                  wrong.entrySet().stream()
                      .map(problem -> problem.getKey() + ": " + problem.getValue())
                      .collect(Collectors.joining("; "))));
    }
    return of(
        environment.getOrDefault(names.get(0), ""),
        environment.getOrDefault(names.get(1), ""),
        environment.getOrDefault(names.get(2), ""));
  }

  /**
   * The same credentials with another token endpoint, such as that of a test server.
   *
   * @throws IllegalArgumentException if it is no https URL, or no http URL of this machine, or has
   *     a query, a fragment or a user
   */
  public ServerToServer tokenEndpoint(URI endpoint) {
    return new ServerToServer(accountId, clientId, clientSecret, url(endpoint));
  }

  @Override
  public AppKind appKind() {
    return AppKind.SERVER_TO_SERVER;
  }

  @Override
  public AccessToken fetch(Call.Factory http, Clock clock) throws IOException {
    Arguments.require("ServerToServer.fetch", "call factory", http);
    Arguments.require("ServerToServer.fetch", "clock", clock);
    Request request =
        new Request.Builder()
            .url(tokenEndpoint)
            .header(
                "Authorization",
                okhttp3.Credentials.basic(clientId, clientSecret, StandardCharsets.UTF_8))
            .post(
                new FormBody.Builder(StandardCharsets.UTF_8)
                    .add("grant_type", "account_credentials")
                    .add("account_id", accountId)
                    .build())
            .build();
    Call call = http.newCall(request);
    try (Response response = call.execute()) {
      return TokenResponse.read(response, clock.instant(), clientSecret);
    } catch (IOException failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw failure;
      }
      throw NoResponseException.of(call.request(), failure);
    }
  }

  @Override
  public String toString() {
    return "ServerToServer[accountId=%s, clientId=%s]".formatted(accountId, clientId);
  }

  private static String present(String name, @Nullable String value) {
    Arguments.requireText("ServerToServer", name, value);
    if (isQuoted(value)) {
      throw Arguments.unfit("ServerToServer", name, "without quotes around it.");
    }
    return value;
  }

  private static @Nullable String problem(String variable) {
    if (variable.isBlank()) {
      return "not set";
    } else if (!variable.strip().equals(variable)) {
      return "with blanks or line breaks around the value";
    }
    return isQuoted(variable) ? "with quotes around the value" : null;
  }

  private static boolean isQuoted(String value) {
    char first = value.charAt(0);
    return (first == '"' || first == '\'') && value.charAt(value.length() - 1) == first;
  }

  private static HttpUrl url(URI endpoint) {
    return Endpoint.of("ServerToServer", "tokenEndpoint", endpoint, ZOOM_TOKEN_ENDPOINT.toString());
  }
}
