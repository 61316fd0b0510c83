package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingPage;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.paging.Page;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.Position;
import dev.zoomkit.paging.Walk;
import dev.zoomkit.paging.Windows;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the facade asks for over a range, over HTTP. */
class WindowedCallsTest {

  private static final OffsetDateTime FROM = OffsetDateTime.parse("2026-10-01T00:00:00Z");

  private final FakeZoom zoom = new FakeZoom();

  /** The threads that send, each with its connection made. */
  private final BlockingQueue<Thread> sending = new LinkedBlockingQueue<>();

  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .addNetworkInterceptor(
              chain -> {
                sending.add(Thread.currentThread());
                return chain.proceed(chain.request());
              })
          .build();

  private final ApiFactory apis =
      new ApiFactory(
          HttpUrl.get(zoom.endpoint()),
          http,
          new Moshi.Builder().build(),
          JsonReading.strict(),
          zoom.clock,
          (own, context) -> failure -> false,
          null,
          new Lifetime());
  private final CallExecutor calls = new CallExecutor("sub", apis);
  private final ThingsApi things = apis.api(ThingsApi.class);

  @AfterEach
  void close() {
    zoom.close();
  }

  private Pages<Thing> things(String userId) {
    return calls.tokenPages(
        "listThings",
        null,
        DateRange.ofTimes(FROM, FROM.plusDays(32), 31, 6),
        (token, from, to) -> things.listThings("sub", userId, from, token));
  }

  private static MockResponse page(int id, String next) {
    return json("{\"things\":[{\"id\":%d}],\"next_page_token\":\"%s\"}".formatted(id, next));
  }

  @Test
  void eachWindowIsRequestedFromItsFirstPageOn() {
    zoom.respond(page(1, "t2"), page(2, ""), page(3, ""));

    assertThat(things("jill")).extracting(Thing::id).containsExactly(1L, 2L, 3L);
    String path = "GET /v2/accounts/sub/users/jill/things?from=";
    assertThat(zoom.lines())
        .containsExactly(
            path + "2026-10-01T00%3A00%3A00Z",
            path + "2026-10-01T00%3A00%3A00Z&next_page_token=t2",
            path + "2026-11-01T00%3A00%3A00Z");
  }

  @Test
  void numbersAndTokensTakeWindowsToo() {
    zoom.respond(page(1, ""), page(2, ""), page(3, ""), json("{\"things\":[]}"));
    DateRange<OffsetDateTime> range = DateRange.ofTimes(FROM, FROM.plusDays(31), 31, 6);

    assertThat(
            calls.tokenOrNumberPages(
                "listThings",
                null,
                null,
                range,
                (token, number, from, to) -> things.listThings("sub", "a", from, token)))
        .hasSize(2);
    assertThat(
            calls.numberPages(
                "listThings",
                7,
                DateRange.none(),
                (number, from, to) -> things.listThings("sub", "n" + number, null, null)))
        .hasSize(1);
    assertThat(zoom.lines())
        .filteredOn(line -> line.contains("/n"))
        .containsExactly(
            "GET /v2/accounts/sub/users/n7/things", "GET /v2/accounts/sub/users/n8/things");
  }

  @Test
  void operationWithoutPagesGivesAResponseAWindow() {
    zoom.respond(page(1, ""), page(2, ""));
    Windows<ThingPage> windows =
        calls.windows(
            "listThingsOfJill",
            DateRange.ofTimes(FROM, FROM.plusDays(31), 31, 6),
            (from, to) -> things.listThingsOfJill("sub", from));

    assertThat(windows.stream().map(window -> window.to() + " " + window.value().items()))
        .containsExactly(
            "2026-10-31T23:59:59Z [Thing[id=1, topic=null]]",
            "2026-11-01T00:00:00Z [Thing[id=2, topic=null]]");
  }

  @Test
  void positionIsOfOneAccountAndUser() {
    zoom.respond(page(1, "t2"), page(2, ""), page(3, ""));
    Page<Thing> first = things("jill").byPage().iterator().next();
    Position position = Position.parse(first.position().text());

    assertThatThrownBy(() -> things("sam").resumeAt(position))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(zoom.calls).hasSize(1);
    assertThat(things("jill").resumeAt(position)).extracting(Thing::id).containsExactly(2L, 3L);
  }

  @Test
  void callOfOneWindowRefusesMore() {
    DateRange<LocalDate> range =
        DateRange.ofDates(FROM.toLocalDate(), FROM.toLocalDate().plusDays(31), 31, 6);

    assertThatThrownBy(() -> calls.requireOneWindow("getUse", range))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("getUseByWindow");
  }

  /** The second page never comes; only closing ends the wait for it. */
  @Test
  void closedWalkLeavesNoThreadAndNoConnection() throws InterruptedException {
    zoom.respond(
        page(1, "t2"),
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Walk<Thing> walk = things("jill").prefetching().walk();
    walk.next();
    assertThat(sending.take()).isSameAs(Thread.currentThread());
    Thread ahead = sending.poll(30, TimeUnit.SECONDS);
    walk.close();

    ahead.join(TimeUnit.SECONDS.toMillis(5));
    assertThat(ahead.isAlive()).as("OkHttp would wait 10 seconds").isFalse();
    assertThat(http.connectionPool().connectionCount()).isZero();
  }
}
