package dev.zoomkit.internal.window;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

public interface DateRange<D> {
  static DateRange<LocalDate> ofDates(
      @Nullable LocalDate from, @Nullable LocalDate to, int maxDays, int pastMonths) {
    throw new UnsupportedOperationException();
  }

  static DateRange<OffsetDateTime> ofTimes(
      @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, int maxDays, int pastMonths) {
    throw new UnsupportedOperationException();
  }
}
