package dev.zoomkit.scope;

import dev.zoomkit.error.ZoomException;
import java.util.List;
import java.util.Set;

/**
 * The token holds none of the scopes that the operation needs, by the description's {@code
 * x-zoom-scopes}. Nothing was sent. The app needs one of {@link #sufficient()} in the Zoom
 * Marketplace, and a new authorisation.
 */
public final class MissingScopeException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final boolean ownAccount;
  private final String[] sufficient;
  private final String[] held;

  /** For a call; made by the SDK alone. */
  public MissingScopeException(
      String operation, boolean ownAccount, List<String> sufficient, Set<String> held) {
    super(sentence(operation, ownAccount, sufficient, held), null);
    this.operation = operation;
    this.ownAccount = ownAccount;
    this.sufficient = sufficient.toArray(String[]::new);
    this.held = held.toArray(String[]::new);
  }

  /** The operationId of the description. */
  public String operation() {
    return operation;
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
