package dev.zoomkit.scope;

import dev.zoomkit.error.ForbiddenException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The token holds none of the scopes that the operation needs. The app needs one of {@link
 * #sufficient()} in the Zoom Marketplace, and a new authorisation.
 *
 * <p>Either it was refused here by the description's {@code x-zoom-scopes}, and nothing was sent;
 * or Zoom refused it and named the scopes (codes 104, 4700, 4711), which {@link #refusal()} tells.
 * What to do is the same, so both are this class. It is no {@link dev.zoomkit.error.ApiException},
 * because a call that was not sent has no status; that of Zoom's refusal is its cause.
 */
public final class MissingScopeException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final boolean ownAccount;
  private final String[] sufficient;
  private final String[] held;

  private MissingScopeException(
      CallInfo call, boolean ownAccount, List<String> sufficient, Collection<String> held) {
    super(
        call,
        sentence(
            call.operation(),
            ownAccount,
            sufficient,
            "; the token holds: " + (held.isEmpty() ? "none" : String.join(", ", held))),
        null);
    this.ownAccount = ownAccount;
    this.sufficient = sufficient.toArray(String[]::new);
    this.held = held.toArray(String[]::new);
  }

  /** For a call that was not sent; made by the SDK alone. */
  @SuppressWarnings("exports")
  public static RuntimeException of(
      CallInfo call, boolean ownAccount, List<String> sufficient, Collection<String> held) {
    return new MissingScopeException(call, ownAccount, sufficient, held);
  }

  /** For a call that Zoom refused; made by the SDK alone. */
  @SuppressWarnings("exports")
  public MissingScopeException(
      CallInfo call, boolean ownAccount, List<String> sufficient, ForbiddenException refusal) {
    super(
        call,
        sentence(
                call.operation(),
                ownAccount,
                sufficient,
                "; Zoom refused it: HTTP %d, Zoom code %d"
                    .formatted(refusal.status(), refusal.code()))
            + " [%s%s]"
                .formatted(
                    call.requestLine(),
                    refusal.trackingId() == null ? "" : ", tracking id " + refusal.trackingId()),
        refusal);
    this.ownAccount = ownAccount;
    this.sufficient = sufficient.toArray(String[]::new);
    held = new String[0];
  }

  /** Whether the call was for the app's own account, and not for a sub-account. */
  public boolean ownAccount() {
    return ownAccount;
  }

  /**
   * Any one of these would do. Refused here: granular scopes first, then the classic ones. Refused
   * by Zoom: as Zoom names them, in its order, of one generation or both, with scopes that only
   * apps of Zoom's own can have, such as {@code zms:*}. Immutable.
   */
  public List<String> sufficient() {
    return List.of(sufficient);
  }

  /** What the token holds; empty where it holds nothing, or where Zoom refused. Immutable. */
  public List<String> held() {
    return List.of(held);
  }

  /**
   * Zoom's refusal with its status, code and tracking id; null where the call was refused here and
   * nothing was sent.
   */
  public @Nullable ForbiddenException refusal() {
    return (ForbiddenException) getCause();
  }

  private static String sentence(
      String operation, boolean ownAccount, List<String> sufficient, String found) {
    return "%s needs one of %s (%s)%s. Add one of them to the app in the Zoom Marketplace and authorise it again."
        .formatted(
            operation,
            String.join(", ", sufficient),
            ownAccount ? "own account" : "sub-account",
            found);
  }
}
