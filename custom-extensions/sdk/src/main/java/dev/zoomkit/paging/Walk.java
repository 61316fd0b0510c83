package dev.zoomkit.paging;

import java.util.Iterator;

/**
 * One walk through a list, for one thread at a time. Close one that is left before its end: a page
 * that is being fetched ahead is given up, and its connection with it. A walk at its end, or one
 * that failed, needs no closing.
 *
 * @param <E> what is walked: items or pages
 */
public interface Walk<E> extends Iterator<E>, AutoCloseable {

  /** Ends the walk: there is no next one. Does not block; closing it again does nothing. */
  @Override
  void close();
}
