package dev.zoomkit.internal.rate;

import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimitState;
import dev.zoomkit.rate.RateLimits;
import java.util.List;

/** The limits of a client that keeps none. */
public enum NoLimits implements RateLimits {
  /** The one there is. */
  NONE;

  @Override
  public RateLimitPolicy policy() {
    return RateLimitPolicy.off();
  }

  @Override
  public List<RateLimitState> state() {
    return List.of();
  }
}
