package dev.zoomkit.parallel;

import org.jspecify.annotations.Nullable;

/**
 * What came of an item of a {@link FanOut}: a value, or the exception that ended it. Immutable;
 * thread-safe as far as item and value are.
 *
 * @param <T> the type of an item
 * @param <R> the type of a value
 */
public final class Outcome<T, R extends @Nullable Object> {

  private final T item;
  private final @Nullable R value;
  private final @Nullable Throwable failure;

  private Outcome(T item, @Nullable R value, @Nullable Throwable failure) {
    this.item = item;
    this.value = value;
    this.failure = failure;
  }

  static <T, R extends @Nullable Object> Outcome<T, R> of(T item, R value) {
    return new Outcome<>(item, value, null);
  }

  static <T, R extends @Nullable Object> Outcome<T, R> failed(T item, Throwable failure) {
    return new Outcome<>(item, null, failure);
  }

  /** The item of the source. */
  public T item() {
    return item;
  }

  /** Whether there is an exception, and no value. */
  public boolean isFailure() {
    return failure != null;
  }

  /**
   * What the function made of the item, or one of the things that it made. Throws the exception, as
   * it is, where there is one.
   */
  public R value() {
    if (failure != null) {
      throw Rethrown.of(failure);
    }
    return value;
  }

  /** The exception that the function threw for the item; null where there is a value. */
  public @Nullable Exception failure() {
    return (Exception) failure; // An error ends the whole, and is never handed out.
  }

  /** What was thrown, if it ends the whole; null where it does not. */
  @Nullable Throwable fatal(boolean collecting) {
    return collecting && !(failure instanceof Error) ? null : failure;
  }

  /** The item, and what came of it. */
  @Override
  public String toString() {
    return "Outcome[" + item + ": " + (failure == null ? value : failure) + "]";
  }
}
