package dev.zoomkit.auth;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.NoResponseException;
import dev.zoomkit.internal.http.TokenHttp;
import dev.zoomkit.retry.Sleeper;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets users authorise an {@link OAuthApp}, and takes that back. What a user granted is kept in the
 * client's token store, under a key of yours, such as the id of the user in your own database; a
 * new grant replaces an earlier one. Thread-safe.
 *
 * <p>All methods but {@link #begin()} block for a request to Zoom, and throw a {@link
 * TokenException} where Zoom refuses it, a {@link ConnectionException} where no response comes, a
 * {@link TokenStoreException} where the store fails, and a {@link CallInterruptedException} where
 * the thread is interrupted. A key that is blank, or has blanks around it, is refused with an
 * {@link IllegalArgumentException}. Once the client is closed, every method throws an {@link
 * IllegalStateException}.
 */
public final class Grants {

  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  /** How much longer the pauses get where Zoom wants fewer requests (RFC 8628). */
  private static final Duration SLOW_DOWN = Duration.ofSeconds(5);

  private final OAuthApp app;
  private final TokenStore store;
  private final TokenHttp http;
  private final Sleeper sleeper;
  private final Consumer<String> open;
  private final Consumer<String> changed;

  /**
   * For one client; made by the SDK alone.
   *
   * @param open refuses what is named while the client is closed
   * @param changed is told each key whose grant is another one now
   */
  @SuppressWarnings("exports")
  public Grants(
      OAuthApp app,
      TokenStore store,
      TokenHttp http,
      Sleeper sleeper,
      Consumer<String> open,
      Consumer<String> changed) {
    this.app = app;
    this.store = store;
    this.http = http;
    this.sleeper = sleeper;
    this.open = open;
    this.changed = changed;
  }

  /**
   * Begins to let a user with a browser authorise the app. Sends nothing. Keep the request in the
   * user's session, and send the browser to its {@link AuthorizationRequest#url()}.
   */
  public AuthorizationRequest begin() {
    open.accept("grants.begin");
    return AuthorizationRequest.of(app);
  }

  /**
   * Ends what {@link #begin()} began: exchanges the code that the browser brings, and saves the
   * grant, also over an entry that cannot be read. The code is good for five minutes, and once.
   *
   * @param request from the session of the user who comes back
   * @param callback the address with which the browser comes back; its query alone counts
   * @throws AuthorizationException if the user declined, or the callback belongs to another request
   */
  public void finish(String key, AuthorizationRequest request, URI callback) {
    key("finish", key);
    Arguments.require("Grants.finish", "request", request);
    Arguments.require("Grants.finish", "callback", callback);
    String code = code(request, callback);
    blocking(
        () -> {
          Map<String, String> form = new LinkedHashMap<>();
          form.put("grant_type", "authorization_code");
          form.put("code", code);
          form.put("redirect_uri", app.redirectUri());
          form.put("code_verifier", request.verifier());
          save(key, app.client().token(http, form));
          return key;
        });
  }

  private static String code(AuthorizationRequest request, URI callback) {
    Map<String, String> query = Query.of(callback);
    String state = query.get("state");
    if (state == null || !request.hasState(state)) {
      throw new AuthorizationException(
          null,
          "The callback does not carry the state of this request: it belongs to another one, or was"
              + " made up. Save nothing, and have the browser begin again.");
    }
    String error = query.get("error");
    if (error != null) {
      throw AuthorizationException.of(error);
    }
    String code = query.get("code");
    if (code == null || code.isBlank()) {
      throw new AuthorizationException(
          null, "The callback has neither a code nor an error. Have the browser begin again.");
    }
    return code;
  }

  /** Begins to let the user of a device without a browser authorise the app. Blocks. */
  public DeviceAuthorization beginDevice() {
    open.accept("grants.beginDevice");
    return blocking(
        () -> {
          Map<String, String> form = Map.of("client_id", app.client().clientId());
          Instant asked = http.clock().instant();
          return app.client().post(http, "devicecode", form).device(asked);
        });
  }

  /**
   * Ends what {@link #beginDevice()} began: asks every few seconds, as Zoom says, whether the user
   * has authorised the device, and saves the grant. Blocks until then, up to 15 minutes.
   *
   * @throws AuthorizationException if the user declined, or the time is up
   */
  public void finish(String key, DeviceAuthorization device) {
    key("finish", key);
    Arguments.require("Grants.finish", "device", device);
    blocking(
        () -> {
          save(key, polled(device));
          return key;
        });
  }

  private IssuedTokens polled(DeviceAuthorization device) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", DEVICE_CODE);
    form.put("device_code", device.deviceCode());
    Duration interval = device.interval();
    while (true) {
      pause(interval);
      open.accept("grants.finish");
      if (!http.clock().instant().isBefore(device.expiresAt())) {
        throw AuthorizationException.of("expired_token");
      }
      try {
        return app.client().token(http, form);
      } catch (TokenException notYet) {
        switch (String.valueOf(notYet.error())) {
          case "authorization_pending" -> {}
          case "slow_down" -> interval = interval.plus(SLOW_DOWN);
          case "access_denied", "expired_token" ->
              throw AuthorizationException.of(String.valueOf(notYet.error()));
          default -> throw notYet;
        }
      }
    }
  }

  private void pause(Duration interval) throws InterruptedIOException {
    try {
      sleeper.sleep(interval);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the user of a device");
    }
  }

  private void save(String key, IssuedTokens issued) throws IOException {
    shared(key).save(issued);
    changed.accept(key);
  }

  /**
   * Gives a user's grant back to Zoom, and removes it from the store. Does nothing where there is
   * none. Where Zoom does not take it back, as when a proxy responds in its place, the grant stays
   * in the store.
   */
  public void revoke(String key) {
    key("revoke", key);
    blocking(
        () -> {
          shared(key).end(app.refresh(key, http), this::revoke);
          return key;
        });
    changed.accept(key);
  }

  /**
   * Zoom documents the revocation of an access token, so that one which lives is needed. It calls
   * one that it does not know, or no longer, an invalid request.
   */
  private void revoke(AccessToken access) throws IOException {
    try {
      app.client().post(http, "revoke", Map.of("token", access.value()));
    } catch (TokenException refused) {
      if (!refused.grantIsOver() && !"invalid_request".equals(refused.error())) {
        throw refused;
      }
    }
  }

  private SharedToken shared(String key) {
    return new SharedToken(store, key, http);
  }

  private void key(String method, String key) {
    open.accept("grants." + method);
    Arguments.requireText("Grants." + method, "key", key);
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T blocking(Work<T> work) {
    try {
      return work.run();
    } catch (NoResponseException failure) {
      throw new ConnectionException("token", failure);
    } catch (IOException interrupted) {
      throw new CallInterruptedException(new CallInfo("token", null), interrupted);
    }
  }

  @Override
  public String toString() {
    return "Grants[" + app + "]";
  }
}
