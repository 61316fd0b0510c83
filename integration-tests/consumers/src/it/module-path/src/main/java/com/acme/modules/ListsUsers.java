package com.acme.modules;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;

/** Calls the mock, and says in which modules client and mock are. */
public final class ListsUsers {

  private ListsUsers() {}

  /** Takes nothing. */
  public static void main(String[] args) {
    try (MockZoom mock = MockZoom.start();
        ZoomClient zoom = mock.client()) {
      long users = zoom.ownAccount().users().listUsers().stream().count();
      System.out.printf(
          "consumer: module path: %d users, from %s to %s%n",
          users, zoom.getClass().getModule(), mock.getClass().getModule());
    }
    if (!MockZoom.class.getModule().isNamed()) {
      throw new IllegalStateException("The mock is on the class path");
    }
  }
}
