package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports, dashboards, recordings, archives and summaries: what has just ended is not in them yet.
 */
final class DelayRules implements Rule {
  private static final Set<String> LATE =
      Set.of("Reports", "Dashboards", "Cloud Recording", "Archiving", "Meeting Summaries");
  private static final List<String> ENDS = List.of("end_time", "recording_end", "leave_time");

  private final ValueGenerator generator;
  private final Supplier<Duration> delay;

  DelayRules(ValueGenerator generator, Supplier<Duration> delay) {
    this.generator = generator;
    this.delay = delay;
  }

  @Override
  public void check(ResolvedCall call) {
    if (isLate(call) && call.location().role() == Role.ITEM && !isThere(call.subject())) {
      throw NotFoundErrors.notFound(call.operation(), "meeting", call.subject().key());
    }
  }

  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    return isLate(call) ? List.of(this::isThere) : List.of();
  }

  private boolean isLate(ResolvedCall call) {
    return !delay.get().isZero()
        && call.operation().method().equals("GET")
        && LATE.contains(call.operation().category());
  }

  /** Whether it has not just ended. */
  boolean isThere(Resource resource) {
    return isOver(end(resource.data()));
  }

  /** Whether an end, if there is one, is not so near that nobody is told of it yet. */
  boolean isOver(@Nullable Instant end) {
    Instant now = generator.instant();
    return end == null || end.isAfter(now) || !end.plus(delay.get()).isAfter(now);
  }

  /** The latest end that it or a part of it has; null where it has none. */
  private static @Nullable Instant end(JsonNode data) {
    Instant latest = null;
    for (String name : ENDS) {
      for (String text : data.findValuesAsText(name)) {
        try {
          Instant end = Instant.parse(text);
          latest = latest == null || end.isAfter(latest) ? end : latest;
        } catch (DateTimeException noTime) {
          continue;
        }
      }
    }
    return latest;
  }
}
