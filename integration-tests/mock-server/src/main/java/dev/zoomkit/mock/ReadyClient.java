package dev.zoomkit.mock;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.ServerToServer;

/** A client that takes a mock for Zoom. Apart, as the SDK need not be there until one is wanted. */
final class ReadyClient {

  private ReadyClient() {}

  static ZoomClient.Builder builder(MockZoom mock) {
    return ZoomClient.builder()
        .endpoint(mock.apiBase())
        .credentials(
            ServerToServer.of(MockZoom.ACCOUNT_ID, MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
                .tokenEndpoint(mock.tokenEndpoint()))
        .clock(mock.clock())
        .sleeper(mock.clock()::advance);
  }
}
