package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as Zoom returns it. Generated models of paged operations implement it. What it
 * counts is read where the description lacks the field, too.
 *
 * @param <T> the type of an item
 */
public interface PagedResponse<T> {

  /** The items of this page; empty, never null, where Zoom left the list out. Immutable. */
  List<T> items();

  /**
   * The path of the list in the JSON, such as {@code users}, where Zoom left it out or sent null;
   * null where it is there, as empty as it may be.
   */
  default @Nullable String absentList() {
    return null;
  }

  /**
   * The token of the next page, valid for 15 minutes. Null or empty on the last page, and where the
   * operation has no token.
   */
  default @Nullable String nextPageToken() {
    return null;
  }

  /** The number of this page, from 1; null where Zoom does not say. */
  default @Nullable Integer pageNumber() {
    return undescribed("page_number");
  }

  /**
   * The number of pages; null where Zoom does not say, as on all pages but the first of some lists.
   */
  default @Nullable Integer pageCount() {
    return undescribed("page_count");
  }

  /**
   * The number of items over all pages, an {@link Integer} or a {@link Long}; null where Zoom does
   * not say. Zoom miscounts at times.
   */
  default @Nullable Number totalRecords() {
    return undescribed("total_records");
  }

  /**
   * What tells an item from all others of the list: its id, or a list of what it takes. Null where
   * nothing does. An item that comes on two pages is one item by this alone.
   */
  default @Nullable Object identity(T item) {
    Arguments.require("identity", "item", item);
    return null;
  }

  /** The first day that this response covers, by what it says itself; null where it does not. */
  default @Nullable LocalDate coveredFrom() {
    return undescribedDay("from");
  }

  /** The last day that this response covers, by what it says itself; null where it does not. */
  default @Nullable LocalDate coveredTo() {
    return undescribedDay("to");
  }

  /** The fields that Zoom sent and the description lacks, by name; empty without any. Immutable. */
  default Map<String, @Nullable Object> additionalProperties() {
    return Map.of();
  }

  private @Nullable LocalDate undescribedDay(String name) {
    try {
      return additionalProperties().get(name) instanceof String text ? Times.parseDate(text) : null;
    } catch (DateTimeException otherText) {
      return null;
    }
  }

  private @Nullable Integer undescribed(String name) {
    return additionalProperties().get(name) instanceof Long count && count == count.intValue()
        ? count.intValue()
        : null;
  }
}
