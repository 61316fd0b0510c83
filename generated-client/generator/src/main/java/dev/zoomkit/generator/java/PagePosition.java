package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields that give the position of a page in its list, and the parameters that request a page.
 */
public final class PagePosition {
  /**
   * The fields of a response that give the position of its page, and the types that they may have.
   */
  public static final SortedMap<String, List<String>> FIELDS =
      new TreeMap<>(
          Map.of(
              "next_page_token", List.of("String"),
              "page_count", List.of("Integer"),
              "page_number", List.of("Integer"),
              "total_records", List.of("Integer", "Long")));

  /** The query parameter by which most lists page. */
  public static final String TOKEN = "next_page_token";

  /** The query parameter by which the other lists page. */
  public static final String NUMBER = "page_number";

  /** The query parameter that says how many items a page has at most. */
  public static final String SIZE = "page_size";

  private PagePosition() {}
}
