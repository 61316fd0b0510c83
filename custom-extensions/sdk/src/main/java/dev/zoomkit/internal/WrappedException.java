package dev.zoomkit.internal;

import java.io.IOException;

/** Brings an unchecked exception of an interceptor through OkHttp's threads to the callback. */
final class WrappedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final RuntimeException carried;

  private WrappedException(RuntimeException carried) {
    super(carried);
    this.carried = carried;
  }

  static IOException around(RuntimeException carried) {
    return new WrappedException(carried);
  }

  RuntimeException carried() {
    return carried;
  }
}
