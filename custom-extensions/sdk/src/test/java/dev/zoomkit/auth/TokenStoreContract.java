package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.auth.TokenStore.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps to. Each store's own test extends it. */
@SuppressWarnings("try") // A lock is held, not called.
abstract class TokenStoreContract {

  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int THREADS = 64;

  private static final List<String> STRANGE_KEYS =
      List.of(
          ".",
          "..",
          "../../etc/passwd",
          "/etc/passwd",
          "a",
          "A",
          "ä",
          "a\u0308",
          "a/b",
          "a\\b",
          "a b",
          "a\0b",
          "a\nb",
          "CON",
          "nul.txt",
          "%2e%2e%2f",
          "'; DROP TABLE zoom_tokens; --",
          "jill@acme.example",
          "\uD83D\uDCA5",
          "a\uD83Db",
          "a\uDCA5b",
          "k".repeat(10_000));

  /** The store under test, empty at first, and the same one for a whole test. */
  abstract TokenStore store() throws IOException;

  /** The same store as another process would open it. */
  abstract TokenStore reopened() throws IOException;

  @Test
  void theVersionIsThatOfTheEntry() throws Exception {
    TokenStore store = store();
    assertThat(store.version("jill")).isZero();
    store.compareAndSet("jill", 0, "one");
    assertThat(store.version("jill")).isEqualTo(store.load("jill").version());
    store.compareAndSet("jill", store.version("jill"), null);
    assertThat(store.version("jill")).isZero();
  }

  @Test
  void whatIsWrittenIsReadEverywhere() throws Exception {
    assertThat(store().load("jill")).isNull();
    assertThat(store().compareAndSet("jill", 0, "one")).isTrue();

    assertThat(store().load("jill").content()).isEqualTo("one");
    assertThat(reopened().load("jill")).isEqualTo(store().load("jill"));
    assertThat(store().load("sam")).isNull();
  }

  @Test
  void aLostRaceChangesNothing() throws Exception {
    assertThat(store().compareAndSet("jill", 7, "none there")).isFalse();
    assertThat(store().load("jill")).isNull();
    store().compareAndSet("jill", 0, "one");
    Entry one = store().load("jill");
    reopened().compareAndSet("jill", one.version(), "two");
    Entry two = store().load("jill");

    assertThat(store().compareAndSet("jill", one.version(), "late")).isFalse();
    assertThat(store().compareAndSet("jill", one.version(), null)).isFalse();
    assertThat(store().compareAndSet("jill", 0, "late")).isFalse();
    assertThat(store().compareAndSet("jill", 0, null)).isFalse();
    assertThat(store().load("jill")).isEqualTo(two);
    assertThat(two.content()).isEqualTo("two");
  }

  @Test
  void aRemovedEntryIsGone() throws Exception {
    assertThat(store().compareAndSet("jill", 0, null)).isTrue();
    store().compareAndSet("jill", 0, "one");
    Entry one = store().load("jill");
    assertThat(store().compareAndSet("jill", one.version(), null)).isTrue();

    assertThat(store().load("jill")).isNull();
    assertThat(reopened().load("jill")).isNull();
    assertThat(store().compareAndSet("jill", one.version(), "late")).isFalse();
    assertThat(store().compareAndSet("jill", one.version(), null)).isFalse();
    assertThat(store().compareAndSet("jill", 0, "again")).isTrue();
  }

  @Test
  void noVersionComesTwice() throws Exception {
    Set<Long> versions = new HashSet<>();
    for (int round = 0; round < 20; round++) {
      store().compareAndSet("jill", 0, "same");
      long first = store().load("jill").version();
      store().compareAndSet("jill", first, "same");
      long second = store().load("jill").version();
      store().compareAndSet("jill", second, null);
      versions.addAll(List.of(first, second));
    }

    assertThat(versions).hasSize(40).allMatch(version -> version > 0);
  }

