package dev.zoomkit.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Follows redirects as {@link Redirect} allows, in place of OkHttp, and keeps the token on Zoom's
 * hosts, wherever a redirect or an interceptor of the user's leads. OkHttp repeats nothing of it
 * but reads. A response that cannot be followed is left to the error interceptor. Thread-safe.
 */
public final class RedirectInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.call().request());
    ZoomHosts hosts = context.hosts();
    List<HttpUrl> visited = new ArrayList<>();
    Request request = hosts.withSecretsOnlyHere(chain.request());
    while (true) {
      Request sent = Operation.isRead(request) ? request : SentOnceBody.within(request);
      Response response = chain.proceed(sent);
      if (!response.isRedirect()) {
        context.endedAt(null);
        return response;
      }
      visited.add(request.url());
      Redirect redirect = Redirect.of(response, request, visited, hosts);
      if (redirect.next() == null) {
        context.endedAt(redirect);
        return response;
      }
      response.close();
      request = hosts.withSecretsOnlyHere(redirect.next());
    }
  }
}
