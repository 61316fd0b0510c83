package dev.zoomkit.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as Zoom answers it. Generated models of paged operations implement it.
 *
 * @param <T> the type of an item
 */
public interface PagedResponse<T> {

  /** The items of this page; empty, never null, where Zoom left the list out. Immutable. */
  List<T> items();

  /**
   * The token of the next page, valid for 15 minutes. Null or empty on the last page, and where the
   * operation has no token.
   */
  default @Nullable String nextPageToken() {
    return null;
  }

  /** The number of this page, from 1; null where Zoom does not say. */
  default @Nullable Integer pageNumber() {
    return null;
  }

  /**
   * The number of pages; null where Zoom does not say, as on all pages but the first of some lists.
   */
  default @Nullable Integer pageCount() {
    return null;
  }
}
