package dev.zoomkit.auth;

import dev.zoomkit.internal.http.TokenHttp;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of an OAuth app, which users authorise one by one. {@link Grants} lets them, and
 * {@code ZoomClient.forUser(key)} acts for one of them. An access token of Zoom's lives one hour;
 * it is refreshed by itself, once for all threads and processes that share the token store. The new
 * refresh token is saved before the new access token is used.
 *
 * <p>Immutable and thread-safe; {@link #toString()} shows the client id, never the secret.
 */
public final class OAuthApp implements ZoomCredentials {

  private final OAuthClient client;
  private final URI redirectUri;
  private final @Nullable AppKind appKind;

  private OAuthApp(OAuthClient client, URI redirectUri, @Nullable AppKind appKind) {
    this.client = client;
    this.redirectUri = redirectUri;
    this.appKind = appKind;
  }

  /**
   * The values of the app's page in the Zoom Marketplace.
   *
   * @param redirectUri where Zoom sends the browser of a user who authorised the app, exactly as on
   *     that page, a slash at its end included
   * @throws IllegalArgumentException if an id or secret is blank, or has blanks or quotes around
   *     it, or the address has no scheme, no slash after it, no host behind https, or a fragment
   */
  public static OAuthApp of(String clientId, String clientSecret, URI redirectUri) {
    return new OAuthApp(
        OAuthClient.of("OAuthApp", clientId, clientSecret), redirect(redirectUri), null);
  }

  /**
   * An app that cannot keep a secret, such as one on its users' own machines. PKCE stands for the
   * secret.
   *
   * @param redirectUri as in {@link #of}; of an app on a desktop often {@code http://localhost}
   *     with a port, or a scheme of its own
   * @throws IllegalArgumentException if the id is blank, or has blanks or quotes around it, or the
   *     address has no scheme, no slash after it, no host behind https, or a fragment
   */
  public static OAuthApp withoutSecret(String clientId, URI redirectUri) {
    return new OAuthApp(
        OAuthClient.withoutSecret("OAuthApp", clientId), redirect(redirectUri), null);
  }

  /**
   * The same app of a given kind, whatever the scopes of its tokens say.
   *
   * @throws IllegalArgumentException if it is {@link AppKind#SERVER_TO_SERVER}, which has no users
   */
  public OAuthApp appKind(AppKind kind) {
    Arguments.require("OAuthApp", "appKind", kind);
    if (kind == AppKind.SERVER_TO_SERVER) {
      throw Arguments.unfit("OAuthApp", "appKind", "with users: ACCOUNT_LEVEL or USER_LEVEL.");
    }
    return new OAuthApp(client, redirectUri, kind);
  }

  /**
   * The same app with another token endpoint, such as that of a test server. The pages for consent
   * and the endpoints for device codes and revocation stand beside it.
   *
   * @throws IllegalArgumentException if it is no https URL, or no http URL of this machine, or has
   *     a query, a fragment or a user
   */
  public OAuthApp tokenEndpoint(URI endpoint) {
    return new OAuthApp(client.at("OAuthApp", endpoint), redirectUri, appKind);
  }

  /** Null unless it was given: the scopes that a user granted decide. */
  @Override
  public @Nullable AppKind appKind() {
    return appKind;
  }

  /**
   * The token of the user whom the request names.
   *
   * @throws IllegalStateException if it names none, or the client has no store
   * @throws AuthorizationRequiredException if no grant lives under the key
   * @throws TokenStoreException if the store fails
   */
  @Override
  public AccessToken fetch(TokenRequest request) throws IOException {
    Arguments.require("OAuthApp.fetch", "request", request);
    String key = request.key();
    TokenStore store = request.store();
    if (key == null || store == null) {
      throw new IllegalStateException(
          "An OAuthApp has a token for each of its users, and this call names none. Write"
              + " zoom.forUser(key), with the key that grants().finish(...) got.");
    }
    return new SharedToken(store, key, request.http()).get(request, refresh(key, request.http()));
  }

  /** Exchanges the refresh token of a user for the next tokens. */
  SharedToken.Exchange refresh(String key, TokenHttp http) {
    return stored -> {
      if (stored == null || stored.refresh() == null) {
        throw new AuthorizationRequiredException(key, null);
      }
      Map<String, String> form = new LinkedHashMap<>();
      form.put("grant_type", "refresh_token");
      form.put("refresh_token", stored.refresh());
      return client.token(http, form);
    };
  }

  OAuthClient client() {
    return client;
  }

  String redirectUri() {
    return redirectUri.toString();
  }

  /** The page where a user authorises the app. */
  URI consentUrl(String state, String challenge) {
    HttpUrl.Builder url = client.beside("authorize").newBuilder();
    url.addQueryParameter("response_type", "code");
    url.addQueryParameter("client_id", client.clientId());
    url.addQueryParameter("redirect_uri", redirectUri());
    url.addQueryParameter("state", state);
    url.addQueryParameter("code_challenge", challenge);
    url.addQueryParameter("code_challenge_method", "S256");
    return url.build().uri();
  }

  private static URI redirect(URI redirectUri) {
    Arguments.require("OAuthApp", "redirectUri", redirectUri);
    boolean web = String.valueOf(redirectUri.getScheme()).matches("(?i)https?");
    if (redirectUri.isOpaque()) {
      throw Arguments.unfit(
          "OAuthApp",
          "redirectUri",
          "with a slash after its scheme, such as com.example.app:/callback. One without, such as"
              + " mailto:, has no query that could bring the code.");
    }
    if (!redirectUri.isAbsolute()
        || web && redirectUri.getHost() == null
        || redirectUri.getRawFragment() != null) {
      throw Arguments.unfit(
          "OAuthApp", "redirectUri", "such as https://app.example/callback, without a fragment.");
    }
    return redirectUri;
  }

  @Override
  public String toString() {
    return "OAuthApp[%s, redirectUri=%s]".formatted(client, redirectUri);
  }
}
