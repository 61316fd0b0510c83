package dev.zoomkit.internal.user;

import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.CallReport;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.PathParameter;
import dev.zoomkit.listen.CallEvent.CacheHit;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Puts the id of a user in place of the e-mail address where Zoom takes nothing else. Where Zoom
 * then says, by the description or else by 404, that the user of a remembered id may not be there,
 * the address is looked up once more. Installed by the client; throws what the look-up throws.
 * Thread-safe.
 */
public final class UserIdInterceptor implements Interceptor {

  private final TokenSource tokens;
  private final UserIds ids;
  private final BiFunction<Request, String, @Nullable String> lookUp;

  /**
   * For the calls that go with these tokens.
   *
   * @param lookUp the id that a request needs of a user, by e-mail address; null for a user without
   *     one
   */
  public UserIdInterceptor(
      TokenSource tokens, UserIds ids, BiFunction<Request, String, @Nullable String> lookUp) {
    this.tokens = tokens;
    this.ids = ids;
    this.lookUp = lookUp;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    List<PathParameter> named = namedByEmail(request);
    if (named.isEmpty()) {
      return chain.proceed(request);
    }
    HttpUrl.Builder url = request.url().newBuilder();
    boolean remembered = false;
    for (PathParameter user : named) {
      remembered |= write(url, user, request);
    }
    Request sent = request.newBuilder().url(url.build()).build();
    try {
      return chain.proceed(sent);
    } catch (RuntimeException failure) {
      if (!remembered
          || !(failure instanceof ApiException gone)
          || !mayMeanUser(gone, Operation.of(request))
          || Operation.isOneShot(request)) {
        throw failure;
      }
      for (PathParameter user : named) {
        ids.forget(key(user, request), segment(sent.url(), user, request));
        write(url, user, request);
      }
      Request again = request.newBuilder().url(url.build()).build();
      if (again.url().equals(sent.url())) {
        throw failure;
      }
      return chain.proceed(again);
    }
  }

  private static List<PathParameter> namedByEmail(Request request) {
    List<PathParameter> found = new ArrayList<>(0);
    for (PathParameter parameter : Operation.of(request).pathParameters()) {
      if (parameter.user() != null
          && parameter.user().idOnly()
          && parameter.value(request).contains("@")) {
        found.add(parameter);
      }
    }
    return found;
  }

  /** By what the description says of the error; where it is silent, a 404 may mean anything. */
  private static boolean mayMeanUser(ApiException gone, Operation operation) {
    int code = Objects.requireNonNullElse(gone.code(), 0);
    List<KnownError> known = operation.knownErrors(gone.status(), code);
    return known.isEmpty()
        ? gone.status() == 404
        : known.stream().anyMatch(UserIdInterceptor::mayMeanUser);
  }

  private static boolean mayMeanUser(KnownError error) {
    List<String> missing = List.of(error.missing());
    return missing.contains("user")
        || missing.contains("member")
        || error.absent() && missing.isEmpty();
  }

  /** Writes the id of a user into the path, and says whether it was remembered. */
  private boolean write(HttpUrl.Builder url, PathParameter user, Request request)
      throws IOException {
    UserIds.Found found = ids.find(key(user, request), () -> lookedUp(user, request));
    url.setPathSegment(index(user, request), found.id());
    CallReport report = CallContext.of(request).report();
    if (report != null && found.remembered()) {
      report.hit(CacheHit.Kind.USER_ID);
    }
    return found.remembered();
  }

  private String lookedUp(PathParameter user, Request request) {
    String email = user.value(request);
    String id = lookUp.apply(request, email);
    if (id == null) {
      throw UserRefException.of(
          CallInfo.of(request),
          "it needs the id of %s, who has none yet. Wait until the invitation is accepted."
              .formatted(email));
    }
    return id;
  }

  private UserIds.Key key(PathParameter user, Request request) {
    return new UserIds.Key(
        tokens,
        Operation.of(request).accountId(request),
        user.value(request).toLowerCase(Locale.ROOT));
  }

  private static String segment(HttpUrl url, PathParameter user, Request request) {
    return url.pathSegments().get(index(user, request));
  }

  private static int index(PathParameter user, Request request) {
    List<String> path = Operation.of(request).path();
    return request.url().pathSize() - path.size() + path.indexOf("{" + user.name() + "}");
  }
}
