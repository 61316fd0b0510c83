package dev.zoomkit.internal.http;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class AttemptInterceptorTest {

  @Test
  void durationIsTheTimeThatThePassedMeterCounts() throws Exception {
    AtomicLong nanos = new AtomicLong(7);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(new AttemptInterceptor(nanos::get))
            .addInterceptor(
                chain -> {
                  nanos.addAndGet(1_500_000_000);
                  return chain.proceed(chain.request());
                })
            .build();
    try (FakeZoom zoom = new FakeZoom().respond(json("{}"));
        CapturedLog log = new CapturedLog("dev.zoomkit.http")) {
      HttpUrl url = HttpUrl.get(zoom.endpoint());
      CallContext context = new CallContext(new ZoomHosts(url));
      http.newCall(new Request.Builder().url(url).tag(CallContext.class, context).build())
          .execute()
          .close();

      assertThat(log.lines())
          .containsExactly("token: GET /v2/: HTTP 200 after 1500 ms, tracking id WEB_1");
    }
  }
}
