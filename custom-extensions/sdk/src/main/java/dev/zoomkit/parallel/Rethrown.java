package dev.zoomkit.parallel;

import java.util.stream.Stream;

/** Throws in one thread what another one threw. */
final class Rethrown {

  private Rethrown() {}

  /** Throws it as it is, checked or not; returns nothing. */
  static RuntimeException of(Throwable failure) {
    throw Rethrown.<RuntimeException>as(failure);
  }

  /**
   * Throws it as it is, with the stack of this thread, which waited for it, below that of the
   * worker.
   */
  static RuntimeException withOwnStack(Throwable failure) {
    failure.setStackTrace(
        Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    throw of(failure);
  }

  @SuppressWarnings("unchecked") // The compiler alone knows of checked exceptions.
  private static <E extends Throwable> E as(Throwable failure) throws E {
    throw (E) failure;
  }
}
