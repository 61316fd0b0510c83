package dev.zoomkit.spec.diff;

/** Input that nothing can be made of. Its message is one line for a person. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message.replaceAll("\\s+", " "));
  }
}
