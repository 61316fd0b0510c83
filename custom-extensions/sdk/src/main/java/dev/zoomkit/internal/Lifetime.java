package dev.zoomkit.internal;

import org.jspecify.annotations.Nullable;

/** Whether a client, or a view of one, may still be used. Thread-safe. */
public final class Lifetime {

  private final @Nullable Lifetime origin;
  private volatile boolean ended;

  /** Of a client. */
  public Lifetime() {
    this(null);
  }

  private Lifetime(@Nullable Lifetime origin) {
    this.origin = origin;
  }

  /** Of a view, which ends with this one at the latest. */
  public Lifetime ofView() {
    return new Lifetime(this);
  }

  /** Whether it is that of a view. */
  public boolean isOfView() {
    return origin != null;
  }

  /** Lets no further call out. */
  public void end() {
    ended = true;
  }

  /** Whether it ended, or what it is a view of did. */
  boolean isOver() {
    return ended || origin != null && origin.isOver();
  }

  /**
   * Lets a method or an operation pass until the client is closed.
   *
   * @throws IllegalStateException if it is closed
   */
  public void requireOpen(String name) {
    if (isOver()) {
      throw closedException(name);
    }
  }

  /** What a closed client says to a method or an operation. */
  public static IllegalStateException closedException(String name) {
    return new IllegalStateException(
        name + ": the ZoomClient is closed. Build another one, or close this one later.");
  }
}
