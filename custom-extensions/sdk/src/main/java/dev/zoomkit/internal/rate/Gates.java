package dev.zoomkit.internal.rate;

import dev.zoomkit.annotation.RunsAlone;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.PathParameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import okhttp3.Request;

/**
 * Lets one call through at a time where Zoom takes no more: one DELETE a user, and nothing else of
 * a category while an operation of it {@linkplain RunsAlone runs alone}. Those DELETEs of an
 * account that name no user pass one at a time as well, because they may concern the same one; they
 * do not wait for those that name one. Thread-safe.
 */
final class Gates {

  /** Users share them by hash: two users behind one gate only wait more than they had to. */
  private final Lock[] deletes = new Lock[64];

  /** Empty for a category that has no operation that runs alone. */
  private final Map<Class<?>, Optional<ReadWriteLock>> categories = new ConcurrentHashMap<>();

  Gates() {
    Arrays.setAll(deletes, index -> new ReentrantLock());
  }

  /** The gates of a call, in the order in which every call passes them. */
  List<Lock> of(Operation operation, Request request) {
    List<Lock> gates = new ArrayList<>();
    categories
        .computeIfAbsent(operation.category(), Gates::category)
        .ifPresent(lock -> gates.add(operation.runsAlone() ? lock.writeLock() : lock.readLock()));
    if (request.method().equals("DELETE")) {
      gates.add(deletes[Math.floorMod(subject(operation, request).hashCode(), deletes.length)]);
    }
    return gates;
  }

  /**
   * Passes a gate in time, which is the system's: what ends a wait here is another call, no clock.
   * Also without a wait it lets go ahead who came before.
   *
   * @return whether it did; it is to be unlocked then
   */
  static boolean pass(Lock gate, Duration longestWait) throws InterruptedException {
    return gate.tryLock(longestWait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Optional<ReadWriteLock> category(Class<?> api) {
    return Arrays.stream(api.getMethods()).anyMatch(one -> one.isAnnotationPresent(RunsAlone.class))
        ? Optional.of(new ReentrantReadWriteLock(true))
        : Optional.empty();
  }

  private static String subject(Operation operation, Request request) {
    String account = "";
    for (PathParameter parameter : operation.pathParameters()) {
      if (parameter.user() != null) {
        return parameter.value(request);
      } else if (parameter.account() != null) {
        account = parameter.value(request);
      }
    }
    return account;
  }
}
