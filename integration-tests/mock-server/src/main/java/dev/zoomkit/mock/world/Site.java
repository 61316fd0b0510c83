package dev.zoomkit.mock.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An account that is being filled.
 *
 * @param id null for the own account
 * @param domain of its users' addresses
 * @param now when it is to look as planned
 */
record Site(
    Doors doors,
    Map<String, String> id,
    String domain,
    AccountPlan plan,
    Random random,
    Instant now) {
  static final String PARAMETER = "accountId";

  List<String> create(String operationId, Map<String, String> path, ObjectNode body) {
    return doors.create(operationId, with(path), body);
  }

  JsonNode call(String operationId, Map<String, String> path, ObjectNode body) {
    return doors.call(operationId, with(path), body);
  }

  private Map<String, String> with(Map<String, String> path) {
    Map<String, String> all = new HashMap<>(id);
    all.putAll(path);
    return all;
  }

  /** A time between two. */
  Duration between(Duration least, Duration most) {
    return least.plusSeconds((long) (random.nextDouble() * most.minus(least).toSeconds()));
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Whether something is so that is so in a share of all cases. */
  boolean isOneOf(double share) {
    return random.nextDouble() < share;
  }
}
