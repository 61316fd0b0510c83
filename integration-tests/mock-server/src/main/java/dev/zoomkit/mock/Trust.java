package dev.zoomkit.mock;

/**
 * How far the mock's response to an operation is to be trusted, least first. It is never claimed by
 * hand: the mock makes the call of the description's examples and looks. No response was held
 * against a recorded one of Zoom's, or a live account, so far; there is no level for that yet.
 */
public enum Trust {
  /** No source has the response; the description concludes it, and says from what. */
  INFERRED,
  /**
   * The response follows the description, which was written from Zoom's documentation. That is all
   * that can be said of a response without a body.
   */
  DESCRIBED,
  /**
   * Besides, the response to the call of the examples has each field of the example that the
   * description has for it, of the same type. The example is the description's own, as its values
   * are; the fields are those of Zoom's documentation.
   */
  EXAMPLE
}
