package dev.zoomkit.internal.user;

import dev.zoomkit.auth.AppKind;
import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.PathParameter;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Checks that the kind of app may name the user as the path does. A user-level app must write
 * {@code me} where Zoom documents it, a server-to-server app must not write it anywhere, an
 * account-level app may write either. Installed by the client; may throw a {@link
 * UserRefException}. Thread-safe.
 */
public final class UserInterceptor implements Interceptor {

  private final TokenSource tokens;

  /** For the calls of the app that gets these tokens. */
  public UserInterceptor(TokenSource tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    for (PathParameter parameter : operation.pathParameters()) {
      if (parameter.user() != null) {
        check(request, parameter.value(request), parameter.user().acceptsMe());
      }
    }
    return chain.proceed(request);
  }

  private void check(Request request, String user, boolean acceptsMe) throws IOException {
    AppKind appKind = tokens.appKind();
    boolean me = user.equals(Operation.ME);
    if (me && appKind == AppKind.SERVER_TO_SERVER) {
      throw new UserRefException(
          CallInfo.of(request),
          "a server-to-server app acts for no user, so \"me\" is nobody. Write UserRef.id(...) or UserRef.email(...) instead of UserRef.me().");
    }
    if (!me && appKind == AppKind.USER_LEVEL && acceptsMe) {
      throw new UserRefException(
          CallInfo.of(request),
          "a user-level app acts only for the user who authorised it. Write UserRef.me() instead of \"%s\"."
              .formatted(user));
    }
  }
}
