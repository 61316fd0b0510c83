package dev.zoomkit;

import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.operations.AccountOperations;

/**
 * One account, and the operations on it by category. Immutable and thread-safe; made by a {@link
 * ZoomClient}, and usable until that is closed.
 */
public final class ZoomAccount extends AccountOperations {

  private final String id;

  ZoomAccount(CallExecutor calls) {
    super(calls);
    this.id = calls.accountId();
  }

  /** The id that the client was asked for; {@code me} for the app's own account. */
  public String id() {
    return id;
  }

  /** Whether this is the app's own account, and not a sub-account. */
  public boolean isOwn() {
    return id.equals(Operation.ME);
  }

  @Override
  public String toString() {
    return "ZoomAccount[" + id + "]";
  }
}
