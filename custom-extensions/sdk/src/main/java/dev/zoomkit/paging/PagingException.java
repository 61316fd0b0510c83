package dev.zoomkit.paging;

import dev.zoomkit.error.ZoomException;

/** The server leads in circles: the walk was ended, because it would never have done so itself. */
public final class PagingException extends ZoomException {

  private static final long serialVersionUID = 1L;

  PagingException(String sentence) {
    super(sentence, null);
  }
}
