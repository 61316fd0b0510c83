package dev.zoomkit.listen;

/**
 * Is told what becomes of each call, by the thread that runs the call and while it does: what it
 * does takes the call's time. The events of one call come in order, {@link CallEvent.Started} first
 * and {@link CallEvent.Ended} last. What it throws is logged once a client as a warning, by the
 * logger {@code dev.zoomkit.listen}, and changes no call. Must be thread-safe.
 */
@FunctionalInterface
public interface CallListener {

  /** Something has happened, or is about to. */
  void on(CallEvent event);
}
