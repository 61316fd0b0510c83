package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Ratings of sessions: the dashboards have a day's together. */
final class RatingRules implements Rule {
  private final DelayRules delays;

  RatingRules(DelayRules delays) {
    this.delays = delays;
  }

  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    ResourceType type = call.location().type();
    if (type == null || !type.toString().equals(HeldRatings.DAYS)) {
      return kept;
    }
    TreeMap<String, Resource> days = new TreeMap<>();
    kept.stream()
        .filter(delays::isThere)
        .forEach(one -> days.merge(one.data().path("date").asText(), one, RatingRules::together));
    return new ArrayList<>(days.values());
  }

  private static Resource together(Resource one, Resource other) {
    return new Resource(
        one.type(), null, null, one.key(), HeldRatings.sum(one.data(), other.data()));
  }
}
