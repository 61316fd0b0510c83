package com.acme;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.user.UserRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Has 500 calls under way at once, each on a virtual thread. */
public final class CallsAtOnce {

  private static final int CALLS = 500;

  private CallsAtOnce() {}

  /** Takes the case. */
  public static void main(String[] args) {
    CountDownLatch started = new CountDownLatch(CALLS);
    try (MockZoom mock = MockZoom.start();
        ZoomClient zoom = mock.client()) {
      String user = mock.addUser("jill@acme.example");
      ZoomAccount account = zoom.ownAccount();
      List<CompletableFuture<Boolean>> calls =
          IntStream.range(0, CALLS)
              .mapToObj(call -> account.async(own -> isVirtual(own, user, started)))
              .toList();
      long virtual = calls.stream().filter(CompletableFuture::join).count();
      if (virtual != CALLS) {
        throw new IllegalStateException(virtual + " calls were on virtual threads");
      }
      System.out.printf(
          "consumer: %s: done, on virtual threads of JDK %d%n",
          args[0], Runtime.version().feature());
    }
  }

  /** Calls when all have come as far, and says on what thread. */
  private static boolean isVirtual(ZoomAccount account, String user, CountDownLatch started) {
    started.countDown();
    try {
      started.await();
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
    account.users().getUser(UserRef.id(user));
    return Thread.currentThread().getThreadGroup().getName().equals("VirtualThreads");
  }
}
