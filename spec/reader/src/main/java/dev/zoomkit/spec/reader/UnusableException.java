package dev.zoomkit.spec.reader;

/** What a tool was given cannot be worked with. The message is one line for a person. */
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal of what was given.
   *
   * @param message what is wrong with it; blanks and line ends in a row become one blank
   */
  public UnusableException(String message) {
    super(message.replaceAll("\\s+", " "));
  }
}
