package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Arrivals.Compared;
import dev.zoomkit.mock.http.RequestHandler;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's assertions of the calls of an operation that a mock has received: see {@link
 * MockZoomAssert#received}. Each {@code with} leaves those that have what it says, and fails where
 * there is none; {@link #once} and {@link #times} count those that are left. A request whose access
 * token the mock refused with 401 is no call.
 */
@SuppressWarnings("exports") // As MockZoomAssert.
public final class ReceivedAssert extends AbstractAssert<ReceivedAssert, List<MockRequest>> {
  private final Arrivals arrivals;
  private final String operationId;
  private final String words;
  private final List<SeenRequest> left;

  ReceivedAssert(Arrivals arrivals, String operationId) {
    this(arrivals, operationId, operationId, arrivals.calls(operationId));
  }

  private ReceivedAssert(
      Arrivals arrivals, String operationId, String words, List<SeenRequest> left) {
    super(left.stream().map(SeenRequest::request).toList(), ReceivedAssert.class);
    this.arrivals = arrivals;
    this.operationId = operationId;
    this.words = words;
    this.left = left;
  }

  /** There is one, described as another assertion is. */
  ReceivedAssert areThere(WritableAssertionInfo other) {
    as(other.description());
    if (other.overridingErrorMessage() != null) {
      info.overridingErrorMessage(other.overridingErrorMessage());
    }
    if (isOfAll() && number() == 0) {
      throw failed("Expected a call of " + words + ".", List.of());
    }
    return this;
  }

  /** Whether nothing is said of the calls yet but whose they are. */
  private boolean isOfAll() {
    return words.equals(operationId);
  }

  /** How many are left, kept or not where none was left out. */
  private int number() {
    return isOfAll() ? arrivals.count(operationId).calls() : left.size();
  }

  private AssertionError failed(String expectation, List<Compared> compared) {
    return failure("%s", arrivals.words(expectation, operationId, compared));
  }

  /** There is one of them and no more. */
  public ReceivedAssert once() {
    return times(1);
  }

  /**
   * There are so many of them.
   *
   * @throws IllegalArgumentException if the number is less than 1; {@link
   *     MockZoomAssert#neverReceived} says that there is none
   */
  public ReceivedAssert times(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "Something is received at least once, not " + number + " times; neverReceived says so.");
    }
    boolean allSeen = isOfAll() || arrivals.areAllKept(operationId);
    if (number() != number || !allSeen) {
      List<Compared> those = left.stream().map(one -> new Compared(one, List.of())).toList();
      String found =
          allSeen ? ", and not " + number() : "; of those that are kept, it is " + number();
      throw failed("Expected " + calls(number) + " of " + words + found + ".", those);
    }
    return this;
  }

  private static String calls(int number) {
    return number == 1 ? "one call" : number + " calls";
  }

  /** There is one to a path, as sent and without the query, such as {@code /v2/users/me}. */
  public ReceivedAssert withPath(String path) {
    Arguments.require("ReceivedAssert.withPath needs a path", path);
    return with("the path " + path, seen -> difference("path", path, path(seen.request())));
  }

  private static String path(MockRequest request) {
    return request.path().replaceFirst("\\?.*", "");
  }

  /** There is one with a query parameter of this value, both decoded. */
  public ReceivedAssert withQuery(String name, String value) {
    Arguments.require("ReceivedAssert.withQuery needs a name", name);
    Arguments.require("ReceivedAssert.withQuery needs a value", value);
    return with(
        "the query parameter " + name + "=" + value,
        seen -> difference(name, value, query(seen.request()).get(name)));
  }

  private static Map<String, String> query(MockRequest request) {
    return RequestHandler.query(request.path().replaceFirst("[^?]*\\??", ""));
  }

  /**
   * There is one with a header of this value; its name ignores case. Of {@code Authorization} the
   * mock keeps the scheme alone: {@code Bearer ***}.
   */
  public ReceivedAssert withHeader(String name, String value) {
    Arguments.require("ReceivedAssert.withHeader needs a name", name);
    Arguments.require("ReceivedAssert.withHeader needs a value", value);
    return with(
        "the header " + name + ": " + value,
        seen -> difference(name, value, seen.request().headers().get(name)));
  }

  private static List<String> difference(String what, String expected, @Nullable String actual) {
    if (expected.equals(actual)) {
      return List.of();
    }
    String found = actual == null ? "but it is absent" : "not " + actual;
    return List.of(what + ": expected " + expected + ", " + found);
  }

  /**
   * There is one with this body and nothing more in it. As in JSON, the order of an object's fields
   * and blanks between them say nothing; 45 and 45.0 are the same number.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public ReceivedAssert withBody(String json) {
    JsonNode expected = json("withBody", json);
    return with("the body " + json, seen -> arrivals.differences(seen, expected, true));
  }

  /**
   * There is one with a body that has all of this, and maybe more: objects may have further fields,
   * arrays no further items.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public ReceivedAssert withBodyContaining(String json) {
    JsonNode expected = json("withBodyContaining", json);
    return with(
        "a body that contains " + json, seen -> arrivals.differences(seen, expected, false));
  }

  private static JsonNode json(String caller, String text) {
    Arguments.require("ReceivedAssert." + caller + " needs a JSON text", text);
    JsonNode json = Json.parse(text);
    if (json == null) {
      throw new IllegalArgumentException("This is no JSON: " + text);
    }
    return json;
  }

  private ReceivedAssert with(String what, Function<SeenRequest, List<String>> differences) {
    List<Compared> compared =
        left.stream().map(seen -> new Compared(seen, differences.apply(seen))).toList();
    List<SeenRequest> those =
        compared.stream()
            .filter(one -> one.differences().isEmpty())
            .map(Compared::request)
            .toList();
    String all = words + (isOfAll() ? " with " : " and ") + what;
    if (those.isEmpty()) {
      throw failed("Expected a call of " + all + ".", compared);
    }
    return new ReceivedAssert(arrivals, operationId, all, those).areThere(info);
  }
}
