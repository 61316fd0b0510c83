package dev.zoomkit.scope;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import java.util.List;
import java.util.Set;

/**
 * The token holds none of the scopes that the operation needs, by the description's {@code
 * x-zoom-scopes}. Nothing was sent. The app needs one of {@link #sufficient()} in the Zoom
 * Marketplace, and a new authorisation.
 */
public final class MissingScopeException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final boolean ownAccount;
  private final String[] sufficient;
  private final String[] held;

  /** For a call; made by the SDK alone. */
  @SuppressWarnings("exports")
  public MissingScopeException(
      CallInfo call, boolean ownAccount, List<String> sufficient, Set<String> held) {
    super(call, sentence(call.operation(), ownAccount, sufficient, held), null);
    this.ownAccount = ownAccount;
    this.sufficient = sufficient.toArray(String[]::new);
    this.held = held.toArray(String[]::new);
  }

  /** Whether the call was for the app's own account, and not for a sub-account. */
  public boolean ownAccount() {
    return ownAccount;
  }

  /** Any one of these would do: granular scopes first, then the classic ones. Immutable. */
  public List<String> sufficient() {
    return List.of(sufficient);
  }

  /** What the token holds; empty where it holds nothing. Immutable. */
  public List<String> held() {
    return List.of(held);
  }

  private static String sentence(
      String operation, boolean ownAccount, List<String> sufficient, Set<String> held) {
    return "%s needs one of %s (%s); the token holds: %s. Add one of them to the app in the Zoom Marketplace and authorise it again."
        .formatted(
            operation,
            String.join(", ", sufficient),
            ownAccount ? "own account" : "master account",
            held.isEmpty() ? "none" : String.join(", ", held));
  }
}
