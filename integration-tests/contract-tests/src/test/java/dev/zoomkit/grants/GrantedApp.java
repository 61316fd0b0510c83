package dev.zoomkit.grants;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AuthorizationRequest;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.user.UserRef;
import java.net.URI;
import java.time.Instant;

/** A mock, and an OAuth app that Jill may authorise, on the mock's time. */
final class GrantedApp implements AutoCloseable {
  static final String JILL = "jill@acme.example";
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  static final URI CALLBACK = URI.create("https://app.example/callback");

  final MockZoom mock;
  final OAuthApp app;
  final TokenStore store;
  final ZoomClient zoom;

  GrantedApp() {
    this(MockZoom.builder(), TokenStore.inMemory());
  }

  GrantedApp(MockZoom.Builder mock, TokenStore store) {
    this.mock = mock.startAt(START).start();
    this.store = store;
    this.app = app(this.mock);
    this.mock.addUser(JILL);
    this.mock.signIn(JILL, "webinar:read", "webinar:write");
    this.zoom = client().build();
  }

  static OAuthApp app(MockZoom mock) {
    return OAuthApp.of(MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET, CALLBACK)
        .tokenEndpoint(mock.tokenEndpoint());
  }

  /** A client of another process, as far as tokens are concerned. */
  ZoomClient.Builder client() {
    return ZoomClient.builder()
        .credentials(app)
        .tokenStore(store)
        .endpoint(mock.apiBase())
        .clock(mock.clock())
        .sleeper(mock.clock()::advance);
  }

  /** Lets whoever sits before the browser authorise the app. */
  GrantedApp authorise(String key) {
    AuthorizationRequest request = zoom.grants().begin();
    zoom.grants().finish(key, request, mock.authorize(request.url()));
    return this;
  }

  static void call(ZoomClient user) {
    user.ownAccount().webinars().listWebinars(UserRef.me()).stream().count();
  }

  int tokenRequests() {
    return mock.requests(MockZoom.TOKEN_OPERATION).size();
  }

  @Override
  public void close() {
    zoom.close();
    mock.close();
  }
}
