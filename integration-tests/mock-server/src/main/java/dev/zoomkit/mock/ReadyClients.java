package dev.zoomkit.mock;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.ServerToServer;
import java.util.ArrayList;
import java.util.List;

/**
 * The clients that a mock hands out, which live no longer than it does. That the SDK is missing is
 * noticed when one is asked for. Thread-safe.
 */
final class ReadyClients implements AutoCloseable {
  private final MockZoom mock;
  private final List<Runnable> open = new ArrayList<>();
  private boolean closed;

  ReadyClients(MockZoom mock) {
    this.mock = mock;
  }

  static ZoomClient.Builder builder(MockZoom mock) {
    return ZoomClient.builder()
        .endpoint(mock.apiBase())
        .credentials(
            ServerToServer.of(MockZoom.ACCOUNT_ID, MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
                .tokenEndpoint(mock.tokenEndpoint()))
        .clock(mock.clock())
        .sleeper(mock.clock()::advance);
  }

  synchronized ZoomClient make() {
    if (closed) {
      throw new IllegalStateException("This mock is closed; a client would find nobody there.");
    }
    ZoomClient client = builder(mock).build();
    open.add(client::close);
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(Runnable::run);
    open.clear();
  }
}
