package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.CallLimit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The day that Zoom counts calls in: from 00:00 UTC to 00:00 UTC. */
public final class UtcDay {

  private static final String PERIOD = "P1D";

  private UtcDay() {}

  /** Whether a limit counts the calls of a day. */
  public static boolean isPeriodOf(CallLimit limit) {
    return limit.period().equals(PERIOD);
  }

  /** The first 00:00 UTC after an instant. */
  public static Instant endAfter(Instant instant) {
    return instant.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }
}
