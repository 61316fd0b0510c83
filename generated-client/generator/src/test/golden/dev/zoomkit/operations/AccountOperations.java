package dev.zoomkit.operations;

import dev.zoomkit.internal.AccountCalls;

/** All operations of one account, by their tags. Immutable and thread-safe. */
public abstract class AccountOperations {
  private final AccountCalls calls;

  /** For the account of the calls. */
  protected AccountOperations(AccountCalls calls) {
    this.calls = calls;
  }

  /** The parts that {@code Widget} is made of. */
  public final SpareParts spareParts() {
    return new SpareParts(calls);
  }

  /** Widgets, and what one does with them. */
  public final Widgets widgets() {
    return new Widgets(calls);
  }
}
