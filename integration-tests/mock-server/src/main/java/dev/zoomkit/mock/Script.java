package dev.zoomkit.mock;

import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.http.Interceptor;
import dev.zoomkit.mock.http.RequestHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a test has asked of the mock, and what the mock has seen. Thread-safe. */
final class Script implements Interceptor {
  private static final int MOST_REQUESTS = 1000;
  private static final ResponseFilter NO_FILTER = (operationId, response) -> response;

  private final List<ScriptedCalls> scripted = new ArrayList<>();
  private final Deque<SeenRequest> seenRequests = new ArrayDeque<>();
  private ResponseFilter filter = NO_FILTER;

  synchronized void add(ScriptedCalls calls) {
    scripted.add(calls);
  }

  /** Forgets the calls of an operation; all where it is null. */
  synchronized void clear(@Nullable String operationId) {
    scripted.removeIf(calls -> calls.isOf(operationId));
  }

  @Override
  public Response respond(
      String operationId, RequestHandler.Request request, Supplier<Response> own) {
    ScriptedCalls calls;
    try {
      calls = next(operationId, request);
    } catch (RuntimeException | Error failure) {
      return failed(failure);
    }
    if (calls == null) {
      return own.get();
    }
    try {
      return calls.respond(operationId, () -> new MockResponse(carriedOut(own))).response();
    } catch (RuntimeException | Error failure) {
      return failed(failure);
    }
  }

  private static Response failed(Throwable failure) {
    return Response.error(500, 500, "What a test scripted failed: " + failure);
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
    SeenRequest seen = underWay(request);
    MockRequest shown = seen == null ? MockRequest.of(operationId, request) : seen.request();
    ScriptedCalls chosen = null;
    for (ScriptedCalls calls : scripted) {
      if (calls.count(operationId, shown) && (chosen == null || !chosen.isOnce())) {
        chosen = calls;
      }
    }
    if (chosen != null && chosen.isOnce()) {
      scripted.remove(chosen);
    }
    if (chosen != null && seen != null) {
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
    return filter().change(operationId, new MockResponse(response)).response();
  }

  @Override
  public synchronized void saw(@Nullable String operationId, RequestHandler.Request request) {
    seenRequests.add(new SeenRequest(MockRequest.of(operationId, request), request));
    if (seenRequests.size() > MOST_REQUESTS) {
      seenRequests.remove();
    }
  }

  @Override
  public synchronized void responded(RequestHandler.Request request, Response response) {
    SeenRequest seen = underWay(request);
    if (seen != null) {
      seen.end(response);
    }
  }

  /** One that is not responded to yet; null where so many have come since that it is forgotten. */
  private @Nullable SeenRequest underWay(RequestHandler.Request request) {
    for (Iterator<SeenRequest> newest = seenRequests.descendingIterator(); newest.hasNext(); ) {
      SeenRequest seen = newest.next();
      if (seen.isOf(request)) {
        return seen;
      }
    }
    return null;
  }

  synchronized List<MockRequest> requests() {
    return seenRequests.stream().map(SeenRequest::request).toList();
  }

  synchronized List<SeenRequest> seenRequests() {
    return List.copyOf(seenRequests);
  }

  synchronized void clear() {
    clear(null);
    seenRequests.clear();
    filter = NO_FILTER;
  }
}
