package dev.zoomkit.internal.http;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.listen.CallEvent;
import dev.zoomkit.listen.CallEvent.AttemptEnded;
import dev.zoomkit.listen.ObservedCall;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AttemptInterceptorTest {

  @Test
  void durationIsTheTimeThatThePassedMeterCounts() throws Exception {
    AtomicLong nanos = new AtomicLong(7);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                new AttemptInterceptor() {
                  @Override
                  long nanoTime() {
                    return nanos.get();
                  }
                })
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

  @Test
  void interruptThatOkHttpDoesNotDeclareIsToldAndStaysSet() {
    List<CallEvent> events = new ArrayList<>();
    CallReport report =
        new CallReport(
            new Listening(events::add, Clock.systemUTC()), new ObservedCall(1, "getThing", null));
    HttpUrl url = HttpUrl.get(ZoomClient.ZOOM_ENDPOINT);
    CallContext context = new CallContext(new ZoomHosts(url), CallBounds.NONE, null, report);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(new AttemptInterceptor())
            .addInterceptor(
                chain -> {
                  throw AttemptInterceptorTest.<RuntimeException>undeclared(
                      new InterruptedException());
                })
            .build();
    Call call =
        http.newCall(new Request.Builder().url(url).tag(CallContext.class, context).build());

    assertThatThrownBy(call::execute).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(events)
        .last(InstanceOfAssertFactories.type(AttemptEnded.class))
        .satisfies(ended -> assertThat(ended.failure()).isInstanceOf(InterruptedIOException.class));
  }

  @SuppressWarnings("unchecked")
  private static <X extends Exception> X undeclared(Exception checked) throws X {
    throw (X) checked;
  }
}
