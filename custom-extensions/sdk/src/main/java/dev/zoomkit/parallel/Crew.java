package dev.zoomkit.parallel;

import dev.zoomkit.internal.thread.Threads;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The threads of a job, which knows by them when the last one has ended. */
final class Crew {

  private static final AtomicLong WORKERS = new AtomicLong();

  private final Threads threads;
  private final ReentrantLock lock;
  private final Condition changed;
  private int working;

  /** With the lock of a job, and its condition for whoever waits. */
  Crew(Threads threads, ReentrantLock lock, Condition changed) {
    this.threads = threads;
    this.lock = lock;
    this.changed = changed;
  }

  /** Starts a worker; with the lock. Throws what the system says that has no more threads. */
  void start(Runnable task) {
    threads.start(() -> work(task), "zoomkit-fan-out-" + WORKERS.incrementAndGet());
    working++;
  }

  private void work(Runnable task) {
    try {
      task.run();
    } finally {
      lock.lock();
      working--;
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Starts no further worker. */
  void close() {
    threads.close();
  }

  /** Returns when all have ended, interrupted or not. */
  void awaitEnd() {
    lock.lock();
    try {
      while (working > 0) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
