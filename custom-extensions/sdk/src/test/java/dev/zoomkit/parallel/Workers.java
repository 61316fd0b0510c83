package dev.zoomkit.parallel;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Watches who works, and how many do at a time. Thread-safe. */
final class Workers {

  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /** Does the work of an item. */
  <T> T work(Callable<T> work) {
    threads.add(Thread.currentThread());
    most.accumulateAndGet(working.incrementAndGet(), Math::max);
    try {
      return work.call();
    } catch (InterruptedException interrupt) {
      interrupted.incrementAndGet();
      throw new IllegalStateException(interrupt);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    } finally {
      working.decrementAndGet();
    }
  }

  /** Works until it is interrupted, and says when it has begun. */
  <T> T workForever(CountDownLatch begun) {
    return work(
        () -> {
          begun.countDown();
          new CountDownLatch(1).await();
          throw new AssertionError("It is for ever.");
        });
  }

  int mostAtATime() {
    return most.get();
  }

  int workingNow() {
    return working.get();
  }

  int interrupted() {
    return interrupted.get();
  }

  /** Returns when all threads that worked have ended. */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException(interrupt);
    }
  }
}
