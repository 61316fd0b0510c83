package dev.zoomkit.internal.http;

import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Who may be shown a token: the endpoint as the client was told it, and what is served by https
 * under a domain of Zoom's, such as the regions ({@code api-eu.zoom.us}) and Zoom for Government
 * ({@code api.zoomgov.com}).
 *
 * @param endpoint of which scheme, host and port count
 */
public record ZoomHosts(HttpUrl endpoint) {

  private static final List<String> DOMAINS = List.of(".zoom.us", ".zoom.com", ".zoomgov.com");

  /** Whether a token may go to the URL. */
  public boolean include(HttpUrl url) {
    return isEndpoint(url) || url.isHttps() && url.port() == 443 && isZooms(url.host());
  }

  private static boolean isZooms(String host) {
    String dotted = "." + host;
    for (String domain : DOMAINS) {
      if (dotted.endsWith(domain)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the URL is served by the endpoint itself. */
  public boolean isEndpoint(HttpUrl url) {
    return url.scheme().equals(endpoint.scheme())
        && url.host().equals(endpoint.host())
        && url.port() == endpoint.port();
  }

  /** The request; without its token and the caller's own headers where those may not go. */
  public Request withSecretsOnlyHere(Request request) {
    if (include(request.url())) {
      return request;
    }
    Request.Builder bare = request.newBuilder().removeHeader("Authorization");
    OwnHeaders own = request.tag(OwnHeaders.class);
    if (own != null) {
      own.names().forEach(bare::removeHeader);
    }
    return bare.build();
  }
}
