package com.acme;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.mock.MockZoom;
import java.net.URI;

/** Calls a mock of another process, with nothing of the mock's jar but its constants. */
public final class ListsUsersAt {

  private ListsUsersAt() {}

  /** Takes the case and the base URL of the API. */
  public static void main(String[] args) {
    URI api = URI.create(args[1]);
    ServerToServer app =
        ServerToServer.of(MockZoom.ACCOUNT_ID, MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
            .tokenEndpoint(api.resolve("/oauth/token"));
    try (ZoomClient zoom = ZoomClient.builder().endpoint(api).credentials(app).build()) {
      long users = zoom.ownAccount().users().listUsers().stream().count();
      System.out.printf(
          "consumer: %s: %d users, on %s%n", args[0], users, System.getProperty("java.vm.name"));
    }
  }
}
