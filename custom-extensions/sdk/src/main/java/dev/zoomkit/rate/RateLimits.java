package dev.zoomkit.rate;

import java.util.List;

/**
 * How an account stands with its rate limits, as far as its clients know. Two clients of one
 * account share it when the second is built with that of the first; nobody else implements it.
 * Thread-safe; reading it sends nothing.
 */
public interface RateLimits {

  /** What a call does when it is not its turn. */
  RateLimitPolicy policy();

  /** Where each label stands at this moment; empty where no limits are kept. */
  List<RateLimitState> state();
}
