package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.http.RequestHandler;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.Description;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's assertions of the requests of an operation that a mock has received: see {@link
 * MockZoomAssert#received}. Each {@code with} leaves those that have what it says, and fails where
 * there is none; {@link #once} and {@link #times} count those that are left.
 */
@SuppressWarnings("exports") // As MockZoomAssert.
public final class ReceivedAssert extends AbstractAssert<ReceivedAssert, List<MockRequest>> {
  private final Arrivals arrivals;
  private final String operationId;
  private final String words;

  ReceivedAssert(Arrivals arrivals, String operationId) {
    this(arrivals, operationId, operationId, arrivals.of(operationId));
  }

  private ReceivedAssert(
      Arrivals arrivals, String operationId, String words, List<MockRequest> left) {
    super(left, ReceivedAssert.class);
    this.arrivals = arrivals;
    this.operationId = operationId;
    this.words = words;
  }

  /** There is one, described as another assertion is. */
  ReceivedAssert areThere(@Nullable Description description) {
    as(description);
    if (actual.isEmpty()) {
      throw failed("Expected a call of " + words + ".");
    }
    return this;
  }

  private AssertionError failed(String expectation) {
    return failure("%s", arrivals.words(expectation, operationId));
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
    if (actual.size() != number) {
      throw failed(
          "Expected " + calls(number) + " of " + words + ", and not " + actual.size() + ".");
    }
    return this;
  }

  private static String calls(int number) {
    return number == 1 ? "one call" : number + " calls";
  }

  /** There is one to a path, as sent and without the query, such as {@code /v2/users/me}. */
  public ReceivedAssert withPath(String path) {
    Arguments.require("ReceivedAssert.withPath needs a path", path);
    return with("the path " + path, request -> path(request).equals(path));
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
        request ->
            value.equals(
                RequestHandler.query(request.path().replaceFirst("[^?]*\\??", "")).get(name)));
  }

  /**
   * There is one with a header of this value; its name ignores case. Of {@code Authorization} the
   * mock keeps the scheme alone: {@code Bearer ***}.
   */
  public ReceivedAssert withHeader(String name, String value) {
    Arguments.require("ReceivedAssert.withHeader needs a name", name);
    Arguments.require("ReceivedAssert.withHeader needs a value", value);
    return with(
        "the header " + name + ": " + value, request -> value.equals(request.headers().get(name)));
  }

  /**
   * There is one with this body and nothing more in it. As in JSON, the order of an object's fields
   * and blanks between them say nothing.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public ReceivedAssert withBody(String json) {
    JsonNode expected = json("withBody", json);
    return with("the body " + json, request -> expected.equals(Json.parse(request.body())));
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
        "a body that contains " + json,
        request -> {
          JsonNode body = Json.parse(request.body());
          return body != null && contains(body, expected);
        });
  }

  private static JsonNode json(String caller, String text) {
    Arguments.require("ReceivedAssert." + caller + " needs a JSON text", text);
    JsonNode json = Json.parse(text);
    if (json == null) {
      throw new IllegalArgumentException("This is no JSON: " + text);
    }
    return json;
  }

  private static boolean contains(JsonNode whole, JsonNode part) {
    if (part.isObject()) {
      return whole.isObject()
          && part.properties().stream()
              .allMatch(
                  field ->
                      whole.has(field.getKey())
                          && contains(whole.get(field.getKey()), field.getValue()));
    } else if (part.isArray()) {
      if (!whole.isArray() || whole.size() != part.size()) {
        return false;
      }
      for (int index = 0; index < part.size(); index++) {
        if (!contains(whole.get(index), part.get(index))) {
          return false;
        }
      }
      return true;
    }
    return whole.equals(part);
  }

  private ReceivedAssert with(String what, Predicate<MockRequest> condition) {
    List<MockRequest> left = actual.stream().filter(condition).toList();
    String all = words.equals(operationId) ? words + " with " + what : words + " and " + what;
    if (left.isEmpty()) {
      throw failed("Expected a call of " + all + ".");
    }
    return new ReceivedAssert(arrivals, operationId, all, left).areThere(info.description());
  }
}
