package dev.zoomkit.internal.window;

import dev.zoomkit.value.PagedResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of a list come from. Immutable.
 *
 * @param <T> the type of an item
 */
public final class PageSource<T> {

  /** What an operation takes to lead on from a page. */
  public enum Step {
    TOKEN,
    NUMBER,
    TOKEN_OR_NUMBER
  }

  /** Makes the call for a page of a window: by neither its first one, by both that of the token. */
  @FunctionalInterface
  public interface Calls<T> {
    PendingCall<? extends PagedResponse<T>> page(
        @Nullable String token, @Nullable Integer number, Span window);
  }

  private final String operation;
  private final Step step;
  private final @Nullable String token;
  private final @Nullable Integer number;
  private final DateRange<?> range;
  private final Clock clock;
  private final Calls<T> calls;

  /** Of an operation; by no token or an empty one, from the first page. */
  public PageSource(
      String operation,
      Step step,
      @Nullable String token,
      @Nullable Integer number,
      DateRange<?> range,
      Clock clock,
      Calls<T> calls) {
    this.operation = operation;
    this.step = step;
    this.token = token == null || token.isEmpty() ? null : token;
    this.number = number;
    this.range = range;
    this.clock = clock;
    this.calls = calls;
  }

  /** What messages call it. */
  public String operation() {
    return operation;
  }

  /** What leads on from a page. */
  public Step step() {
    return step;
  }

  /** The one to begin with; null for the page of the number. */
  public @Nullable String token() {
    return token;
  }

  /** The one to begin with; null for the first page. */
  public @Nullable Integer number() {
    return number;
  }

  /** All that the list covers. */
  public DateRange<?> range() {
    return range;
  }

  /** Says what is today, and how long a walk takes. */
  public Clock clock() {
    return clock;
  }

  /** Makes the calls. */
  public Calls<T> calls() {
    return calls;
  }
}
