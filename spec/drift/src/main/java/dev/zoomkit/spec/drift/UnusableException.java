package dev.zoomkit.spec.drift;

/** What was given cannot be worked with. The message is one line for a person. */
final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }
}
