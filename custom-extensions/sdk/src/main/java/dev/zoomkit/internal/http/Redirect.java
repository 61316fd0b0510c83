package dev.zoomkit.internal.http;

import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Where a response sends a call, and whether the call goes there. Browsers go on with GET whatever
 * was asked, so that a DELETE would pass for done; here a GET follows, and anything else only as
 * what it is (307 and 308), and only within Zoom's hosts.
 *
 * @param target without secrets; null where the response names no http or https URL
 * @param problem why the call ends here, in a sentence; null where it goes on
 * @param next the request with which it goes on; null where it ends here
 */
public record Redirect(@Nullable String target, @Nullable String problem, @Nullable Request next) {

  private static final int MOST = 5;
  private static final Set<Integer> KEEPS_THE_METHOD = Set.of(307, 308);

  /**
   * Reads a response that is one.
   *
   * @param request as it can be sent again
   * @param visited what was asked so far, this request's URL included
   */
  public static Redirect of(
      Response response, Request request, List<HttpUrl> visited, ZoomHosts hosts) {
    HttpUrl target = target(response);
    if (target == null) {
      return new Redirect(null, "Redirected, but not to an http or https URL.", null);
    }
    String shown = RequestLine.of(target, hosts);
    String obstacle = obstacle(response.code(), request, target, visited, hosts);
    return obstacle == null
        ? new Redirect(shown, null, request.newBuilder().url(target).build())
        : new Redirect(
            shown,
            "Redirected to %s, which was not followed: %s.".formatted(shown, obstacle),
            null);
  }

  /** For a response of a host that is not Zoom's. */
  public static Redirect endedAt(HttpUrl url, ZoomHosts hosts) {
    String shown = RequestLine.of(url, hosts);
    return new Redirect(
        shown, "The response came from %s, which is not Zoom.".formatted(shown), null);
  }

  /** Where the response points; null where that is no http or https URL. */
  public static @Nullable HttpUrl target(Response response) {
    String location = response.header("Location", "");
    HttpUrl target = location.isBlank() ? null : response.request().url().resolve(location);
    return target == null ? null : target.newBuilder().fragment(null).build();
  }

  private static @Nullable String obstacle(
      int status, Request request, HttpUrl target, List<HttpUrl> visited, ZoomHosts hosts) {
    String method = request.method();
    boolean read = Operation.isRead(request);
    if (!read && !KEEPS_THE_METHOD.contains(status)) {
      return "a redirect of status %d turns a %s into a GET".formatted(status, method);
    } else if (request.isHttps() && !target.isHttps()) {
      return "it leads from https to http";
    } else if (!read && !hosts.include(target)) {
      return "only a GET leaves Zoom's hosts";
    } else if (Operation.isOneShot(request)) {
      return "its body can be read only once";
    } else if (visited.contains(target)) {
      return "it leads in a circle";
    }
    return visited.size() > MOST ? "it is one too many after " + MOST + " redirects" : null;
  }
}
