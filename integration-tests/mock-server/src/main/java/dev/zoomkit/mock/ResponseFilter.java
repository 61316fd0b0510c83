package dev.zoomkit.mock;

/**
 * Changes what the mock is about to send. Called from the mock's threads, so an implementation has
 * to be thread-safe. Where it fails or returns null, the caller gets HTTP 500, and the test what
 * {@link MockZoom#rethrowFailure} says.
 */
@FunctionalInterface
public interface ResponseFilter {

  /**
   * Says what to send instead.
   *
   * @param operationId the operation that responds, or {@link MockZoom#TOKEN_OPERATION}
   * @param response what the mock would send
   * @return the response to send; the same one to leave it as it is
   */
  MockResponse change(String operationId, MockResponse response);
}
