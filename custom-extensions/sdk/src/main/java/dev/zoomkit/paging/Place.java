package dev.zoomkit.paging;

import dev.zoomkit.internal.window.PageSource;
import dev.zoomkit.internal.window.Span;

/**
 * What the {@link Position} behind a page is made of when somebody asks for it, because that makes
 * a call of the list, which tells it from others.
 *
 * @param items how many of the window came before
 * @param last the hash of the last of them
 */
record Place(
    PageSource<?> source,
    boolean newestFirst,
    Span window,
    PageCursor.Read<?> read,
    long items,
    long last) {

  Position position() {
    return new Position(
        source.operation(),
        Pages.identity(source),
        newestFirst,
        window,
        read.nextToken(),
        read.nextNumber(),
        items,
        last);
  }
}
