package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.http.RequestHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The requests that a mock has seen: the last ones kept, and all of them counted. Thread-safe. */
final class RequestLog {
  /** What requests that named no operation are counted as. */
  static final String NO_OPERATION = "(no operation)";

  private final int most;
  private final Deque<SeenRequest> kept = new ArrayDeque<>();
  private final Map<RequestHandler.Request, SeenRequest> underWay = new IdentityHashMap<>();
  private final Map<String, Count> counts = new TreeMap<>();

  /**
   * An empty log.
   *
   * @param most how many requests are kept
   */
  RequestLog(int most) {
    this.most = most;
  }

  /**
   * How many requests of an operation there were.
   *
   * @param all whatever became of them
   * @param refused those that the mock itself refused
   * @param withoutToken those of the refused whose access token was refused
   */
  record Count(int all, int refused, int withoutToken) {
    static final Count NONE = new Count(0, 0, 0);

    /** Those that count as calls: a client repeats the others with a new token. */
    int calls() {
      return all - withoutToken;
    }

    private Count plus(Count other) {
      return new Count(all + other.all, refused + other.refused, withoutToken + other.withoutToken);
    }
  }

  /**
   * What there was at one moment.
   *
   * @param most how many requests are kept
   * @param kept the last requests, oldest first
   * @param counts of all requests, by operation in the alphabet's order
   */
  record Snapshot(int most, List<SeenRequest> kept, Map<String, Count> counts) {}

  synchronized Snapshot snapshot() {
    return new Snapshot(most, List.copyOf(kept), new TreeMap<>(counts));
  }

  synchronized void add(@Nullable String operationId, RequestHandler.Request request) {
    SeenRequest seen = new SeenRequest(MockRequest.of(operationId, request));
    kept.add(seen);
    if (kept.size() > most) {
      kept.remove();
    }
    underWay.put(request, seen);
    count(seen, new Count(1, 0, 0));
  }

  /** A request that is not responded to yet; null where it was not seen since all were cleared. */
  synchronized @Nullable SeenRequest underWay(RequestHandler.Request request) {
    return underWay.get(request);
  }

  synchronized void end(RequestHandler.Request request, Response response) {
    SeenRequest seen = underWay.remove(request);
    if (seen != null) {
      seen.end(response);
      if (seen.isRefused()) {
        count(seen, new Count(0, 1, seen.isCall() ? 0 : 1));
      }
    }
  }

  private void count(SeenRequest seen, Count one) {
    counts.merge(seen.operation(), one, Count::plus);
  }

  synchronized void clear() {
    kept.clear();
    underWay.clear();
    counts.clear();
  }
}