  @Test
  void strangeKeysAreKeysOfTheirOwn() throws Exception {
    for (String key : STRANGE_KEYS) {
      assertThat(store().load(key)).as(key).isNull();
      assertThat(store().compareAndSet(key, 0, key.replace('\0', '0').length() + " of it"))
          .isTrue();
    }
    for (int i = 0; i < STRANGE_KEYS.size(); i++) {
      Entry entry = store().load(STRANGE_KEYS.get(i));
      assertThat(store().compareAndSet(STRANGE_KEYS.get(i), entry.version(), "number " + i))
          .isTrue();
    }
    for (int i = 0; i < STRANGE_KEYS.size(); i++) {
      assertThat(reopened().load(STRANGE_KEYS.get(i)).content()).isEqualTo("number " + i);
    }
    List<TokenStore.Lock> locks = new ArrayList<>();
    for (String key : STRANGE_KEYS) {
      locks.add(store().lock(key, Duration.ZERO, LEASE));
    }
    locks.forEach(TokenStore.Lock::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "a\r\nb\n", "ä\uD83D\uDCA5", "{\"token\":\"a\\u0000\"}"})
  void aContentComesBackAsItWas(String content) throws Exception {
    store().compareAndSet("jill", 0, content);

    assertThat(reopened().load("jill").content()).isEqualTo(content);
  }

  @Test
  void aContentMayBeLong() throws Exception {
    aContentComesBackAsItWas("0123456789".repeat(100_000));
  }

  @Test
  void oneAtATimeHoldsTheLockOfAKey() throws Exception {
    TokenStore.Lock held = store().lock("jill", Duration.ZERO, LEASE);
    assertThatThrownBy(() -> store().lock("jill", Duration.ZERO, LEASE))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("Somebody else has held the token store's lock of jill for PT0S.");
    assertHeld(reopened());
    store().lock("sam", Duration.ZERO, LEASE).close();
    held.close();
    TokenStore.Lock next = reopened().lock("jill", Duration.ZERO, LEASE);
    held.close();
    assertHeld(store());
    next.close();
    store().lock("jill", Duration.ZERO, LEASE).close();
    assertThat(store().load("jill")).isNull();
  }

  static void assertHeld(TokenStore store) {
    assertThatThrownBy(() -> store.lock("jill", Duration.ZERO, LEASE))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void entriesAreWrittenAndRemovedUnderTheirLock() throws Exception {
    TokenStore.Lock held = store().lock("jill", Duration.ZERO, LEASE);
    assertThat(store().load("jill")).isNull();
    assertThat(store().compareAndSet("jill", 0, "one")).isTrue();
    assertThat(store().compareAndSet("jill", store().load("jill").version(), "two")).isTrue();
    assertThat(store().compareAndSet("jill", store().load("jill").version(), null)).isTrue();
    assertHeld(reopened());
    assertThat(store().compareAndSet("jill", 0, "three")).isTrue();
    held.close();

    assertThat(reopened().load("jill").content()).isEqualTo("three");
  }

  @Test
  void aLockThatIsClosedByAnotherThreadGoesToWhomWaits() throws Exception {
    TokenStore.Lock held = store().lock("jill", Duration.ZERO, LEASE);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> waiting = new ArrayList<>();
      for (TokenStore handle : List.of(store(), reopened())) {
        waiting.add(threads.submit(() -> closed(handle.lock("jill", LONG, LEASE))));
      }
      waiting.add(threads.submit(() -> closed(held)));
      for (Future<?> one : waiting) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean closed(TokenStore.Lock lock) {
    lock.close();
    return true;
  }

  @Test
  void anInterruptEndsTheWaitForALock() throws Exception {
    try (TokenStore.Lock held = store().lock("jill", Duration.ZERO, LEASE)) {
      for (TokenStore handle : List.of(store(), reopened())) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> handle.lock("jill", LONG, LEASE))
            .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
      }
    }
  }

