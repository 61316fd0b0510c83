package dev.zoomkit.grants;

import static dev.zoomkit.grants.GrantedApp.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.TokenStoreException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grant is neither lost on the way nor kept in the way of the next one. */
class LostGrantsTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  @AutoClose private final GrantedApp world = new GrantedApp().authorise("jill");
  private final MockZoom mock = world.mock;
  private final ZoomClient zoom = world.zoom;

  private String stored() throws IOException {
    TokenStore.Entry entry = world.store.load("jill");
    return entry == null ? "" : entry.content();
  }

  @Test
  void whatARevocationRefreshesIsSavedBeforeItFails() throws Exception {
    mock.clock().advance(Duration.ofHours(2));
    String before = stored();
    for (int attempt = 0; attempt < 4; attempt++) {
      mock.on(MockZoom.REVOKE_OPERATION).next().respond(503, 503);
    }

    assertThatThrownBy(() -> zoom.grants().revoke("jill")).isInstanceOf(TokenException.class);
    assertThat(stored()).isNotEqualTo(before).contains("refresh_token");
    call(zoom.forUser("jill"));
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>invalid_request", "{\"error\":\"unsupported_token_type\"}"})
  void whatIsNotZoomsWordForAnUnknownTokenRemovesNoGrant(String body) throws Exception {
    mock.on(MockZoom.REVOKE_OPERATION).next().respond(MockResponse.json(400, body));

    assertThatThrownBy(() -> zoom.grants().revoke("jill"))
        .isInstanceOf(TokenException.class)
        .hasMessageStartingWith("Zoom did not revoke the token: HTTP 400");
    assertThat(stored()).contains("refresh_token");
    call(zoom.forUser("jill"));
  }

  @Test
  void aRefreshThatFailsBeforeTheRevocationRemovesNoGrant() throws Exception {
    mock.clock().advance(Duration.ofHours(2));
    mock.on(MockZoom.TOKEN_OPERATION)
        .next()
        .respond(MockResponse.json(400, "{\"error\":\"invalid_request\"}"));

    assertThatThrownBy(() -> zoom.grants().revoke("jill")).isInstanceOf(TokenException.class);
    assertThat(stored()).contains("refresh_token");
  }

  @Test
  void aTokenThatZoomDoesNotKnowIsRemoved() throws Exception {
    mock.revokeGrants(GrantedApp.JILL);
    zoom.grants().revoke("jill");

    assertThat(stored()).isEmpty();
    assertThat(mock.requests(MockZoom.REVOKE_OPERATION)).hasSize(1);
    assertThat(world.tokenRequests()).isEqualTo(1);
  }

  @Test
  void aLockIsLeasedForTwoRequestsWhereARevocationMayMakeThem() {
    assertThat(leasesOfRevocation(new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(100))))
        .containsExactly(Duration.ofSeconds(200).plus(HALF_A_MINUTE));
  }

  @Test
  void noRequestForATokenTakesLongerThanALeaseCanBe() {
    Duration twice = Duration.ofHours(22).plus(HALF_A_MINUTE);
    assertThat(leasesOfRevocation(new OkHttpClient.Builder().callTimeout(Duration.ofHours(20))))
        .containsExactly(twice);
    assertThat(leasesOfRevocation(new OkHttpClient.Builder().readTimeout(Duration.ofHours(20))))
        .containsExactly(twice);
  }

  private List<Duration> leasesOfRevocation(OkHttpClient.Builder http) {
    List<Duration> leases = new ArrayList<>();
    TokenStore watched =
        new ForwardingStore(world.store) {
          @Override
          public Lock lock(String key, Duration wait, Duration lease)
              throws IOException, InterruptedException, TimeoutException {
            leases.add(lease);
            return super.lock(key, wait, lease);
          }
        };
    try (ZoomClient client = world.client().tokenStore(watched).httpClient(http.build()).build()) {
      client.grants().revoke("jill");
    }
    return leases;
  }

  /** Zoom has taken the refresh token for used up when it responds. */
  @Test
  void aClientThatIsClosedMeanwhileSavesWhatZoomGives() throws Exception {
    mock.clock().advance(Duration.ofHours(1));
    String before = stored();
    AtomicReference<ZoomClient> closing = new AtomicReference<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  if (chain.request().url().encodedPath().equals("/oauth/token")) {
                    closing.get().close();
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    ZoomClient client = world.client().httpClient(http).retryPolicy(RetryPolicy.none()).build();
    closing.set(client);
    call(client.forUser("jill"));

    assertThat(stored()).isNotEqualTo(before).contains("refresh_token");
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @Test
  void freshTokensWinOverARefusalThatAnotherProcessWroteMeanwhile() throws Exception {
    mock.clock().advance(Duration.ofHours(1));
    TokenStore raced = new RacedStore(world.store, "{\"version\":1,\"refusal\":\"invalid_grant\"}");
    try (ZoomClient client = world.client().tokenStore(raced).build()) {
      call(client.forUser("jill"));
    }

    assertThat(stored()).doesNotContain("refusal").contains("refresh_token");
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @Test
  void anEntryThatIsDamagedIsReplacedByTheNextGrant() throws Exception {
    world.store.compareAndSet("ada", 0, "{\"version\":1,\"access_tok");
    assertThatThrownBy(() -> call(zoom.forUser("ada"))).isInstanceOf(TokenStoreException.class);
    world.authorise("ada");
    call(zoom.forUser("ada"));
  }

  @Test
  void anEntryThatDoesNotOpenIsReplacedByTheNextGrant() {
    TokenStore sealed =
        world.store.sealedWith(new SecretKeySpec("0123456789abcdef".getBytes(), "AES"));
    try (ZoomClient client = world.client().tokenStore(sealed).build()) {
      assertThatThrownBy(() -> call(client.forUser("jill")))
          .isInstanceOf(TokenStoreException.class)
          .hasMessageContaining("is not sealed");
      var request = client.grants().begin();
      client.grants().finish("jill", request, mock.authorize(request.url()));
      call(client.forUser("jill"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_code", "device_code", "verification_uri"})
  void aResponseToADeviceThatLacksSomethingIsUnreadable(String name) {
    String whole =
        "{\"device_code\":\"d3vice\",\"user_code\":\"SHOWN\","
            + "\"verification_uri\":\"https://zoom.us/oauth_device\"}";
    mock.on(MockZoom.DEVICE_CODE_OPERATION)
        .next()
        .respond(MockResponse.json(200, whole.replace(name, "x")));

    assertThatThrownBy(() -> zoom.grants().beginDevice())
        .isInstanceOfSatisfying(
            UnreadableResponseException.class,
            unreadable -> assertThat(unreadable.jsonPath()).isEqualTo("$." + name))
        .hasMessageNotContaining("d3vice");
  }

  @Test
  void aPageOfADeviceThatIsNoUriIsUnreadable() {
    mock.on(MockZoom.DEVICE_CODE_OPERATION)
        .next()
        .respond(
            MockResponse.json(
                200,
                "{\"device_code\":\"d\",\"user_code\":\"u\",\"verification_uri\":\"a page\"}"));

    assertThatThrownBy(() -> zoom.grants().beginDevice())
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageContaining("at $.verification_uri: it is no URI.")
        .hasMessageNotContaining("a page");
  }

  @Test
  void aDeviceIsNoLongerAskedForOnceTheClientIsClosed() {
    AtomicReference<ZoomClient> closing = new AtomicReference<>();
    List<Duration> pauses = new ArrayList<>();
    ZoomClient client =
        world
            .client()
            .sleeper(
                pause -> {
                  pauses.add(pause);
                  mock.clock().advance(pause);
                  if (pauses.size() == 2) {
                    closing.get().close();
                  }
                })
            .build();
    closing.set(client);
    var grants = client.grants();
    var device = grants.beginDevice();

    assertThatThrownBy(() -> grants.finish("tv", device))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("grants.finish: the ZoomClient is closed.");
    assertThat(pauses).hasSize(2);
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  /** A store where another process writes first, without the lock. */
  private static final class RacedStore implements TokenStore {
    private final TokenStore store;
    private @Nullable String theirs;

    RacedStore(TokenStore store, String theirs) {
      this.store = store;
      this.theirs = theirs;
    }

    @Override
    public @Nullable Entry load(String key) throws IOException {
      return store.load(key);
    }

    @Override
    public boolean compareAndSet(String key, long version, @Nullable String content)
        throws IOException {
      if (theirs != null) {
        store.compareAndSet(key, version, theirs);
        theirs = null;
      }
      return store.compareAndSet(key, version, content);
    }

    @Override
    public Lock lock(String key, Duration wait, Duration lease) {
      return () -> {};
    }
  }
}
