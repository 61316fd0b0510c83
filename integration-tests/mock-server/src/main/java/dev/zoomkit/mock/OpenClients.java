package dev.zoomkit.mock;

import java.util.ArrayList;
import java.util.List;

/** The clients that a mock has handed out, which live no longer than it does. Thread-safe. */
final class OpenClients {
  private final List<Runnable> closings = new ArrayList<>();
  private boolean closed;

  /**
   * Has one more.
   *
   * @throws IllegalStateException if the mock is closed; the client is closed then, too
   */
  synchronized void add(Runnable closing) {
    if (closed) {
      closing.run();
      throw new IllegalStateException("This mock is closed; a client would find nobody there.");
    }
    closings.add(closing);
  }

  synchronized void close() {
    closed = true;
    closings.forEach(Runnable::run);
    closings.clear();
  }
}