  @Test
  void anInterruptedThreadStillReadsAndWrites() throws Exception {
    try (TokenStore.Lock held = store().lock("jill", Duration.ZERO, LEASE)) {
      Thread.currentThread().interrupt();
      assertThat(store().compareAndSet("jill", 0, "one")).isTrue();
      Entry one = store().load("jill");
      assertThat(store().compareAndSet("jill", one.version(), null)).isTrue();
      assertThat(store().compareAndSet("jill", 0, "two")).isTrue();
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(reopened().load("jill").content()).isEqualTo("two");
    reopened().lock("jill", Duration.ZERO, LEASE).close();
  }

  @Test
  void sixtyFourThreadsLoseNothingUnderTheLock() throws Exception {
    inThreads(
        handle -> {
          try (TokenStore.Lock held = handle.lock("jill", LONG, LEASE)) {
            assertThat(increment(handle)).isTrue();
          }
        });
  }

  @Test
  void sixtyFourThreadsLoseNothingWithoutTheLock() throws Exception {
    inThreads(
        handle -> {
          while (!increment(handle)) {
            Thread.onSpinWait();
          }
        });
  }

  /** One round of whoever changes an entry; false if somebody was faster. */
  static boolean increment(TokenStore store) throws IOException {
    Entry entry = store.load("jill");
    return entry == null
        ? store.compareAndSet("jill", 0, "1")
        : store.compareAndSet(
            "jill", entry.version(), "" + (Integer.parseInt(entry.content()) + 1));
  }

  private interface Round {
    void increment(TokenStore handle) throws Exception;
  }

  private void inThreads(Round round) throws Exception {
    List<TokenStore> handles = List.of(store(), reopened());
    CountDownLatch ready = new CountDownLatch(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        TokenStore handle = handles.get(i % 2);
        Callable<?> rounds =
            () -> {
              ready.countDown();
              ready.await();
              round.increment(handle);
              round.increment(handle);
              return null;
            };
        running.add(threads.submit(rounds));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store().load("jill").content()).isEqualTo("" + 2 * THREADS);
  }

  @Test
  void refusesWhatCannotBeRight() throws Exception {
    assertThatThrownBy(() -> store().load(" ")).hasMessage("TokenStore needs a key; it was blank.");
    assertThatThrownBy(() -> store().compareAndSet("", 0, "x"))
        .hasMessage("TokenStore needs a key; it was blank.");
    assertThatThrownBy(() -> store().compareAndSet("jill", -1, "x"))
        .hasMessage("TokenStore needs an expectedVersion of 0 or more; it was -1.");
    for (String content : List.of("secret\0", "secret\uD83D")) {
      assertThatThrownBy(() -> store().compareAndSet("jill", 0, content))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "TokenStore needs a content without U+0000 and without half a surrogate pair.");
    }
    assertThatThrownBy(() -> store().lock("jill ", LONG, LEASE))
        .hasMessage("TokenStore needs a key without blanks before or after it.");
    assertThatThrownBy(() -> store().lock("jill", Duration.ofNanos(-1), LEASE))
        .hasMessage("TokenStore needs a wait from PT0S to PT24H; it was PT-0.000000001S.");
    assertThatThrownBy(() -> store().lock("jill", LONG, Duration.ZERO))
        .hasMessage("TokenStore needs a lease from PT0.001S to PT24H; it was PT0S.");
    assertThatThrownBy(() -> store().lock("jill", Duration.ofSeconds(Long.MAX_VALUE), LEASE))
        .hasMessageStartingWith("TokenStore needs a wait from PT0S to PT24H; it was ");
  }

  @Test
  void toStringShowsNoContent() throws Exception {
    store().compareAndSet("jill", 0, "secret");
    Entry entry = store().load("jill");

    assertThat(entry).hasToString("Entry[version=" + entry.version() + "]");
    assertThat(store().toString()).startsWith("TokenStore ").doesNotContain("secret");
  }
}
