package dev.zoomkit.paging;

import dev.zoomkit.internal.window.PendingCall;
import java.util.function.Supplier;

/** A page that a function of the caller's gets. */
record FunctionCall<R>(String line, Supplier<R> function) implements PendingCall<R> {

  @Override
  public R send() {
    return function.get();
  }

  /** The function is interrupted instead, by the thread that it runs on. */
  @Override
  public void cancel() {}
}
