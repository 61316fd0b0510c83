package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The credentials of an app that acts for itself alone ({@code grant_type=client_credentials}), for
 * which Zoom gives a token of one hour. Zoom has it for chatbots, and for the operations that take
 * such a token. Where the client has a token store, all processes that share it share the token.
 * Immutable and thread-safe; {@link #toString()} shows the id, never the secret.
 */
public final class ClientCredentials implements ZoomCredentials {

  private final OAuthClient client;

  private ClientCredentials(OAuthClient client) {
    this.client = client;
  }

  /**
   * The two values of the app's page in the Zoom Marketplace.
   *
   * @throws IllegalArgumentException if one is blank, or has blanks or quotes around it
   */
  public static ClientCredentials of(String clientId, String clientSecret) {
    return new ClientCredentials(OAuthClient.of("ClientCredentials", clientId, clientSecret));
  }

  /**
   * The same credentials with another token endpoint, such as that of a test server.
   *
   * @throws IllegalArgumentException if it is no https URL, or no http URL of this machine, or has
   *     a query, a fragment or a user
   */
  public ClientCredentials tokenEndpoint(URI endpoint) {
    return new ClientCredentials(client.at("ClientCredentials", endpoint));
  }

  /** That of an app without a user: {@code me} is nobody. */
  @Override
  public AppKind appKind() {
    return AppKind.SERVER_TO_SERVER;
  }

  @Override
  public AccessToken fetch(TokenRequest request) throws IOException {
    Arguments.require("ClientCredentials.fetch", "request", request);
    Map<String, String> form = Map.of("grant_type", "client_credentials");
    String key = "client-credentials/" + client.clientId();
    return client.tokenOfApp(request, key, form);
  }

  @Override
  public String toString() {
    return "ClientCredentials[%s]".formatted(client);
  }
}
