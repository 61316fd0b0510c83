package dev.zoomkit.operations;

import dev.zoomkit.internal.CallExecutor;

/** All operations of one account, by their tags. Immutable and thread-safe. */
public abstract class AccountOperations {
  private final CallExecutor calls;

  /** Called by the SDK only. */
  @SuppressWarnings("exports")
  protected AccountOperations(CallExecutor calls) {
    this.calls = calls;
  }

  /** The parts that {@link Widget} is made of. */
  public final SpareParts spareParts() {
    return new SpareParts(calls);
  }

  /** Widgets, and what one does with them. */
  public final Widgets widgets() {
    return new Widgets(calls);
  }
}
