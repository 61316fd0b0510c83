package dev.zoomkit.paging;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list do not fit together: they lead in circles, or one counts items or pages that
 * neither it has nor anything leads to, or their tokens end again and again before a new item came.
 * The walk was ended, because it would never have done so itself, or would have ended early without
 * a word. The message names what is missing.
 */
public final class PagingException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private PagingException(String operation, String sentence, @Nullable RuntimeException cause) {
    super(new CallInfo(operation, null), operation + ": " + sentence, cause);
  }

  /** Not as its own type, which the JVM would load to check each class that throws it. */
  static RuntimeException of(String operation, String sentence) {
    return of(operation, sentence, null);
  }

  static RuntimeException of(String operation, String sentence, @Nullable RuntimeException cause) {
    return new PagingException(operation, sentence, cause);
  }
}
