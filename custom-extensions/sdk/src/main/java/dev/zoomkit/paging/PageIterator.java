package dev.zoomkit.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks pages; the next one is fetched by {@link #next()}. */
final class PageIterator<T> implements Iterator<Page<T>> {

  private final PageCursor<T> walk;
  private boolean ended;

  PageIterator(PageCursor<T> walk) {
    this.walk = walk;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Page<T> next() {
    if (ended) {
      throw new NoSuchElementException("There are no more pages.");
    }
    ended = true; // Stays so if the fetch fails.
    Page<T> page = walk.next();
    ended = page.nextPageToken() == null && page.nextPageNumber() == null;
    return page;
  }
}
