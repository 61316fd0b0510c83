package dev.zoomkit;

import dev.zoomkit.internal.CallSettings;
import dev.zoomkit.internal.http.CallBounds;
import dev.zoomkit.internal.http.CancelSignal;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a view have beside the settings of their client; made with {@link
 * ZoomClient#with} and {@link ZoomAccount#with}. Immutable and thread-safe.
 */
public final class CallOptions {

  private final CallSettings settings;

  private CallOptions(CallSettings settings) {
    this.settings = settings;
  }

  /** Those of a view, with others added. */
  static CallOptions added(
      CallSettings others, Function<@Nullable Object, ByteString> json, Consumer<Builder> options) {
    Arguments.require("with", "options", options);
    Builder builder = new Builder(others, json);
    options.accept(builder);
    return builder.build();
  }

  CallSettings settings() {
    return settings;
  }

  /** Adds to the options of the view that it was made from. Not thread-safe. */
  public static final class Builder {

    /** What a call cannot do without, and what would change how its body arrives. */
    private static final Set<String> OWN_HEADERS =
        Set.of(
            "accept-encoding",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private static final Duration LONGEST = Duration.ofDays(2);

    private final Function<@Nullable Object, ByteString> json;
    private @Nullable Duration timeout;
    private @Nullable RetryPolicy retryPolicy;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> query;
    private final Map<String, ByteString> bodyFields;
    private final List<Consumer<ResponseInfo>> listeners;
    private final List<CancelSignal> signals;

    private Builder(CallSettings others, Function<@Nullable Object, ByteString> json) {
      this.json = json;
      timeout = others.bounds().timeout();
      retryPolicy = others.retryPolicy();
      headers.putAll(others.headers());
      query = new LinkedHashMap<>(others.query());
      bodyFields = new LinkedHashMap<>(others.bodyFields());
      listeners = new ArrayList<>(others.listeners());
      signals = new ArrayList<>(others.bounds().signals());
    }

    /**
     * How long a call takes at most, with all its attempts and the waits between them, and the
     * reading of a file. A wait that would last longer is not begun: the call fails at once with
     * what it would have waited after. That of the HTTP client unless set, which has none unless
     * you brought one that does. Each page of a list is a call.
     *
     * @throws IllegalArgumentException if it is not positive, or longer than two days
     */
    public Builder timeout(Duration value) {
      Arguments.require("CallOptions", "timeout", value);
      if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
        throw Arguments.unfit(
            "CallOptions",
            "timeout",
            "longer than PT0S, up to %s; it was %s.".formatted(LONGEST, value));
      }
      timeout = value;
      return this;
    }

    /**
     * How a call is repeated; as the client has it unless set. The budget stays the client's,
     * whatever the policy says of it.
     */
    public Builder retryPolicy(RetryPolicy policy) {
      retryPolicy = Arguments.require("CallOptions", "retryPolicy", policy);
      return this;
    }

    /**
     * A header to send, in place of an earlier one of the same name. It stays on Zoom's hosts.
     *
     * @throws IllegalArgumentException if it is one that the client sends itself, such as {@code
     *     Authorization}, or cannot be sent: a name has letters, digits and hyphens, a value
     *     visible ASCII characters and blanks between them
     */
    public Builder header(String name, String value) {
      Arguments.requireText("CallOptions", "header name", name);
      if (!consistsOf(name, character -> isLetterOrDigit(character) || character == '-')) {
        throw Arguments.unfit("CallOptions", "header name", "of letters, digits and hyphens.");
      }
      if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        throw Arguments.unfit(
            "CallOptions",
            "header name",
            "other than %s, which is the client's own.".formatted(name));
      }
      Arguments.requireText("CallOptions", "value of the header " + name, value);
      if (!consistsOf(value, character -> character >= ' ' && character <= '~')) {
        throw Arguments.unfit(
            "CallOptions",
            "value of the header " + name,
            "of visible ASCII characters and blanks.");
      }
      headers.put(name, value);
      return this;
    }

    /**
     * A value for the query, which the description lacks yet. A call whose method sends one of that
     * name fails with an {@link IllegalArgumentException}, and sends nothing.
     *
     * @param value a text, number, boolean, date, enumeration constant or the like; what {@code
     *     toString()} says is sent, encoded, and a moment in UTC
     * @throws IllegalArgumentException if one of them is blank or has blanks around it, or a
     *     control character
     */
    public Builder query(String name, Object value) {
      Texts.checked("CallOptions", "query name", name);
      query.put(name, Texts.of("CallOptions", "value of the query " + name, value));
      return this;
    }

    /**
     * A top-level field of the JSON object that a call sends, which the description lacks yet; in
     * place of the one that it has. A call that sends no JSON object fails with an {@link
     * IllegalArgumentException}, and sends nothing.
     *
     * @param value a text, number, boolean, list, map or model of this SDK; null is sent as null
     * @throws IllegalArgumentException if the name is blank, or JSON has nothing for the value
     */
    public Builder bodyField(String name, @Nullable Object value) {
      Texts.checked("CallOptions", "name of the body field", name);
      bodyFields.put(
          name, Texts.json("CallOptions", "value of the body field " + name, value, json));
      return this;
    }

    /**
     * Is told of each successful response, also of each page of a list, by the thread that reads it
     * and before the call returns. What it throws, the call throws. All of them are told, in the
     * order in which they were added; must be thread-safe where the view is used by several
     * threads.
     */
    public Builder onResponse(Consumer<ResponseInfo> listener) {
      listeners.add(Arguments.require("CallOptions", "listener", listener));
      return this;
    }

    /** Ends the calls when it is cancelled, or another one that was named before. */
    public Builder cancelledBy(Cancellation cancellation) {
      signals.add(Arguments.require("CallOptions", "cancellation", cancellation).signal());
      return this;
    }

    private CallOptions build() {
      return new CallOptions(
          new CallSettings(
              new CallBounds(timeout, List.copyOf(signals)),
              retryPolicy,
              Collections.unmodifiableMap(new LinkedHashMap<>(headers)),
              Collections.unmodifiableMap(new LinkedHashMap<>(query)),
              Collections.unmodifiableMap(new LinkedHashMap<>(bodyFields)),
              List.copyOf(listeners)));
    }

    private static boolean consistsOf(String text, IntPredicate allowed) {
      return text.chars().allMatch(allowed);
    }

    private static boolean isLetterOrDigit(int character) {
      return character < 128 && Character.isLetterOrDigit(character);
    }
  }
}
