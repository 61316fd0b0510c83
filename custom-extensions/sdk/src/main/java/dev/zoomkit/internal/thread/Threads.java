package dev.zoomkit.internal.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one place that makes threads for blocking calls: virtual ones where the JDK has them (21 and
 * newer), else daemons of a pool, of which so many run at a time and the other tasks wait. Makes
 * none before it is asked to. Thread-safe.
 */
public final class Threads implements AutoCloseable {

  /** How many run at a time where they are not virtual, unless it is said. */
  public static final int MOST = 64;

  private static final int IDLE_SECONDS = 30;

  /** Makes an unstarted virtual thread of a task and a name; null where the JDK has none. */
  private static final @Nullable MethodHandle VIRTUAL = virtual();

  private final int most;
  private @Nullable ThreadPoolExecutor pool;
  private volatile boolean closed;

  /** With {@link #MOST} at a time. */
  public Threads() {
    this(MOST);
  }

  /** With so many at a time where they are not virtual. */
  public Threads(int most) {
    this.most = most;
  }

  /** Whether threads cost so little that there may be one a call. */
  public static boolean areVirtual() {
    return VIRTUAL != null;
  }

  /**
   * Runs a task in a thread of its own.
   *
   * @throws RejectedExecutionException if this is closed
   */
  public void start(Runnable task, String name) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    } else if (VIRTUAL != null) {
      virtual(VIRTUAL, task, name).start();
    } else {
      pool().execute(() -> named(task, name));
    }
  }

  /** Takes no further task; those that were taken run to their end. */
  @Override
  public synchronized void close() {
    closed = true;
    if (pool != null) {
      pool.shutdown();
    }
  }

  private synchronized ThreadPoolExecutor pool() {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    if (pool == null) {
      pool =
          new ThreadPoolExecutor(
              most,
              most,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Threads::daemon);
      pool.allowCoreThreadTimeOut(true);
    }
    return pool;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(null, task, "zoomkit-idle", 0, false);
    thread.setDaemon(true);
    return thread;
  }

  private static void named(Runnable task, String name) {
    Thread thread = Thread.currentThread();
    String idle = thread.getName();
    thread.setName(name);
    try {
      task.run();
    } finally {
      thread.setName(idle);
    }
  }

  private static Thread virtual(MethodHandle unstarted, Runnable task, String name) {
    try {
      return (Thread) unstarted.invoke(name, task);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable undeclared) {
      throw new IllegalStateException(undeclared);
    }
  }

  /** {@code (name, task) -> Thread.ofVirtual().name(name).unstarted(task)}, for JDK 17, too. */
  private static @Nullable MethodHandle virtual() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle made =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
      MethodHandle named =
          lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class));
      MethodHandle unstarted =
          lookup.findVirtual(
              builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class));
      MethodHandle ofName =
          MethodHandles.foldArguments(named, made.asType(MethodType.methodType(builder)));
      MethodHandle ofBoth = MethodHandles.collectArguments(unstarted, 0, ofName);
      virtual(ofBoth, () -> {}, "zoomkit-probe");
      return ofBoth;
    } catch (ReflectiveOperationException | RuntimeException none) {
      return null; // JDK 17 to 20; the latter two have them as a preview that has to be enabled.
    }
  }
}
