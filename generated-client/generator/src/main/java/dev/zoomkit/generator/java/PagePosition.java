package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a page says about its place in the list, and what a call says to get it. */
public final class PagePosition {
  /** The fields of a response that say where a page stands, and the types that they may have. */
  public static final SortedMap<String, List<String>> FIELDS =
      new TreeMap<>(
          Map.of(
              "next_page_token", List.of("String"),
              "page_count", List.of("Integer"),
              "page_number", List.of("Integer"),
              "total_records", List.of("Integer", "Long")));

  /** The query parameter by which most lists page. */
  public static final String TOKEN = "next_page_token";

  /** The query parameter by which the others do. */
  public static final String NUMBER = "page_number";

  private PagePosition() {}
}
