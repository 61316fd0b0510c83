package dev.zoomkit.internal.window;

/**
 * A call that was made, and is sent once.
 *
 * @param <R> what it returns
 */
public interface PendingCall<R> {

  /** Sends it, and blocks until the response is there. */
  R send();

  /** Gives it up, from any thread, before it is sent or while it is. */
  void cancel();

  /** What tells it from other calls: method and URL, secrets of the caller included. */
  String line();
}
