package dev.zoomkit.paging;

import dev.zoomkit.internal.window.Cut;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.Span;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The windows of a walk in their order; a resumed walk begins with the one where it was. */
final class WindowSequence {

  private final @Nullable Span first;
  private final Cut rest;
  private final boolean newestFirst;
  private @Nullable RuntimeException refusal;
  private long begun;

  private WindowSequence(@Nullable Span first, Cut rest, boolean newestFirst) {
    this.first = first;
    this.rest = rest;
    this.newestFirst = newestFirst;
  }

  /**
   * Of a walk that starts now. Where Zoom no longer has a part of it, and that is not to be left
   * out, the first window is a {@link RetentionException}.
   *
   * @param resumed the window to begin with; null for the first one of the range
   * @param ended whether that window was read to its end, so that the next one follows
   */
  static WindowSequence of(
      String operation,
      DateRange<?> range,
      Clock clock,
      WalkOptions options,
      @Nullable Span resumed,
      boolean ended) {
    boolean onlyKept = options.withinRetention();
    Cut rest;
    if (resumed == null) {
      rest = range.cut(clock, onlyKept);
    } else {
      rest =
          options.newestFirst()
              ? range.cutBefore(resumed, clock, onlyKept)
              : range.cutAfter(resumed, clock, onlyKept);
    }
    WindowSequence all = new WindowSequence(ended ? null : resumed, rest, options.newestFirst());
    LocalDate firstKept = onlyKept ? null : range.firstKept(clock);
    LocalDate firstDay = all.firstDay();
    if (firstKept != null && firstDay != null && firstDay.isBefore(firstKept)) {
      all.refusal = RetentionException.tooEarly(operation, firstDay, firstKept);
    }
    return all;
  }

  /** How many there are. */
  long count() {
    return rest.count() + (first == null ? 0 : 1);
  }

  /** How many were begun. */
  long begun() {
    return begun;
  }

  boolean hasNext() {
    return begun < count();
  }

  Span next() {
    if (refusal != null) {
      throw refusal;
    }
    long index = begun++;
    if (first != null) {
      if (index == 0) {
        return first;
      }
      index--;
    }
    return rest.get(newestFirst ? rest.count() - 1 - index : index);
  }

  private @Nullable LocalDate firstDay() {
    LocalDate ofRest = rest.count() == 0 ? null : rest.get(0).firstDay();
    LocalDate ofFirst = first == null ? null : first.firstDay();
    return ofRest == null || ofFirst != null && ofFirst.isBefore(ofRest) ? ofFirst : ofRest;
  }
}
