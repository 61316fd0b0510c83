package dev.zoomkit.walks;

import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.ResponseFilter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the responses to a list, by their number. */
final class WalkFaults implements ResponseFilter {

  /** More than any walk of these tests should need, so that one that goes in circles ends. */
  static final int MOST_RESPONSES = 3_000;

  /** How long a client waits for a response. */
  static final Duration PATIENCE = Duration.ofMillis(100);

  private static final Duration PAGE_TOKEN_LIFE = Duration.ofMinutes(15);

  /** A fault of one response. */
  enum Fault {
    LATE,
    TOO_LATE,
    NO_RESPONSE,
    BROKEN_OFF,
    TRUNCATED,
    TOO_MANY_A_SECOND,
    TOO_MANY_A_DAY,
    TOO_MANY_WITHOUT_HEADERS,
    ERROR_500,
    HTML_502,
    HTML_200,
    ENDED_PAGE_TOKEN,
    ENDED_ACCESS_TOKEN,
    ITEM_ADDED,
    ITEM_REMOVED;

    boolean changesTheList() {
      return this == ITEM_ADDED || this == ITEM_REMOVED;
    }
  }

  private final MockZoom mock;
  private final String operation;
  private final Runnable addition;
  private final Runnable removal;
  private final Map<Integer, Fault> faults = new TreeMap<>();
  private int responses;

  /** How many threads of the mock are changing the list; a client may have given up long ago. */
  private int changing;

  WalkFaults(MockZoom mock, String operation, Runnable addition, Runnable removal) {
    this.mock = mock;
    this.operation = operation;
    this.addition = addition;
    this.removal = removal;
  }

  /** Begins to count anew, once nothing of the plan before changes the list any more. */
  synchronized void plan(Map<Integer, Fault> byNumber) throws InterruptedException {
    while (changing > 0) {
      wait();
    }
    faults.clear();
    faults.putAll(byNumber);
    responses = 0;
  }

  synchronized int responses() {
    return responses;
  }

  @Override
  public MockResponse change(String operationId, MockResponse response) {
    if (!operationId.equals(operation)) {
      return response;
    }
    Fault fault = next();
    return fault == null ? response : changed(fault, response);
  }

  private synchronized @Nullable Fault next() {
    if (++responses > MOST_RESPONSES) {
      throw new AssertionError("The walk does not end.");
    }
    Fault fault = faults.get(responses);
    changing += fault != null && fault.changesTheList() ? 1 : 0;
    return fault;
  }

  private MockResponse afterwards(Runnable change, MockResponse response) {
    try {
      change.run();
      return response;
    } finally {
      synchronized (this) {
        changing--;
        notifyAll();
      }
    }
  }

  private MockResponse changed(Fault fault, MockResponse response) {
    return switch (fault) {
      case LATE -> response.delayed(Duration.ofMillis(2));
      case TOO_LATE -> response.delayed(PATIENCE.multipliedBy(3));
      case NO_RESPONSE -> response.neverSent();
      case BROKEN_OFF -> response.brokenOffAfter(response.body().length() / 2);
      case TRUNCATED -> response.truncated();
      case TOO_MANY_A_SECOND ->
          MockResponse.tooManyPerSecond(mock.clock().instant().plusSeconds(1));
      case TOO_MANY_A_DAY ->
          MockResponse.tooManyPerDay(mock.clock().instant().plus(Duration.ofHours(5)));
      case TOO_MANY_WITHOUT_HEADERS -> MockResponse.error(429, 429, "Too many.");
      case ERROR_500 -> MockResponse.error(500, 1000, "Zoom failed.");
      case HTML_502 -> MockResponse.html(502, "<html>Bad gateway</html>");
      case HTML_200 -> MockResponse.html(200, "<html>A proxy's page</html>");
      case ENDED_PAGE_TOKEN -> {
        mock.clock().advance(PAGE_TOKEN_LIFE);
        yield response;
      }
      case ENDED_ACCESS_TOKEN -> MockResponse.error(401, 124, "The access token is expired.");
      case ITEM_ADDED -> afterwards(addition, response);
      case ITEM_REMOVED -> afterwards(removal, response);
    };
  }
}
