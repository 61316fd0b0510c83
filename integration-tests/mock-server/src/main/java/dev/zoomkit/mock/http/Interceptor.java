package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees every request, and has a say in every response. What a test has it do may fail; then it
 * responds with 500, and throws nothing but what {@code own} does.
 */
public interface Interceptor {

  /**
   * Is told of each request.
   *
   * @param operationId the operation that it named; null where it named none
   */
  void saw(@Nullable String operationId, RequestHandler.Request request);

  /** Is told how a request that it was told of is responded to. */
  void responded(RequestHandler.Request request, Response response);

  /**
   * Responds to a valid request.
   *
   * @param own carries the request out and returns what the mock itself responds with
   */
  Response respond(String operationId, RequestHandler.Request request, Supplier<Response> own);

  /** Changes a response before it is sent, or returns it as it is. */
  Response filter(String operationId, Response response);
}
