package dev.zoomkit.mock.realism;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * Picks by the mock's seed and by the name of a place, so that a place is the same in every run.
 */
record Chance(long seed) {

  /** One of so many, from 0. */
  int pick(String place, int choices) {
    CRC32 sum = new CRC32();
    sum.update(place.getBytes(StandardCharsets.UTF_8));
    return new SplittableRandom(31 * seed + sum.getValue()).nextInt(choices);
  }
}
