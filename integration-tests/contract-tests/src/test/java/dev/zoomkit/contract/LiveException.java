package dev.zoomkit.contract;

/** The API cannot be checked at all; the message says why, in one line. */
final class LiveException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LiveException(String message) {
    super(message, null, false, false);
  }
}
