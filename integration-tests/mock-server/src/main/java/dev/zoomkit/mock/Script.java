package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.http.Interceptor;
import dev.zoomkit.mock.http.RequestHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a test has asked of the mock, and what the mock has seen. Thread-safe. */
final class Script implements Interceptor {
  private static final int MOST_REQUESTS = 1000;
  private static final ResponseFilter NO_FILTER = (operationId, response) -> response;

  private final Map<String, Deque<UnaryOperator<Supplier<Response>>>> steps = new HashMap<>();
  private final Deque<SeenRequest> seenRequests = new ArrayDeque<>();
  private ResponseFilter filter = NO_FILTER;

  void respondNext(String operationId, MockResponse response) {
    add(operationId, own -> response::response);
  }

  void changeNext(String operationId, UnaryOperator<MockResponse> change) {
    add(operationId, own -> () -> change.apply(new MockResponse(own.get())).response());
  }

  private synchronized void add(String operationId, UnaryOperator<Supplier<Response>> step) {
    steps.computeIfAbsent(operationId, id -> new ArrayDeque<>()).add(step);
  }

  @Override
  public Response respond(String operationId, Supplier<Response> own) {
    UnaryOperator<Supplier<Response>> step = next(operationId);
    return step == null ? own.get() : step.apply(own).get();
  }

  private synchronized @Nullable UnaryOperator<Supplier<Response>> next(String operationId) {
    Deque<UnaryOperator<Supplier<Response>>> queue = steps.get(operationId);
    return queue == null ? null : queue.poll();
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
    for (Iterator<SeenRequest> newest = seenRequests.descendingIterator(); newest.hasNext(); ) {
      if (newest.next().end(request, response)) {
        return;
      }
    }
  }

  synchronized List<MockRequest> requests() {
    return seenRequests.stream().map(SeenRequest::request).toList();
  }

  synchronized List<SeenRequest> seenRequests() {
    return List.copyOf(seenRequests);
  }

  synchronized void clear() {
    steps.clear();
    seenRequests.clear();
    filter = NO_FILTER;
  }
}
