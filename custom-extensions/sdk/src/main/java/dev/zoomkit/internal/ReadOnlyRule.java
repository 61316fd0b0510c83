package dev.zoomkit.internal;

import dev.zoomkit.error.ReadOnlyException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Nothing may leave a read-only client but what reads and tells nobody. Thread-safe. */
public final class ReadOnlyRule implements CallRule {

  @Override
  public @Nullable ReadOnlyException refusal(Request request) {
    String effect = effect(request);
    return effect == null ? null : new ReadOnlyException(CallInfo.of(request), effect);
  }

  /** What the operation does; null where it only reads. */
  private static @Nullable String effect(Request request) {
    Operation operation = Operation.of(request);
    return switch (operation.effectOf(request)) {
      case READ -> operation.notifies() ? "notifies people" : null;
      case WRITE -> "writes";
      case DESTROY -> "destroys what no call brings back";
    };
  }
}
