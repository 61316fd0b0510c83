package dev.zoomkit.operations;

import dev.zoomkit.internal.AccountCalls;

/** All operations of one account, by their tags. Immutable and thread-safe. */
public abstract class AccountOperations {
  private final SpareParts spareParts;
  private final Widgets widgets;

  /** For the account of the calls. */
  protected AccountOperations(AccountCalls calls) {
    this.spareParts = new SpareParts(calls);
    this.widgets = new Widgets(calls);
  }

  /** The parts that {@link Widget} is made of. */
  public final SpareParts spareParts() {
    return spareParts;
  }

  /** Widgets, and what one does with them. */
  public final Widgets widgets() {
    return widgets;
  }
}
