package dev.zoomkit.spec.reader;

import java.util.List;

/** An overlay that cannot be applied; the message has a line for each reason. */
public final class OverlayException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  OverlayException(List<String> reasons) {
    super(String.join(System.lineSeparator(), reasons));
  }
}
