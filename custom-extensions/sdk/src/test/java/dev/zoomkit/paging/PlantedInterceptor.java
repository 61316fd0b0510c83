package dev.zoomkit.paging;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Stands where callers see it, to show that the rule bites. */
public final class PlantedInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request());
  }
}
