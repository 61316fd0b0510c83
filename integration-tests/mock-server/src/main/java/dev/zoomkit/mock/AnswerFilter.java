package dev.zoomkit.mock;

/**
 * Changes what the mock is about to send. Called from the mock's threads, so an implementation has
 * to be thread-safe.
 */
@FunctionalInterface
public interface AnswerFilter {

  /**
   * Says what to send instead.
   *
   * @param operationId the operation that answers, or {@link MockZoom#TOKEN_OPERATION}
   * @param answer what the mock would send
   * @return the answer to send; the same one to leave it as it is
   */
  MockAnswer change(String operationId, MockAnswer answer);
}
