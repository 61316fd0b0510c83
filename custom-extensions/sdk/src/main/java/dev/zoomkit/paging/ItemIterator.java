package dev.zoomkit.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks the items of pages. Looking ahead may fail, but only {@link #next()} tells. */
final class ItemIterator<T> implements Walk<T> {

  private final Walk<Page<T>> pages;
  private Iterator<T> items = Collections.emptyIterator();
  private @Nullable RuntimeException failure;

  ItemIterator(Walk<Page<T>> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (failure == null && !items.hasNext() && pages.hasNext()) {
      try {
        items = pages.next().items().iterator();
      } catch (RuntimeException thrown) {
        failure = thrown;
      }
    }
    return failure != null || items.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more items.");
    }
    RuntimeException surfacing = failure;
    if (surfacing != null) {
      failure = null;
      throw surfacing;
    }
    return items.next();
  }

  @Override
  public void close() {
    failure = null;
    items = Collections.emptyIterator();
    pages.close();
  }
}
