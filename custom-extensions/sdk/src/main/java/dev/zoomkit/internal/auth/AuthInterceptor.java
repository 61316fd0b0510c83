package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.ErrorBody;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.OwnUrl;
import dev.zoomkit.internal.http.ZoomHosts;
import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Gives each attempt on Zoom's hosts its URL and a live token, and one more try with a fresh one
 * after HTTP 401, or after the code for a token that was taken back. Installed by the client; may
 * throw a {@link TokenException}. Thread-safe.
 */
public final class AuthInterceptor implements Interceptor {

  /** Zoom's code for an access token that was taken back. */
  private static final int REVOKED = 4741;

  private static final long MOST_BYTES = 8 * 1024;

  private final TokenSource tokens;
  private final boolean followApiUrl;

  /**
   * With the source of tokens.
   *
   * @param followApiUrl whether requests go to the region that Zoom names with a token
   */
  public AuthInterceptor(TokenSource tokens, boolean followApiUrl) {
    this.tokens = tokens;
    this.followApiUrl = followApiUrl;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    ZoomHosts hosts = CallContext.of(chain.call().request()).hosts();
    AccessToken token = tokens.current();
    Response response = chain.proceed(authorised(chain.request(), token, hosts));
    if (!isTokenRefused(response)
        || response.request().header("Authorization") == null
        || Operation.isOneShot(chain.request())) {
      return response;
    }
    AccessToken fresh = freshToken(token, response);
    if (fresh.value().equals(token.value())) {
      return response;
    }
    response.close();
    return chain.proceed(authorised(chain.request(), fresh, hosts));
  }

  /** By its status, or by the code of a token that was taken back, whatever its status. */
  private static boolean isTokenRefused(Response response) throws IOException {
    if (response.code() != 400) {
      return response.code() == 401;
    }
    Integer code = ErrorBody.parse(response.peekBody(MOST_BYTES).string()).code();
    return code != null && code == REVOKED;
  }

  private AccessToken freshToken(AccessToken refused, Response response) throws IOException {
    try {
      return tokens.refresh(refused);
    } catch (IOException | RuntimeException failure) {
      response.close();
      throw failure;
    }
  }

  private Request authorised(Request request, AccessToken token, ZoomHosts hosts) {
    if (!hosts.include(request.url())) {
      return request;
    }
    HttpUrl url = OwnUrl.of(request);
    URI apiUrl = token.apiUrl();
    HttpUrl region = followApiUrl && apiUrl != null ? HttpUrl.get(apiUrl) : null;
    if (region != null && hosts.include(region) && hosts.isEndpoint(request.url())) {
      url =
          url.newBuilder().scheme(region.scheme()).host(region.host()).port(region.port()).build();
    }
    return request.newBuilder().url(url).header("Authorization", "Bearer " + token.value()).build();
  }
}
