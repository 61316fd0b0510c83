package dev.zoomkit.internal.scope;

import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.scope.ScopeCheck;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a call whose scopes the token does not hold, before anything is sent. Where the token's
 * scopes or the operation's are unknown, Zoom decides. Installed by the client; may throw a {@link
 * MissingScopeException}. Thread-safe; blocks only for the first token.
 */
public final class ScopeInterceptor implements Interceptor {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.scope");

  private final ScopeCheck mode;
  private final TokenSource tokens;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /** Checks calls against the scopes of the source's token. */
  public ScopeInterceptor(ScopeCheck mode, TokenSource tokens) {
    this.mode = mode;
    this.tokens = tokens;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    MissingScopeException missing = mode == ScopeCheck.OFF ? null : missing(chain.request());
    if (missing != null && mode == ScopeCheck.ENFORCE) {
      throw missing;
    }
    if (missing != null && warned.add(missing.operation() + missing.ownAccount())) {
      LOGGER.log(Level.WARNING, missing.getMessage());
    }
    return chain.proceed(chain.request());
  }

  private @Nullable MissingScopeException missing(Request request) throws IOException {
    Operation operation = Operation.of(request);
    boolean ownAccount = operation.isForOwnAccount(request);
    List<String> sufficient = operation.sufficientScopes(ownAccount);
    if (sufficient.isEmpty()) {
      return null;
    }
    Set<String> held = tokens.current().scopes();
    return held == null || !Collections.disjoint(held, sufficient)
        ? null
        : new MissingScopeException(CallInfo.of(request), ownAccount, sufficient, held);
  }
}
