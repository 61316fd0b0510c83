package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.PageSource;
import dev.zoomkit.internal.window.PageSource.Step;
import dev.zoomkit.internal.window.PendingCall;
import dev.zoomkit.internal.window.Span;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page that is fetched while the one before is read, and what is left of it. */
class PrefetchTest {

  private static final int WAIT_SECONDS = 30;

  /** The threads that fetch, in the order in which they begin. */
  private final BlockingQueue<Thread> fetching = new LinkedBlockingQueue<>();

  /** What has to happen before a page other than the first one comes; nothing by default. */
  private final CountDownLatch gate = new CountDownLatch(1);

  private boolean gated;

  /** Pages of one item each: t1, t2 and so on up to t4. */
  private Pages<String> pages() {
    return Pages.of(
        new PageSource<>(
            "listThings", Step.TOKEN, null, null, DateRange.none(), Clock.systemUTC(), this::call));
  }

  private PendingCall<FakeList.Response> call(
      @Nullable String token, @Nullable Integer number, Span window) {
    return new PendingCall<>() {
      @Override
      public FakeList.Response send() {
        fetching.add(Thread.currentThread());
        if (gated && token != null) {
          await(gate);
          throw new IllegalStateException("given up");
        }
        int page = token == null ? 1 : Integer.parseInt(token.substring(1));
        return new FakeList.Response(
            List.of("item " + page),
            page < 4 ? "t" + (page + 1) : "",
            null,
            null,
            null,
            null,
            null);
      }

      @Override
      public void cancel() {
        gate.countDown();
      }

      @Override
      public String line() {
        return "GET things";
      }
    };
  }

  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        assertThat(latch.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        break;
      } catch (InterruptedException alsoCancelled) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread of the next fetch, which has begun. */
  private Thread fetch() throws InterruptedException {
    Thread thread = fetching.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertThat(thread).as("a fetch that begins").isNotNull();
    return thread;
  }

  private static void assertEnds(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
    assertThat(thread.isAlive()).isFalse();
  }

  @AfterEach
  void open() {
    gate.countDown();
  }

  @Test
  void onePageIsFetchedAheadAndNoMore() throws InterruptedException {
    Walk<String> walk = pages().prefetching().walk();
    assertThat(fetching).as("before the first item is asked for").isEmpty();
    assertThat(walk.next()).isEqualTo("item 1");
    assertThat(fetch()).isSameAs(Thread.currentThread());

    Thread ahead = fetch();
    assertThat(ahead).isNotSameAs(Thread.currentThread());
    assertThat(ahead.isDaemon()).isTrue();
    assertEnds(ahead);
    assertThat(fetching).as("page 3").isEmpty();
    assertThat(walk).toIterable().containsExactly("item 2", "item 3", "item 4");
  }

  @Test
  void nothingIsFetchedAheadUnlessAskedFor() {
    Walk<String> walk = pages().walk();
    walk.next();

    assertThat(fetching).hasSize(1);
    assertThat(walk).toIterable().hasSize(3);
    assertThat(fetching).containsOnly(Thread.currentThread());
  }

  @Test
  void walkThatIsLeftBehindLeavesNoThread() throws InterruptedException {
    pages().prefetching().iterator().next();
    fetch();

    assertEnds(fetch());
  }

  @Test
  void closingGivesThePageUp() throws InterruptedException {
    gated = true;
    Walk<Page<String>> walk = pages().prefetching().walkByPage();
    walk.next();
    fetch();
    Thread ahead = fetch();
    walk.close();

    assertEnds(ahead);
    assertThat(walk.hasNext()).isFalse();
    walk.close();
  }

  @Test
  void closingAStreamGivesThePageUp() throws InterruptedException {
    gated = true;
    Thread ahead;
    try (Stream<String> items = pages().prefetching().stream()) {
      assertThat(items.iterator().next()).isEqualTo("item 1");
      fetch();
      ahead = fetch();
    }

    assertEnds(ahead);
  }

  @Test
  void closedWalkSendsNothing() {
    Walk<String> walk = pages().walk();
    walk.next();
    walk.close();

    assertThat(walk.hasNext()).isFalse();
    assertThat(fetching).hasSize(1);
  }

  @Test
  void failureAheadSurfacesFromNext() {
    gated = true;
    gate.countDown();
    Walk<String> walk = pages().prefetching().walk();

    assertThat(walk.next()).isEqualTo("item 1");
    assertThat(walk.hasNext()).isTrue();
    assertThatThrownBy(walk::next).hasMessage("given up");
    assertThat(walk.hasNext()).isFalse();
  }

  @Test
  void interruptEndsTheWaitForAPage() throws InterruptedException {
    gated = true;
    Walk<String> walk = pages().prefetching().walk();
    walk.next();
    fetch();
    Thread ahead = fetch();
    Thread.currentThread().interrupt();

    assertThatThrownBy(walk::next)
        .isInstanceOfSatisfying(
            CallInterruptedException.class,
            interrupt -> assertThat(interrupt.operation()).isEqualTo("listThings"));
    assertThat(Thread.interrupted()).isTrue();
    assertEnds(ahead);
    assertThat(walk.hasNext()).isFalse();
  }
}
