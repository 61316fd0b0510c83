package dev.zoomkit.parallel;

import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a client, several at a time. */
@Timeout(60)
class FanOutCallsTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  @Test
  void closingEndsCallsThatWaitAndLeavesNoConnection() throws Exception {
    zoom.respond(status(500, ""), status(500, ""), status(500, ""));
    CountDownLatch waiting = new CountDownLatch(3);
    Queue<RuntimeException> ends = new ConcurrentLinkedQueue<>();
    OkHttpClient http = new OkHttpClient();
    try (ZoomClient client =
            zoom.client()
                .httpClient(http)
                .sleeper(
                    duration -> {
                      waiting.countDown();
                      new CountDownLatch(1).await();
                    })
                .build();
        Results<Thing> things =
            FanOut.over(List.of("0", "1", "2", "3"))
                .map(id -> id.equals("0") ? new Thing(0L, null) : get(client, id, ends))) {
      assertThat(things.iterator().next().id()).isZero();
      waiting.await();
    }

    assertThat(ends).hasSize(3).hasOnlyElementsOfType(CallInterruptedException.class);
    assertThat(http.connectionPool().connectionCount())
        .isEqualTo(http.connectionPool().idleConnectionCount());
  }

  @Test
  void exceptionOfACallKeepsItsType() {
    zoom.respond(status(400, "{\"code\":300}"));
    try (ZoomClient client = zoom.client().build();
        Results<Thing> things =
            FanOut.over(List.of("1")).map(id -> get(client, id, new ConcurrentLinkedQueue<>()))) {
      assertThatThrownBy(() -> things.iterator().next()).isInstanceOf(BadRequestException.class);
    }
  }

  private static Thing get(ZoomClient client, String id, Queue<RuntimeException> ends) {
    try {
      return client.execute(client.api(ThingsApi.class).getThing("me", id));
    } catch (RuntimeException end) {
      ends.add(end);
      throw end;
    }
  }
}
