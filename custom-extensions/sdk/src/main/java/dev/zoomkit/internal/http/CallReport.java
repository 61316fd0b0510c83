package dev.zoomkit.internal.http;

import dev.zoomkit.listen.CallEvent.AttemptEnded;
import dev.zoomkit.listen.CallEvent.AttemptSent;
import dev.zoomkit.listen.CallEvent.CacheHit;
import dev.zoomkit.listen.CallEvent.Ended;
import dev.zoomkit.listen.CallEvent.Refused;
import dev.zoomkit.listen.CallEvent.Started;
import dev.zoomkit.listen.CallEvent.Waiting;
import dev.zoomkit.listen.ObservedCall;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tells the listener of one call, whose beginning and end it tells once. Used by one thread. */
public final class CallReport {

  private final Listening listening;
  private final ObservedCall call;
  private @Nullable Instant start;
  private @Nullable Instant sent;
  private int attempts;
  private @Nullable Integer status;
  private boolean over;

  CallReport(Listening listening, ObservedCall call) {
    this.listening = listening;
    this.call = call;
  }

  /** The call begins, if it has not. */
  public Instant started() {
    if (start == null) {
      start = listening.now();
      listening.tell(new Started(call));
    }
    return start;
  }

  /** Something needed was at hand. */
  public void hit(CacheHit.Kind kind) {
    listening.tell(new CacheHit(call, kind));
  }

  /** The client refuses the call. */
  public void refused(Throwable reason) {
    started();
    listening.tell(new Refused(call, reason));
  }

  /** The call waits. */
  public void waits(Waiting.Reason reason, Duration duration) {
    listening.tell(new Waiting(call, reason, duration));
  }

  void sent(Request request) {
    sent = listening.now();
    listening.tell(new AttemptSent(call, ++attempts, RequestLine.of(request)));
  }

  void responded(Response response) {
    status = response.code();
    attemptEnded(response.header("x-zm-trackingid"), null);
  }

  void notResponded(Throwable failure) {
    status = null;
    attemptEnded(null, failure);
  }

  private void attemptEnded(@Nullable String trackingId, @Nullable Throwable failure) {
    Instant now = listening.now();
    Duration duration = Duration.between(sent == null ? now : sent, now);
    listening.tell(new AttemptEnded(call, attempts, duration, status, trackingId, failure));
  }

  /** The call ends, if it has not: with a failure, or null for a success. */
  public void ended(@Nullable Throwable failure) {
    if (!over) {
      over = true;
      Duration duration = Duration.between(started(), listening.now());
      listening.tell(new Ended(call, attempts, duration, status, failure));
    }
  }
}
