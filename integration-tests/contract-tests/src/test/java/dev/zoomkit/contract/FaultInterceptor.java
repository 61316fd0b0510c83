package dev.zoomkit.contract;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** The place of a fault on the way between client and mock; there is none at first. */
final class FaultInterceptor implements Interceptor {

  private volatile Fault fault = Fault.NONE;
  private volatile boolean effective;

  void plant(Fault planted) {
    fault = planted;
    effective = false;
  }

  void pull() {
    fault = Fault.NONE;
  }

  /** Whether the last fault has changed anything at all. */
  boolean wasEffective() {
    return effective;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Fault current = fault;
    Request request = chain.request();
    Request sent = current.request(request, chain);
    Response response = chain.proceed(sent);
    Response returned = current.response(request, response);
    effective |= sent != request || returned != response;
    return returned;
  }
}
