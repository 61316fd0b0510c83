package dev.zoomkit.paging;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Runs a task on a thread of its own that ends with it: a virtual one where Java has them. */
final class Background {

  private static final @Nullable MethodHandle VIRTUAL = virtual();

  private Background() {}

  static void run(String name, Runnable task) {
    Runnable named =
        () -> {
          Thread.currentThread().setName(name);
          task.run();
        };
    if (!startsVirtual(named)) {
      Thread thread = new Thread(named, name);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static boolean startsVirtual(Runnable task) {
    if (VIRTUAL == null) {
      return false;
    }
    try {
      Thread started = (Thread) VIRTUAL.invokeExact(task);
      return started != null;
    } catch (UnsupportedOperationException preview) {
      return false; // Java 19 and 20 have them, but only where asked to.
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static @Nullable MethodHandle virtual() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (NoSuchMethodException | IllegalAccessException older) {
      return null;
    }
  }
}
