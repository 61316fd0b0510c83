package dev.zoomkit.mock;

import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.http.Interceptor;
import dev.zoomkit.mock.http.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a test has asked of the mock, and what failed of it. Thread-safe. */
final class Script implements Interceptor {
  private static final ResponseFilter NO_FILTER = (operationId, response) -> response;

  private final RequestLog log;
  private final List<ScriptedCalls> scripted = new ArrayList<>();
  private ResponseFilter filter = NO_FILTER;
  private @Nullable Failure failure;

  Script(RequestLog log) {
    this.log = log;
  }

  /** What a function of the test threw in a thread of the mock, where no test sees it. */
  private record Failure(String whose, Throwable cause) {
    @Override
    public String toString() {
      return whose + " failed: " + cause;
    }
  }

  synchronized void add(ScriptedCalls calls) {
    scripted.add(calls);
  }

  /** Forgets the calls of an operation; all where it is null. */
  synchronized void clear(@Nullable String operationId) {
    scripted.removeIf(calls -> calls.isOf(operationId));
  }

  /** What was said of calls that never came, in words. */
  synchronized List<String> unmet() {
    return scripted.stream().filter(calls -> !calls.isMet()).map(ScriptedCalls::toString).toList();
  }

  @Override
  public Response respond(
      String operationId, RequestHandler.Request request, Supplier<Response> own) {
    ScriptedCalls calls;
    try {
      calls = next(operationId, request);
    } catch (RuntimeException | Error thrown) {
      return failed("What a test scripted for " + operationId, thrown);
    }
    if (calls == null) {
      return own.get();
    }
    try {
      return calls.respond(operationId, () -> new MockResponse(carriedOut(own))).response();
    } catch (RuntimeException | Error thrown) {
      return failed("What a test scripted for " + operationId, thrown);
    }
  }

  private static Response carriedOut(Supplier<Response> own) {
    try {
      return own.get();
    } catch (ErrorResponseException error) {
      return error.response();
    }
  }

  /** All that count the call do so; one of them responds. */
  private synchronized @Nullable ScriptedCalls next(
      String operationId, RequestHandler.Request request) {
    if (scripted.isEmpty()) {
      return null;
    }
    SeenRequest seen = log.underWay(request);
    MockRequest shown = seen == null ? MockRequest.of(operationId, request) : seen.request();
    ScriptedCalls chosen = null;
    for (ScriptedCalls calls : scripted) {
      if (calls.count(operationId, shown) && (chosen == null || !chosen.isOnce())) {
        chosen = calls;
      }
    }
    if (chosen == null) {
      return null;
    }
    chosen.meet();
    if (chosen.isOnce()) {
      scripted.remove(chosen);
    }
    if (seen != null) {
      seen.script();
    }
    return chosen;
  }

  synchronized void filter(ResponseFilter newFilter) {
    filter = newFilter;
  }

  private synchronized ResponseFilter filter() {
    return filter;
  }

  @Override
  public Response filter(String operationId, Response response) {
    try {
      MockResponse changed = filter().change(operationId, new MockResponse(response));
      return Arguments.require("A ResponseFilter returns a response", changed).response();
    } catch (RuntimeException | Error thrown) {
      return failed("The response filter, of " + operationId + ",", thrown);
    }
  }

  /** Keeps the first failure for the test, and tells the client of each. */
  private synchronized Response failed(String whose, Throwable cause) {
    Failure one = new Failure(whose, cause);
    failure = failure == null ? one : failure;
    return Response.error(500, 500, one.toString());
  }

  /** What failed first since it was asked for last, for a test to throw; null where nothing did. */
  synchronized @Nullable AssertionError takeFailure() {
    Failure first = failure;
    failure = null;
    return first == null ? null : new AssertionError(first.toString(), first.cause());
  }

  @Override
  public void saw(@Nullable String operationId, RequestHandler.Request request) {
    log.add(operationId, request);
  }

  @Override
  public void responded(RequestHandler.Request request, Response response) {
    log.end(request, response);
  }

  synchronized void clear() {
    clear(null);
    filter = NO_FILTER;
  }
}
