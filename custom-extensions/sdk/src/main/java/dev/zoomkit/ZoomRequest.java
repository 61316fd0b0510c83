package dev.zoomkit;

import com.squareup.moshi.JsonAdapter;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.FreeCalls;
import dev.zoomkit.internal.FreeRequest;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.user.UserRef;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request that no method of this SDK makes, with all that other calls have: tokens, repetitions
 * by HTTP method, limits, errors, options of the view, refusal by a read-only client. {@link
 * ZoomAccount#request} begins one; each method returns a changed copy, and the last one sends it.
 * Immutable and thread-safe.
 *
 * <p>Those that send block, and throw a {@link dev.zoomkit.error.ZoomException} where no success
 * comes back, and an {@link IllegalStateException} where a value of the path is missing.
 */
public final class ZoomRequest {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final FreeCalls calls;
  private final FreeRequest request;

  private ZoomRequest(FreeCalls calls, FreeRequest request) {
    this.calls = calls;
    this.request = request;
  }

  static ZoomRequest of(CallExecutor calls, String method, String path) {
    Arguments.require("request", "method", method);
    if (!METHODS.contains(method)) {
      throw Arguments.unfit(
          "request",
          "method",
          "of %s; \"%s\" is none.".formatted(String.join(", ", METHODS), method));
    }
    FreeRequest request =
        new FreeRequest(method, segments(path), Map.of(), Set.of(), Map.of(), null, null);
    if (!calls.accountId().equals(Operation.ME)
        && request.path().get(0).equals("accounts")
        && request.path().size() > 1
        && Operation.isParameter(request.path().get(1))) {
      throw Arguments.unfit(
          "request",
          "path",
          "below the account: leave /accounts/%s out.".formatted(request.path().get(1)));
    }
    return new ZoomRequest(calls.free(), request);
  }

  private static List<String> segments(String path) {
    Texts.checked("request", "path", path);
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw Arguments.unfit(
          "request", "path", "such as /chat/users/{userId}/channels, which begins with one slash.");
    } else if (path.contains("?") || path.contains("#")) {
      throw Arguments.unfit("request", "path", "without a query. Use query(name, value) for that.");
    }
    List<String> segments = List.of(path.substring(1).split("/", -1));
    Set<String> names = new HashSet<>();
    for (String segment : segments) {
      if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
        throw Arguments.unfit(
            "request",
            "path",
            "without empty segments, \".\" and \"..\"; %s has one.".formatted(path));
      }
      boolean braces = segment.contains("{") || segment.contains("}");
      if (braces && !(Operation.isParameter(segment) && names.add(segment))) {
        throw Arguments.unfit(
            "request",
            "path",
            "whose names in braces are whole segments and each of its own; %s is none."
                .formatted(segment));
      }
    }
    return segments;
  }

  /**
   * A value of the path, as it is; it is encoded as Zoom needs it, a UUID twice where it must be.
   *
   * @throws IllegalArgumentException if the path has no such name, or the value is blank, {@code .}
   *     or {@code ..}, or cannot be sent
   */
  public ZoomRequest path(String name, String value) {
    return path(name, value, false);
  }

  /**
   * A number in the path.
   *
   * @throws IllegalArgumentException if the path has no such name
   */
  public ZoomRequest path(String name, long value) {
    return path(name, Long.toString(value), false);
  }

  /**
   * A user in the path. A server-to-server app may not write {@link UserRef#me()}.
   *
   * @throws IllegalArgumentException if the path has no such name
   */
  public ZoomRequest path(String name, UserRef user) {
    Arguments.require("path", "user", user);
    return path(name, user.value(), true);
  }

  private ZoomRequest path(String name, String value, boolean user) {
    Arguments.require("path", "name", name);
    request.requireValue(name, value);
    Map<String, String> values = new LinkedHashMap<>(request.values());
    values.put(name, value);
    Set<String> users = new HashSet<>(request.users());
    if (user) {
      users.add(name);
    } else {
      users.remove(name);
    }
    return with(values, users, request.query(), request.body(), request.label());
  }

  /**
   * A value of the query, in place of an earlier one of the same name.
   *
   * @param value a text, number, boolean, date, enumeration constant or the like; what {@code
   *     toString()} says is sent, encoded
   * @throws IllegalArgumentException if one of them is blank or has blanks around it, or a control
   *     character
   */
  public ZoomRequest query(String name, Object value) {
    Texts.checked("query", "name", name);
    Map<String, String> query = new LinkedHashMap<>(request.query());
    query.put(name, Texts.of("query", "value of " + name, value));
    return with(request.values(), request.users(), query, request.body(), request.label());
  }

  /**
   * What is sent as JSON.
   *
   * @param value a model of this SDK, a map, a list, a text, a number or a boolean
   * @throws IllegalArgumentException if JSON has nothing for it
   * @throws IllegalStateException if the method is GET
   */
  public ZoomRequest body(Object value) {
    Arguments.require("body", "value", value);
    if (request.method().equals("GET")) {
      throw new IllegalStateException(request.name() + " sends no body, because it is a GET.");
    }
    ByteString json = Texts.json("body", "value", value, calls::json);
    return with(request.values(), request.users(), request.query(), json, request.label());
  }

  /**
   * What it counts as in the limits of the account, which a client with {@code rateLimits} keeps;
   * in none unless set, because nothing is known of it.
   */
  public ZoomRequest label(RateLabel label) {
    Arguments.require("label", "label", label);
    return with(request.values(), request.users(), request.query(), request.body(), label);
  }

  /**
   * Sends it. Blocks.
   *
   * @return the JSON: a map, a list, a text, a {@code Long}, a {@code BigDecimal} or a boolean, all
   *     unmodifiable; null where the body is empty
   */
  public @Nullable Object json() {
    return calls.json(request);
  }

  /**
   * Sends it. Blocks.
   *
   * @param type a model of this SDK, or a type of yours that Moshi reads, such as a public record
   * @throws IllegalArgumentException if nothing reads JSON into the type
   */
  public <T> T as(Class<T> type) {
    return calls.as(request, adapter("as", type));
  }

  /**
   * The list that stands in a field of each page. Sends nothing until it is read. It leads on by
   * {@code next_page_token}, else by {@code page_number}; one in the query is where it begins.
   *
   * @param itemsField the field, such as {@code users}
   */
  public Pages<Map<String, @Nullable Object>> pages(String itemsField) {
    return calls.pages(request, Texts.checked("pages", "itemsField", itemsField));
  }

  /**
   * The same with items of a type.
   *
   * @param type a model of this SDK, or a type of yours that Moshi reads, such as a public record
   * @throws IllegalArgumentException if nothing reads JSON into the type
   */
  public <T> Pages<T> pages(String itemsField, Class<T> type) {
    Texts.checked("pages", "itemsField", itemsField);
    return calls.pages(request, itemsField, adapter("pages", type));
  }

  /** Sends it. Blocks until the file begins, which the caller closes. */
  public Download download() {
    return calls.download(request);
  }

  /** Sends it, and reads nothing of what comes back. Blocks. */
  public void run() {
    calls.run(request);
  }

  private <T> JsonAdapter<T> adapter(String caller, Class<T> type) {
    Arguments.require(caller, "type", type);
    try {
      return calls.adapter(type);
    } catch (IllegalArgumentException | AssertionError unreadable) {
      IllegalArgumentException refusal =
          Arguments.unfit(
              caller,
              "type",
              "that JSON can be read into: a model, or a public record or class of yours; %s is none."
                  .formatted(type.getSimpleName()));
      refusal.initCause(unreadable);
      throw refusal;
    }
  }

  private ZoomRequest with(
      Map<String, String> values,
      Set<String> users,
      Map<String, String> query,
      @Nullable ByteString body,
      @Nullable RateLabel label) {
    return new ZoomRequest(
        calls,
        new FreeRequest(
            request.method(),
            request.path(),
            Collections.unmodifiableMap(values),
            Collections.unmodifiableSet(users),
            Collections.unmodifiableMap(query),
            body,
            label));
  }

  /** Method and path, as they were given. */
  @Override
  public String toString() {
    return "ZoomRequest[" + request.name() + "]";
  }
}
