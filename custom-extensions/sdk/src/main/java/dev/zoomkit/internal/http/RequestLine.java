package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.Secret;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Names a request in messages and logs without giving a secret away. */
public final class RequestLine {

  /** Secrets in the links of Zoom and of OAuth, which no description of an operation knows. */
  private static final Set<String> SECRETS_OF_LINKS =
      Set.of("access_token", "code", "password", "pwd", "refresh_token", "tk", "token", "zak");

  private RequestLine() {}

  /**
   * Method, path and query, such as {@code GET /v2/users?page_size=300}; with the host where that
   * is not Zoom's.
   */
  public static String of(Request request) {
    HttpUrl url = request.url();
    CallContext context = request.tag(CallContext.class);
    if (context != null && !context.hosts().include(url)) {
      return request.method() + " " + of(url, context.hosts());
    }
    Set<String> secrets =
        Operation.isForToken(request) ? Set.of() : Operation.of(request).secrets();
    HttpUrl shown = blackedOut(url, name -> secrets.contains(name) || isSecretOfLinks(name));
    String query = shown.encodedQuery();
    return request.method() + " " + shown.encodedPath() + (query == null ? "" : "?" + query);
  }

  /** The URL; with no value of its query where it is not Zoom's, because links are signed there. */
  public static String of(HttpUrl url, ZoomHosts hosts) {
    boolean zooms = hosts.include(url);
    return blackedOut(url, name -> !zooms || isSecretOfLinks(name)).toString();
  }

  private static HttpUrl blackedOut(HttpUrl url, Predicate<String> secret) {
    HttpUrl.Builder safe = url.newBuilder().username("").password("");
    for (String name : url.queryParameterNames()) {
      if (secret.test(name)) {
        safe.setQueryParameter(name, Secret.BLACKED_OUT);
      }
    }
    return safe.build();
  }

  /** Whether a value of that name in the query of a link lets somebody in. */
  public static boolean isSecretOfLinks(String name) {
    return SECRETS_OF_LINKS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The text without the credentials that the request carried, should a server echo them. */
  public static String withoutSecrets(String text, Request request) {
    String authorization = request.header("Authorization");
    if (authorization == null) {
      return text;
    }
    String secret = authorization.substring(authorization.indexOf(' ') + 1);
    return secret.isBlank() ? text : text.replace(secret, Secret.BLACKED_OUT);
  }
}
