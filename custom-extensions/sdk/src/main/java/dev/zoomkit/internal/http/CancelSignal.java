package dev.zoomkit.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends the calls that heed it, those to come included. Knows only calls under way. Thread-safe. */
public final class CancelSignal {

  private final Set<CallContext> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean given;

  /** Ends all that is under way; nothing may begin any more. */
  public void give() {
    given = true;
    for (CallContext call : underWay) {
      call.cancel();
    }
  }

  /** Whether it was given. */
  public boolean isGiven() {
    return given;
  }

  /** How many calls are under way. */
  public int underWay() {
    return underWay.size();
  }

  /** Has a call end with it; a signal given meanwhile reaches the call, or is seen afterwards. */
  void add(CallContext call) {
    underWay.add(call);
  }

  /** Forgets a call that has ended. */
  void remove(CallContext call) {
    underWay.remove(call);
  }
}
