package dev.zoomkit.internal.http;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What happened on the way of one call: a tag of its request, because the code that decodes a
 * response sees only its body. Used by the one thread that runs the call.
 */
public final class CallContext {

  private final ZoomHosts hosts;
  private final Transmission transmission = new Transmission();
  private final List<Exception> earlierFailures = new ArrayList<>();
  private @Nullable Exception openFailure;
  private @Nullable Response response;
  private @Nullable Redirect redirect;

  /** At its beginning, with the hosts that its token may go to. */
  public CallContext(ZoomHosts hosts) {
    this.hosts = hosts;
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

  /** The hosts that the token of the call may go to. */
  public ZoomHosts hosts() {
    return hosts;
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
