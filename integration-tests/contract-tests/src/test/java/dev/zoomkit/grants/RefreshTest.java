package dev.zoomkit.grants;

import static dev.zoomkit.grants.GrantedApp.JILL;
import static dev.zoomkit.grants.GrantedApp.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AuthorizationRequiredException;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.TokenStoreException;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grant is refreshed once, saved before it is used, and dead for good once Zoom says so. */
@Timeout(120)
class RefreshTest {
  private static final int THREADS = 200;

  @AutoClose private final GrantedApp world = new GrantedApp().authorise("jill");
  private final MockZoom mock = world.mock;
  private final ZoomClient jill = world.zoom.forUser("jill");

  private String stored() throws IOException {
    TokenStore.Entry entry = world.store.load("jill");
    return entry == null ? "" : entry.content();
  }

  @Test
  void twoHundredThreadsWithOneEndedTokenMakeOneRequest() throws Exception {
    call(jill);
    mock.clock().advance(Duration.ofHours(1));
    allAtOnce(List.of(jill));
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @Test
  void twoHundredThreadsWithOneRevokedTokenMakeOneRequest() throws Exception {
    call(jill);
    mock.revokeTokens(JILL);
    allAtOnce(List.of(jill));
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @Test
  void threadsOfManyClientsAndViewsMakeOneRequest() throws Exception {
    List<ZoomClient> clients = new ArrayList<>();
    for (int process = 0; process < 10; process++) {
      clients.add(world.client().build());
    }
    List<ZoomClient> views = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      views.add(clients.get(thread % clients.size()).forUser("jill"));
    }
    views.forEach(GrantedApp::call);
    mock.clock().advance(Duration.ofHours(1));
    allAtOnce(views);
    clients.forEach(ZoomClient::close);
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  private static void allAtOnce(List<ZoomClient> clients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> calls = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      ZoomClient client = clients.get(thread % clients.size());
      calls.add(
          threads.submit(
              () -> {
                start.await();
                call(client);
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : calls) {
      one.get();
    }
    threads.shutdown();
  }

  @Test
  void aTokenTakenBackInAWalkIsRefreshedOnce() {
    mock.seed(
        "createWebinar",
        Map.of("userId", JILL),
        "{\"topic\": \"Town hall {n}\", \"start_time\": \"2099-01-01T09:00:00Z\"}",
        70);
    int read = 0;
    for (var webinar :
        jill.ownAccount().webinars().listWebinars(UserRef.me(), query -> query.pageSize(30))) {
      assertThat(webinar.topic()).isNotNull();
      if (++read == 30) {
        mock.revokeTokens(JILL);
      }
    }
    assertThat(read).isEqualTo(70);
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @Test
  void theNewTokensAreSavedBeforeTheyAreUsed() throws Exception {
    mock.clock().advance(Duration.ofHours(1));
    List<String> storedAtUse = new ArrayList<>();
    try (ZoomClient watching =
        world
            .client()
            .addInterceptor(
                chain -> {
                  storedAtUse.add(stored() + chain.request().header("Authorization").substring(7));
                  return chain.proceed(chain.request());
                })
            .build()) {
      call(watching.forUser("jill"));
    }
    assertThat(storedAtUse).hasSize(1);
    String token = storedAtUse.get(0).replaceFirst(".*}", "");
    assertThat(storedAtUse.get(0)).contains("\"access_token\":\"" + token + "\"");
  }

  @Test
  void whereTheyCannotBeSavedTheyAreNotUsed() {
    mock.clock().advance(Duration.ofHours(1));
    int before = mock.requests("listWebinars").size();
    TokenStore full =
        new ForwardingStore(world.store) {
          @Override
          public boolean compareAndSet(String key, long version, @Nullable String content)
              throws IOException {
            throw new IOException("no space left");
          }
        };
    try (ZoomClient client = world.client().tokenStore(full).build()) {
      assertThatThrownBy(() -> call(client.forUser("jill")))
          .isInstanceOf(TokenStoreException.class)
          .hasMessage(
              "The token store failed at \"jill\": no space left. See to the store, then call"
                  + " again.");
    }
    assertThat(mock.requests("listWebinars")).hasSize(before);
  }

  @Test
  void aDeadGrantIsRememberedForAllProcessesAndNeverHammered() throws Exception {
    call(jill);
    mock.revokeGrants(JILL);
    AuthorizationRequiredException dead =
        catchThrowableOfType(AuthorizationRequiredException.class, () -> call(jill));
    assertThat(dead.error()).isEqualTo("invalid_grant");
    assertThat(dead)
        .hasMessage(
            "Zoom has ended the grant of \"jill\" (invalid_grant). Let the user authorise the app"
                + " again: grants().begin(), then grants().finish(...) with this key.");
    int requests = mock.requests().size();
    try (ZoomClient other = world.client().build()) {
      for (int call = 0; call < 100; call++) {
        assertThatThrownBy(() -> call(jill)).isInstanceOf(AuthorizationRequiredException.class);
        assertThatThrownBy(() -> call(other.forUser("jill")))
            .isInstanceOf(AuthorizationRequiredException.class);
      }
    }
    assertThat(mock.requests().stream().filter(r -> "token".equals(r.operationId()))).hasSize(2);
    assertThat(mock.requests().size() - requests).isLessThanOrEqualTo(100);
    assertThat(stored()).isEqualTo("{\"version\":1,\"refusal\":\"invalid_grant\"}");

    world.authorise("jill");
    call(jill);
  }

  @Test
  void whatIsNotTheGrantsFaultKillsNoGrant() throws Exception {
    List<MockResponse> failures =
        List.of(
            MockResponse.json(401, "{\"reason\":\"No\",\"error\":\"invalid_client\"}"),
            MockResponse.json(400, "{\"error\":\"invalid_request\"}"),
            MockResponse.html(400, "<html>invalid_grant</html>"),
            MockResponse.html(403, "<html>proxy</html>"),
            MockResponse.json(429, "{\"error\":\"too_many\"}").withHeader("Retry-After", "7200"));
    String before = stored();
    mock.clock().advance(Duration.ofHours(1));
    for (MockResponse failure : failures) {
      mock.on(MockZoom.TOKEN_OPERATION).next().respond(failure);
      assertThatThrownBy(() -> call(jill)).isInstanceOf(TokenException.class);
      assertThat(stored()).isEqualTo(before);
    }
    call(jill);
  }

  /** With Zoom's codes in place of OAuth's words. */
  @ParameterizedTest
  @ValueSource(ints = {4735, 4741})
  void aUserWhoIsGoneAndATokenThatWasTakenBackEndTheGrant(int code) throws Exception {
    mock.clock().advance(Duration.ofHours(1));
    mock.on(MockZoom.TOKEN_OPERATION).next().respond(400, code);

    assertThatThrownBy(() -> call(jill)).isInstanceOf(AuthorizationRequiredException.class);
    assertThat(stored()).isEqualTo("{\"version\":1,\"refusal\":\"refused\"}");
  }

  @Test
  void aRefusalIsNotBelievedWhereAnotherProcessHasRefreshed() throws Exception {
    mock.clock().advance(Duration.ofHours(1));
    TokenStore late =
        new ForwardingStore(world.store) {
          private boolean locked;
          private boolean first = true;

          /** Without the lock of the store, as if its lease were over. */
          @Override
          public Lock lock(String key, Duration wait, Duration lease) {
            locked = true;
            return () -> locked = false;
          }

          /** The other process refreshes between the reading and the request of this one. */
          @Override
          public @Nullable Entry load(String key) throws IOException {
            Entry read = super.load(key);
            if (locked && first) {
              first = false;
              call(jill);
            }
            return read;
          }
        };
    try (ZoomClient client = world.client().tokenStore(late).build()) {
      call(client.forUser("jill"));
    }
    assertThat(stored()).doesNotContain("refusal");
    assertThat(world.tokenRequests()).isEqualTo(3);
  }

  @Test
  void whatIsStoredIsReadByLaterReleasesAndEarlierOnes() throws Exception {
    String content = stored();
    assertThat(content).startsWith("{\"version\":1,");
    TokenStore.Entry entry = world.store.load("jill");
    String more = content.replaceFirst("\\{", "{\"later\":{\"a\":[1]},");
    world.store.compareAndSet("jill", entry.version(), more);
    call(jill);

    world.store.compareAndSet("other", 0, content.replace("\"version\":1", "\"version\":2"));
    assertThatThrownBy(() -> call(world.zoom.forUser("other")))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("it has version 2, and this release reads version 1");
    world.store.compareAndSet("broken", 0, "{\"version\":1,\"access_token\":\"mock-tok");
    assertThatThrownBy(() -> call(world.zoom.forUser("broken")))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("what is kept there is not what zoomkit writes")
        .hasMessageNotContaining("mock-tok");
  }
}
