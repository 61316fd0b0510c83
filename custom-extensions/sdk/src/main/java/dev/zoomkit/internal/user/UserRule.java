package dev.zoomkit.internal.user;

import dev.zoomkit.auth.AppKind;
import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.PathParameter;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The kind of app must be allowed to name the user as the path does. A user-level app must write
 * {@code me} where Zoom documents it, a server-to-server app must not write it anywhere, an
 * account-level app may write either. Thread-safe.
 */
public final class UserRule implements CallRule {

  private final TokenSource tokens;

  /** For the calls of the app that gets these tokens. */
  public UserRule(TokenSource tokens) {
    this.tokens = tokens;
  }

  @Override
  public @Nullable RuntimeException refusal(Request request) throws IOException {
    for (PathParameter parameter : Operation.of(request).pathParameters()) {
      if (parameter.user() != null) {
        String problem = problem(parameter.value(request), parameter.user().acceptsMe());
        if (problem != null) {
          return UserRefException.of(CallInfo.of(request), problem);
        }
      }
    }
    return null;
  }

  private @Nullable String problem(String user, boolean acceptsMe) throws IOException {
    boolean me = user.equals(Operation.ME);
    AppKind app = tokens.appKind();
    if (app == AppKind.SERVER_TO_SERVER && me) {
      return "a server-to-server app acts for no user, so \"me\" is nobody. Write"
          + " UserRef.id(...) or UserRef.email(...) instead of UserRef.me().";
    } else if (app == AppKind.USER_LEVEL && acceptsMe && !me) {
      return "a user-level app acts only for the user who authorised it. Write UserRef.me() instead of \"%s\"."
          .formatted(user);
    }
    return null;
  }
}
