package dev.zoomkit.internal.http;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What happened on the way of one call: a tag of its request, because the code that decodes an
 * answer sees only its body. Used by the one thread that runs the call.
 */
public final class Exchange {

  private final ZoomHosts hosts;
  private final Transmission transmission = new Transmission();
  private final List<Exception> earlierFailures = new ArrayList<>();
  private @Nullable Exception openFailure;
  private @Nullable Response answer;
  private @Nullable Redirect redirect;

  /** At its beginning, with the hosts that its token may go to. */
  public Exchange(ZoomHosts hosts) {
    this.hosts = hosts;
  }

  /**
   * The exchange of a request.
   *
   * @throws IllegalStateException if the request was not made by a ZoomClient
   */
  public static Exchange of(Request request) {
    Exchange exchange = request.tag(Exchange.class);
    if (exchange == null) {
      throw new IllegalStateException("Not a call of a ZoomClient: " + request.method());
    }
    return exchange;
  }

  /** The hosts that the token of the call may go to. */
  public ZoomHosts hosts() {
    return hosts;
  }

  /** What went over the wire. */
  public Transmission transmission() {
    return transmission;
  }

  /** Notes the redirect that was not followed; null where the answer is none. */
  public void endedAt(@Nullable Redirect notFollowed) {
    redirect = notFollowed;
  }

  /** The redirect that was not followed; null where there was none. */
  public @Nullable Redirect redirect() {
    return redirect;
  }

  /** Notes the answer that the caller will get. */
  public void answered(Response response) {
    answer = response;
  }

  /**
   * Status, headers and request as sent. Its body is not to be read.
   *
   * @throws IllegalStateException before the answer
   */
  public Response answer() {
    if (answer == null) {
      throw new IllegalStateException("No answer was noted yet.");
    }
    return answer;
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
