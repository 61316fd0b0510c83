package com.acme;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.util.Collections;
import okhttp3.OkHttp;

/** Calls the mock, and says with which OkHttp. */
public final class ListsUsers {

  private ListsUsers() {}

  /**
   * Takes the case and the number of OkHttps that it is known to have.
   *
   * @throws IllegalStateException if there is another number of them
   */
  public static void main(String[] args) throws IOException {
    int jars =
        Collections.list(ListsUsers.class.getClassLoader().getResources("okhttp3/OkHttp.class"))
            .size();
    try (MockZoom mock = MockZoom.start();
        ZoomClient zoom = mock.client()) {
      long users = zoom.ownAccount().users().listUsers().stream().count();
      System.out.printf(
          "consumer: %s: %d users, through OkHttp %s, in %d jar%s%n",
          args[0], users, OkHttp.VERSION, jars, jars == 1 ? "" : "s");
    }
    if (jars != Integer.parseInt(args[1])) {
      throw new IllegalStateException(jars + " OkHttps are on the class path");
    }
  }
}
