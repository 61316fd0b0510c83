package dev.zoomkit.mock;

import java.util.ArrayList;
import java.util.List;

/** How long a mock lives, and with it the clients that it has handed out. Thread-safe. */
final class Lifetime {
  private final List<Runnable> closings = new ArrayList<>();
  private boolean over;

  /**
   * Has one more client.
   *
   * @throws IllegalStateException if the mock is closed; the client is closed then, too
   */
  synchronized void add(Runnable closing) {
    if (over) {
      closing.run();
    }
    requireOpen();
    closings.add(closing);
  }

  /**
   * Lets an open mock pass.
   *
   * @throws IllegalStateException if the mock is closed
   */
  synchronized void requireOpen() {
    if (over) {
      throw new IllegalStateException("This mock is closed; only what it has seen can be asked.");
    }
  }

  synchronized void close() {
    over = true;
    closings.forEach(Runnable::run);
    closings.clear();
  }
}
