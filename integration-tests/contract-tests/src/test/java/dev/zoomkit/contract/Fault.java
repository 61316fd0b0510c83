package dev.zoomkit.contract;

import java.io.IOException;
import okhttp3.Interceptor.Chain;
import okhttp3.Request;
import okhttp3.Response;

/** What somebody on the way makes of requests and responses. */
interface Fault {

  Fault NONE = new Fault() {};

  /** The request that goes on. */
  default Request request(Request request, Chain chain) throws IOException {
    return request;
  }

  /**
   * The response that goes back.
   *
   * @param request what came in, not what went on
   */
  default Response response(Request request, Response response) throws IOException {
    return response;
  }
}
