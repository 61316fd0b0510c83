package dev.zoomkit.internal.http;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What went over the wire for one call, as OkHttp tells it: also what it sends on its own, and what
 * the user's interceptors repeat. Used by the one thread that runs the call.
 */
public final class Transmission extends EventListener {

  private boolean lastMayHaveWorked;
  private boolean earlierMayHaveWorked;

  /** Whether an answer leaves open if its request took effect: HTTP 408, and 500 to 599. */
  public static boolean leavesOpen(Response response) {
    return response.code() >= 500 || response.code() == 408;
  }

  /** Whether the request sent last took effect for all that is known; false before it was sent. */
  boolean lastMayHaveWorked() {
    return lastMayHaveWorked;
  }

  /** The same of a request sent before the last one. */
  boolean earlierMayHaveWorked() {
    return earlierMayHaveWorked;
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    earlierMayHaveWorked |= lastMayHaveWorked;
    lastMayHaveWorked = true;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    lastMayHaveWorked = leavesOpen(response);
  }
}
