package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a server-to-server OAuth app: account id, client id and client secret, for
 * which Zoom's token endpoint gives a token of one hour ({@code grant_type=account_credentials}).
 * Where the client has a token store, all processes that share it share the token. Immutable and
 * thread-safe; {@link #toString()} shows the ids, never the secret.
 *
 * <p>The account is the app's own. That Zoom issues the app of a master account a token of one of
 * its sub-accounts is documented nowhere; their operations take the master's token, with scopes of
 * {@code :master}.
 */
public final class ServerToServer implements ZoomCredentials {

  /** Where Zoom issues tokens, for all regions. */
  public static final URI ZOOM_TOKEN_ENDPOINT = URI.create("https://zoom.us/oauth/token");

  private final String accountId;
  private final OAuthClient client;

  private ServerToServer(String accountId, OAuthClient client) {
    this.accountId = accountId;
    this.client = client;
  }

  /**
   * The three values of the app's page in the Zoom Marketplace.
   *
   * @throws IllegalArgumentException if one is blank, or has blanks or quotes around it
   */
  public static ServerToServer of(String accountId, String clientId, String clientSecret) {
    return new ServerToServer(
        OAuthClient.present("ServerToServer", "accountId", accountId),
        OAuthClient.of("ServerToServer", clientId, clientSecret));
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
    return new ServerToServer(accountId, client.at("ServerToServer", endpoint));
  }

  @Override
  public AppKind appKind() {
    return AppKind.SERVER_TO_SERVER;
  }

  @Override
  public AccessToken fetch(TokenRequest request) throws IOException {
    Arguments.require("ServerToServer.fetch", "request", request);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "account_credentials");
    form.put("account_id", accountId);
    String key = "server-to-server/" + accountId + "/" + client.clientId();
    return client.tokenOfApp(request, key, form);
  }

  @Override
  public String toString() {
    return "ServerToServer[accountId=%s, %s]".formatted(accountId, client);
  }

  private static @Nullable String problem(String variable) {
    if (variable.isBlank()) {
      return "not set";
    } else if (!variable.strip().equals(variable)) {
      return "with blanks or line breaks around the value";
    }
    return OAuthClient.isQuoted(variable) ? "with quotes around the value" : null;
  }
}
