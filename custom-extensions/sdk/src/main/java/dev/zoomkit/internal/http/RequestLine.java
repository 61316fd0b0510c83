package dev.zoomkit.internal.http;

import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Names a request in messages and logs without giving a secret away. */
public final class RequestLine {

  /** What stands where a secret stood. */
  public static final String BLACKED_OUT = "***";

  private static final Set<String> SECRET_QUERY_NAMES =
      Set.of("access_token", "code", "password", "pwd", "refresh_token", "tk", "token", "zak");

  private RequestLine() {}

  /** Method, path and query, such as {@code GET /v2/users?page_size=300}. */
  public static String of(Request request) {
    HttpUrl url = request.url();
    HttpUrl.Builder safe = url.newBuilder();
    for (String name : url.queryParameterNames()) {
      if (SECRET_QUERY_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
        safe.setQueryParameter(name, BLACKED_OUT);
      }
    }
    HttpUrl shown = safe.build();
    String query = shown.encodedQuery();
    return request.method() + " " + shown.encodedPath() + (query == null ? "" : "?" + query);
  }

  /** The text without the credentials that the request carried, should a server echo them. */
  public static String withoutSecrets(String text, Request request) {
    String authorization = request.header("Authorization");
    if (authorization == null) {
      return text;
    }
    String secret = authorization.substring(authorization.indexOf(' ') + 1);
    return secret.isBlank() ? text : text.replace(secret, BLACKED_OUT);
  }
}
