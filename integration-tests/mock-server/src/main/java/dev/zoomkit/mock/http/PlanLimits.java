package dev.zoomkit.mock.http;

import dev.zoomkit.spec.reader.Typos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Zoom permits an account of a plan, by its spelling of the rate label. The contract tests
 * hold it against the numbers that the SDK goes by.
 */
public enum PlanLimits {
  FREE(
      Map.of("Light", 4, "Medium", 2, "Heavy", 1, "Resource-intensive", 10),
      Map.of("Light", 6_000, "Medium", 2_000, "Heavy", 1_000, "Resource-intensive", 30_000)),
  PRO(
      Map.of("Light", 30, "Medium", 20, "Heavy", 10, "Resource-intensive", 10),
      Map.of("Heavy", 30_000, "Resource-intensive", 30_000)),
  BUSINESS(
      Map.of("Light", 80, "Medium", 60, "Heavy", 40, "Resource-intensive", 20),
      Map.of("Heavy", 60_000, "Resource-intensive", 60_000));

  private final Map<String, Integer> calls;
  private final Map<String, Integer> callsADay;

  PlanLimits(Map<String, Integer> calls, Map<String, Integer> callsADay) {
    this.calls = calls;
    this.callsADay = callsADay;
  }

  /** The rate labels, as Zoom spells them in {@code X-RateLimit-Category}. */
  public static List<String> categories() {
    return List.of("Light", "Medium", "Heavy", "Resource-intensive");
  }

  /**
   * The spelling of a label that is given as a constant is, such as {@code RESOURCE_INTENSIVE}.
   *
   * @throws IllegalArgumentException if there is no such label
   */
  public static String category(String label) {
    Map<String, String> categories = new LinkedHashMap<>();
    for (String category : categories()) {
      categories.put(category.toUpperCase(Locale.ROOT).replace('-', '_'), category);
    }
    Typos.refuse("rate label", label, categories.keySet());
    return categories.get(label);
  }

  /** How many calls a second, or a minute of {@link #seconds}, may have. */
  public int calls(String category) {
    return calls.getOrDefault(category, Integer.MAX_VALUE);
  }

  /** How many seconds a window has. */
  public static long seconds(String category) {
    return category.equals("Resource-intensive") ? 60 : 1;
  }

  /** How many calls a day may have; 0 where it has no limit. */
  public int callsADay(String category) {
    return callsADay.getOrDefault(category, 0);
  }

  /** What counts together in a day: both heavier labels, but on the free plan. */
  String dayOf(String category) {
    return this != FREE && callsADay.containsKey(category) ? "Heavy" : category;
  }
}
