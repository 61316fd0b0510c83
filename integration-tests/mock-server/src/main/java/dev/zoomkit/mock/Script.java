package dev.zoomkit.mock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a test has asked of the mock, and what the mock has seen. Thread-safe. */
final class Script {
  private static final int MOST_REQUESTS = 1000;

  private final Map<String, Deque<Step>> steps = new HashMap<>();
  private final Deque<MockRequest> requests = new ArrayDeque<>();
  private AnswerFilter filter = (operationId, answer) -> answer;

  /** An answer in place of the operation's own, or a change of it; one of the two is null. */
  record Step(@Nullable MockAnswer answer, @Nullable UnaryOperator<MockAnswer> change) {}

  synchronized void answerNext(String operationId, MockAnswer answer) {
    steps.computeIfAbsent(operationId, id -> new ArrayDeque<>()).add(new Step(answer, null));
  }

  synchronized void changeNext(String operationId, UnaryOperator<MockAnswer> change) {
    steps.computeIfAbsent(operationId, id -> new ArrayDeque<>()).add(new Step(null, change));
  }

  /** Takes what was asked for the next request of an operation; null where nothing was. */
  synchronized @Nullable Step next(String operationId) {
    Deque<Step> queue = steps.get(operationId);
    return queue == null ? null : queue.poll();
  }

  synchronized void filter(AnswerFilter newFilter) {
    filter = newFilter;
  }

  synchronized AnswerFilter filter() {
    return filter;
  }

  synchronized void saw(MockRequest request) {
    requests.add(request);
    if (requests.size() > MOST_REQUESTS) {
      requests.remove();
    }
  }

  synchronized List<MockRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    steps.clear();
    requests.clear();
    filter = (operationId, answer) -> answer;
  }
}
