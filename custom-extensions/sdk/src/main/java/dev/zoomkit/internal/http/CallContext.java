package dev.zoomkit.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What happened on the way of one call: a tag of its request, because the code that decodes a
 * response sees only its body. Used by the one thread that runs the call; another one may cancel
 * it.
 */
public final class CallContext {

  private final ZoomHosts hosts;
  private final CallBounds bounds;
  private final @Nullable Operation operation;
  private final @Nullable CallReport report;
  private final Waits waits = new Waits();
  private final Transmission transmission = new Transmission();
  private final List<Exception> earlierFailures = new ArrayList<>();
  private @Nullable Exception openFailure;
  private @Nullable Response response;
  private @Nullable Redirect redirect;
  private @Nullable Instant start;
  private @Nullable Call call;

  /** At its beginning, with the hosts that its token may go to. */
  public CallContext(ZoomHosts hosts) {
    this(hosts, CallBounds.NONE);
  }

  /** The same, of a call that something may end before its time. */
  public CallContext(ZoomHosts hosts, CallBounds bounds) {
    this(hosts, bounds, null, null);
  }

  /**
   * The same, of a call of an operation.
   *
   * @param operation null for a request of a token
   * @param report tells the listener of it; null where nobody listens
   */
  public CallContext(
      ZoomHosts hosts,
      CallBounds bounds,
      @Nullable Operation operation,
      @Nullable CallReport report) {
    this.hosts = hosts;
    this.bounds = bounds;
    this.operation = operation;
    this.report = report;
  }

  /**
   * The context of the call that a request belongs to.
   *
   * @throws IllegalStateException if the request was not made by a ZoomClient
   */
  public static CallContext of(Request request) {
    CallContext context = request.tag(CallContext.class);
    if (context == null) {
      throw new IllegalStateException("Not a call of a ZoomClient: " + request.method());
    }
    return context;
  }

  /** The operation that is called; null where that is not known from here. */
  @Nullable Operation operation() {
    return operation;
  }

  /** The hosts that the token of the call may go to. */
  public ZoomHosts hosts() {
    return hosts;
  }

  /** Makes its timeout that of the call, which goes by this context. */
  public void of(Call made) {
    call = made;
    made.addEventListener(transmission);
    Duration timeout = bounds.timeout();
    if (timeout != null) {
      made.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /**
   * Has the call end with the signals that it heeds.
   *
   * @throws IOException if one of them was given before
   */
  public void enter() throws IOException {
    List<CancelSignal> signals = bounds.signals();
    for (int index = 0; index < signals.size(); index++) {
      signals.get(index).add(this);
    }
    for (int index = 0; index < signals.size(); index++) {
      if (signals.get(index).isGiven()) {
        leave();
        cancel();
        throw refused(new IOException("cancelled before the call was sent"));
      }
    }
  }

  /** Has the signals forget the call, which has ended. */
  public void leave() {
    List<CancelSignal> signals = bounds.signals();
    for (int index = 0; index < signals.size(); index++) {
      signals.get(index).remove(this);
    }
  }

  /** Ends the call, whatever it does or waits for. Thread-safe. */
  void cancel() {
    if (call != null) {
      call.cancel();
    }
    waits.cancel();
  }

  /** Tells the listener of the call; null where nobody listens. */
  public @Nullable CallReport report() {
    return report;
  }

  /** Tells the listener that the call ended, with a failure, or null for a success. */
  public void ended(@Nullable Throwable failure) {
    if (report != null) {
      report.ended(failure);
    }
  }

  /** Tells the listener what refuses the call, and returns it. */
  public <X extends Throwable> X refused(X refusal) {
    if (report != null) {
      report.refused(refusal);
    }
    return refusal;
  }

  /** What it waits for, which ends when it is cancelled. */
  public Waits waits() {
    return waits;
  }

  /** Notes when it began. */
  public void begins(Instant now) {
    start = now;
  }

  /** How long it has been under way; none before it began. */
  public Duration elapsed(Instant now) {
    return start == null ? Duration.ZERO : Duration.between(start, now);
  }

  /** A wait that may not end after the call must; the longest one where that is sooner. */
  public Duration shortened(Duration longest, Instant now) {
    Duration timeout = bounds.timeout();
    if (timeout == null) {
      return longest;
    }
    Duration left = timeout.minus(elapsed(now));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(longest) < 0 ? left : longest;
  }

  /** What went over the wire. */
  public Transmission transmission() {
    return transmission;
  }

  /** Notes the redirect that was not followed; null where the response is none. */
  public void endedAt(@Nullable Redirect notFollowed) {
    redirect = notFollowed;
  }

  /** The redirect that was not followed; null where there was none. */
  public @Nullable Redirect redirect() {
    return redirect;
  }

  /** Notes the response that the caller will get. */
  public void responded(Response response) {
    this.response = response;
  }

  /**
   * Status, headers and request as sent. Its body is not to be read.
   *
   * @throws IllegalStateException before it has come
   */
  public Response response() {
    if (response == null) {
      throw new IllegalStateException("No response has come yet.");
    }
    return response;
  }

  /** Notes why an attempt failed that is repeated now. */
  public void failed(Exception failure) {
    earlierFailures.add(failure);
    if (openFailure == null && transmission.lastMayHaveWorked()) {
      openFailure = failure;
    }
  }

  /** Says of a write that an earlier attempt may have worked; null where none can have. */
  public @Nullable String earlierEffect(Request request) {
    if (Operation.isRead(request) || !transmission.earlierMayHaveWorked()) {
      return null;
    }
    return openFailure == null
        ? "An earlier attempt may have worked."
        : "An earlier attempt may have worked: %s.".formatted(openFailure.getMessage());
  }

  /** Hangs the failures of the earlier attempts on the one that the caller sees. */
  public <X extends Throwable> X withEarlierFailures(X last) {
    for (Exception earlier : earlierFailures) {
      if (earlier != last) {
        last.addSuppressed(earlier);
      }
    }
    earlierFailures.clear();
    return last;
  }
}
