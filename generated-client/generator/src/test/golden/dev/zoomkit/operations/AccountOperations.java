package dev.zoomkit.operations;

import dev.zoomkit.internal.CallExecutor;

/** All operations of one account, by their tags. Immutable and thread-safe. */
public abstract class AccountOperations {
  private final SpareParts spareParts;
  private final Widgets widgets;

  /** For the account of the calls; made by the SDK alone. */
  @SuppressWarnings("exports")
  protected AccountOperations(CallExecutor calls) {
    this.spareParts = new SpareParts(calls);
    this.widgets = new Widgets(calls);
  }

  /** The parts that {@code Widget} is made of. */
  public final SpareParts spareParts() {
    return spareParts;
  }

  /** Widgets, and what one does with them. */
  public final Widgets widgets() {
    return widgets;
  }
}
