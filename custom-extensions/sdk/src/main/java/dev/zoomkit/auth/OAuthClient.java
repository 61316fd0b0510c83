package dev.zoomkit.auth;

import dev.zoomkit.internal.http.Endpoint;
import dev.zoomkit.internal.http.NoResponseException;
import dev.zoomkit.internal.http.TokenHttp;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An app at Zoom's authorisation server: sends forms there in the app's name, and reads what comes
 * back. Immutable and thread-safe; {@link #toString()} shows no secret.
 */
final class OAuthClient {

  /**
   * Values of a form that anybody may read; the others are blacked out in an error that repeats
   * them.
   */
  private static final Set<String> NO_SECRETS =
      Set.of("grant_type", "account_id", "client_id", "redirect_uri");

  private final String clientId;
  private final @Nullable String clientSecret;
  private final HttpUrl tokenEndpoint;

  private OAuthClient(String clientId, @Nullable String clientSecret, HttpUrl tokenEndpoint) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.tokenEndpoint = tokenEndpoint;
  }

  /** Of Zoom itself. */
  static OAuthClient of(String caller, String clientId, String clientSecret) {
    return new OAuthClient(
        present(caller, "clientId", clientId),
        present(caller, "clientSecret", clientSecret),
        HttpUrl.get(ServerToServer.ZOOM_TOKEN_ENDPOINT));
  }

  /** Of Zoom itself, for an app that cannot keep a secret. */
  static OAuthClient withoutSecret(String caller, String clientId) {
    return new OAuthClient(
        present(caller, "clientId", clientId),
        null,
        HttpUrl.get(ServerToServer.ZOOM_TOKEN_ENDPOINT));
  }

  /** The same app elsewhere. */
  OAuthClient at(String caller, URI endpoint) {
    return new OAuthClient(
        clientId,
        clientSecret,
        Endpoint.of(
            caller, "tokenEndpoint", endpoint, ServerToServer.ZOOM_TOKEN_ENDPOINT.toString()));
  }

  String clientId() {
    return clientId;
  }

  /** What stands beside the token endpoint, such as {@code authorize}. */
  HttpUrl beside(String name) {
    HttpUrl url = tokenEndpoint.resolve(name);
    if (url == null) {
      throw new IllegalArgumentException("No name beside the token endpoint: " + name);
    }
    return url;
  }

  /** Asks for tokens, with the fields of the form. Blocks. */
  IssuedTokens token(TokenHttp http, Map<String, String> form) throws IOException {
    return post(http, tokenEndpoint, form).tokens(http.clock().instant());
  }

  /**
   * The token of an app that acts for no user; shared through the store where there is one. Blocks.
   *
   * @param key in the store
   */
  AccessToken tokenOfApp(TokenRequest request, String key, Map<String, String> form)
      throws IOException {
    TokenStore store = request.store();
    return store == null
        ? token(request.http(), form).access()
        : new SharedToken(store, key, request.http())
            .get(request, stored -> token(request.http(), form));
  }

  /** Sends a form to what stands beside the token endpoint, and reads the response. Blocks. */
  TokenResponse post(TokenHttp http, String name, Map<String, String> form) throws IOException {
    return post(http, beside(name), form);
  }

  private TokenResponse post(TokenHttp http, HttpUrl url, Map<String, String> fields)
      throws IOException {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    Set<String> secrets = new HashSet<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      form.add(field.getKey(), field.getValue());
      if (!NO_SECRETS.contains(field.getKey())) {
        secrets.add(field.getValue());
      }
    }
    Request.Builder request = new Request.Builder().url(url);
    if (clientSecret == null) {
      form.add("client_id", clientId);
    } else {
      secrets.add(clientSecret);
      request.header(
          "Authorization",
          okhttp3.Credentials.basic(clientId, clientSecret, StandardCharsets.UTF_8));
    }
    Call call = http.calls().newCall(request.post(form.build()).build());
    try (Response response = call.execute()) {
      return TokenResponse.of(response, secrets);
    } catch (IOException failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw failure;
      }
      throw NoResponseException.of(call.request(), failure);
    }
  }

  /** Lets a value of the app's page pass, which is easily copied with too much around it. */
  static String present(String caller, String name, @Nullable String value) {
    Arguments.requireText(caller, name, value);
    if (isQuoted(value)) {
      throw Arguments.unfit(caller, name, "without quotes around it.");
    }
    return value;
  }

  static boolean isQuoted(String value) {
    char first = value.charAt(0);
    return (first == '"' || first == '\'') && value.charAt(value.length() - 1) == first;
  }

  @Override
  public String toString() {
    return "clientId=" + clientId;
  }
}
