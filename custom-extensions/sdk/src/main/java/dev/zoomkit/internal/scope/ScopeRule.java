package dev.zoomkit.internal.scope;

import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.scope.MissingScopeException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The token must hold one of the scopes of the operation. Where the token's scopes or the
 * operation's are unknown, Zoom decides. Thread-safe; blocks only for the first token.
 */
public final class ScopeRule implements CallRule {

  private final TokenSource tokens;

  /** With the source of the token whose scopes count. */
  public ScopeRule(TokenSource tokens) {
    this.tokens = tokens;
  }

  @Override
  public @Nullable RuntimeException refusal(Request request) throws IOException {
    Operation operation = Operation.of(request);
    boolean ownAccount = operation.isForOwnAccount(request);
    List<String> sufficient = operation.sufficientScopes(ownAccount);
    if (sufficient.isEmpty()) {
      return null;
    }
    Set<String> held = tokens.current().scopes();
    return held == null || !Collections.disjoint(held, sufficient)
        ? null
        : MissingScopeException.of(CallInfo.of(request), ownAccount, sufficient, held);
  }
}
