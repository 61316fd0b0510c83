package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets users authorise the app, and gives it tokens for what they granted, as what is under {@code
 * https://zoom.us/oauth} does. Thread-safe.
 */
public final class AuthorizationServer {
  /** How long a refresh token lives that nobody uses. */
  public static final Duration REFRESH_LIFE = Duration.ofDays(90);

  static final String PATH = "/oauth/";

  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration DEVICE_CODE_LIFE = Duration.ofMinutes(15);
  private static final int POLL_SECONDS = 5;

  private final Tokens tokens;
  private final Clock clock;
  private final URI origin;
  private final Set<String> appScopes;
  private final Duration grace;
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Device> devices = new HashMap<>();
  private final Map<String, Refresh> refreshes = new HashMap<>();
  private final AtomicLong counter = new AtomicLong();
  private Person person;

  /**
   * With what the app is and may get.
   *
   * @param origin of the API, which each token names
   * @param appScopes what an app without a user gets
   * @param grace how long a refresh token works on after its first use
   * @param firstUser who sits before the browser as long as nobody signs in
   */
  public AuthorizationServer(
      Tokens tokens,
      Clock clock,
      URI origin,
      Set<String> appScopes,
      Duration grace,
      String firstUser) {
    this.tokens = tokens;
    this.clock = clock;
    this.origin = origin;
    this.appScopes = Set.copyOf(appScopes);
    this.grace = grace;
    this.person = new Person(firstUser, this.appScopes);
  }

  /** Who sits before the browser, and what they grant. */
  private record Person(String user, Set<String> scopes) {}

  private record Code(
      Person person, String redirectUri, @Nullable String challenge, boolean plain, Instant ends) {}

  /** A refresh token; used once it has been exchanged. */
  private record Refresh(Grant grant, Instant ends) {}

  /** A device that asks for its user's consent. */
  private static final class Device {
    private final String userCode;
    private final Instant ends;
    private @Nullable Instant asked;
    private int interval = POLL_SECONDS;
    private boolean denied;
    private @Nullable Person person;

    Device(String userCode, Instant ends) {
      this.userCode = userCode;
      this.ends = ends;
    }
  }

  /** Forgets all that was granted. */
  public synchronized void clear() {
    codes.clear();
    devices.clear();
    refreshes.clear();
    tokens.clear();
  }

  /** The scopes that the app has. */
  public Set<String> appScopes() {
    return appScopes;
  }

  /**
   * Lets another user sit before the browser, who grants these scopes; all of the app's where
   * empty.
   */
  public synchronized void signIn(String user, Set<String> scopes) {
    person = new Person(user, scopes.isEmpty() ? appScopes : Set.copyOf(scopes));
  }

  /** Takes back all that a user has granted. */
  public synchronized void revoke(String user) {
    tokens.revoke(user);
    refreshes.values().stream()
        .map(Refresh::grant)
        .filter(grant -> user.equals(grant.user()))
        .forEach(Grant::revoke);
  }

  /**
   * Where the browser is sent from the page that asks for consent.
   *
   * @param query what the URL of the page has, decoded
   * @throws IllegalArgumentException if Zoom would show an error instead of that page
   */
  public synchronized URI consent(Map<String, String> query, boolean granted) {
    String redirectUri = query.getOrDefault("redirect_uri", "");
    String challenge = query.get("code_challenge");
    String method = query.getOrDefault("code_challenge_method", "plain");
    if (!App.CLIENT_ID.equals(query.get("client_id"))) {
      throw new IllegalArgumentException(
          "The page of consent needs the client_id \"" + App.CLIENT_ID + "\".");
    } else if (redirectUri.isEmpty() || !"code".equals(query.get("response_type"))) {
      throw new IllegalArgumentException(
          "The page of consent needs a redirect_uri, and the response_type code.");
    } else if (challenge != null && !method.equals("S256") && !method.equals("plain")) {
      throw new IllegalArgumentException("The code_challenge_method is S256 or plain.");
    }
    String result;
    if (granted) {
      String code = next("mock-code-");
      codes.put(
          code,
          new Code(
              person,
              redirectUri,
              challenge,
              method.equals("plain"),
              clock.instant().plus(CODE_LIFE)));
      result = "code=" + code;
    } else {
      result = "error=access_denied";
    }
    String state = query.get("state");
    if (state != null) {
      result += "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }
    return URI.create(redirectUri + (redirectUri.contains("?") ? "&" : "?") + result);
  }

  /** Says what the user thinks of the device that shows this code; false where there is none. */
  public synchronized boolean answerDevice(String userCode, boolean granted) {
    for (Device device : devices.values()) {
      if (device.userCode.equals(userCode)) {
        device.person = granted ? person : null;
        device.denied = !granted;
        return true;
      }
    }
    return false;
  }

  Response authorize(Map<String, String> query) {
    try {
      URI target = consent(query, true);
      return Response.empty(302).withHeader("Location", target.toString());
    } catch (IllegalArgumentException refused) {
      return Response.of(
          400, "text/html", "<html><body>" + refused.getMessage() + "</body></html>");
    }
  }

  /**
   * Responds to a request of the app.
   *
   * @param name the last segment of the path
   * @param parameters those of the query and of the form, together
   */
  synchronized Response respond(
      String name, String method, @Nullable String authorization, Map<String, String> parameters) {
    if (!method.equals("POST")) {
      return error(405, "invalid_request", "The token endpoint takes POST.");
    }
    String[] client = client(authorization, parameters);
    boolean publicClient = client[1].isEmpty();
    if (!client[0].equals(App.CLIENT_ID) || !publicClient && !client[1].equals(App.CLIENT_SECRET)) {
      return error(401, "invalid_client", "Invalid client_id or client_secret");
    }
    return switch (name) {
      case "devicecode" -> deviceCode();
      case "revoke" -> revoked(parameters.getOrDefault("token", ""), publicClient);
      default -> token(parameters, publicClient);
    };
  }

  private Response token(Map<String, String> parameters, boolean publicClient) {
    return switch (parameters.getOrDefault("grant_type", "")) {
      case "account_credentials" ->
          App.ACCOUNT_ID.equals(parameters.get("account_id"))
              ? ofApp(publicClient)
              : error(400, "invalid_request", "Bad Request");
      case "client_credentials" -> ofApp(publicClient);
      case "authorization_code" -> exchanged(parameters, publicClient);
      case "refresh_token" -> refreshed(parameters.getOrDefault("refresh_token", ""), publicClient);
      case "urn:ietf:params:oauth:grant-type:device_code" ->
          polled(parameters.getOrDefault("device_code", ""), publicClient);
      default -> error(400, "unsupported_grant_type", "unsupported grant type");
    };
  }

  private Response ofApp(boolean publicClient) {
    return publicClient
        ? error(401, "invalid_client", "Invalid client_id or client_secret")
        : issued(new Grant(null, appScopes, false), false);
  }

  private Response exchanged(Map<String, String> parameters, boolean publicClient) {
    Code code = codes.remove(parameters.getOrDefault("code", ""));
    if (code == null || !clock.instant().isBefore(code.ends())) {
      return error(400, "invalid_grant", "Invalid authorization code");
    } else if (!code.redirectUri().equals(parameters.get("redirect_uri"))) {
      return error(400, "invalid_request", "Redirect URI mismatch.");
    } else if (!verified(code, parameters.get("code_verifier"))
        || publicClient && code.challenge() == null) {
      return error(400, "invalid_grant", "Invalid code verifier");
    }
    return issued(new Grant(code.person().user(), code.person().scopes(), publicClient), true);
  }

  private static boolean verified(Code code, @Nullable String verifier) {
    if (code.challenge() == null) {
      return true;
    }
    return verifier != null
        && code.challenge().equals(code.plain() ? verifier : challenge(verifier));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The old refresh token works on for the time of grace, and not beyond its own end. */
  private Response refreshed(String value, boolean publicClient) {
    Refresh refresh = refreshes.get(value);
    Instant now = clock.instant();
    if (refresh == null || !now.isBefore(refresh.ends())) {
      return Response.json(400, "{\"error\":\"invalid_grant\"}");
    } else if (refresh.grant().revoked()) {
      return error(400, "invalid_grant", "Invalid Token!");
    } else if (refresh.grant().publicClient() != publicClient) {
      return error(401, "invalid_client", "Invalid client_id or client_secret");
    }
    Instant graceEnds = now.plus(grace);
    refreshes.put(
        value,
        new Refresh(
            refresh.grant(), graceEnds.isBefore(refresh.ends()) ? graceEnds : refresh.ends()));
    return issued(refresh.grant(), true);
  }

  private Response deviceCode() {
    String code = next("mock-device-");
    String userCode = "MOCK%04d".formatted(counter.get());
    devices.put(code, new Device(userCode, clock.instant().plus(DEVICE_CODE_LIFE)));
    return Response.json(
        200,
        Json.text(
            Json.object()
                .put("device_code", code)
                .put("user_code", userCode)
                .put("verification_uri", origin + "/oauth_device")
                .put("verification_uri_complete", origin + "/oauth/device/complete/" + userCode)
                .put("expires_in", DEVICE_CODE_LIFE.toSeconds())
                .put("interval", POLL_SECONDS)));
  }

  private Response polled(String code, boolean publicClient) {
    Device device = devices.get(code);
    Instant now = clock.instant();
    if (device == null) {
      return error(400, "invalid_grant", "Invalid device code");
    } else if (!now.isBefore(device.ends)) {
      return error(400, "expired_token", "The device code has expired.");
    } else if (device.denied) {
      return error(400, "access_denied", "The user has declined.");
    } else if (device.asked != null && now.isBefore(device.asked.plusSeconds(device.interval))) {
      device.interval += POLL_SECONDS;
      device.asked = now;
      return error(400, "slow_down", "The device asks too often.");
    } else if (device.person == null) {
      device.asked = now;
      return error(400, "authorization_pending", "The user has not responded yet.");
    }
    devices.remove(code);
    return issued(new Grant(device.person.user(), device.person.scopes(), publicClient), true);
  }

  /** An access token takes its whole grant with it. */
  private Response revoked(String value, boolean publicClient) {
    Refresh refresh = refreshes.get(value);
    Grant grant = refresh == null ? tokens.grant(value) : refresh.grant();
    if (grant == null || grant.revoked() || grant.publicClient() != publicClient) {
      return error(400, "invalid_request", "Invalid Token!");
    }
    grant.revoke();
    return Response.json(200, "{\"status\":\"success\"}");
  }

  private Response issued(Grant grant, boolean refreshable) {
    ObjectNode response =
        Json.object()
            .put("access_token", tokens.issue(grant, Tokens.LIFE).value())
            .put("token_type", "bearer")
            .put("expires_in", Tokens.LIFE.toSeconds())
            .put("scope", String.join(" ", grant.scopes().stream().sorted().toList()))
            .put("api_url", origin.toString());
    if (refreshable) {
      String value = next("mock-refresh-");
      refreshes.put(value, new Refresh(grant, clock.instant().plus(REFRESH_LIFE)));
      response.put("refresh_token", value);
    }
    return Response.json(200, response);
  }

  private String next(String prefix) {
    return prefix + counter.incrementAndGet();
  }

  /** Client id and secret, of the header or of the parameters; empty where they are absent. */
  private static String[] client(@Nullable String authorization, Map<String, String> parameters) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return new String[] {
        parameters.getOrDefault("client_id", ""), parameters.getOrDefault("client_secret", "")
      };
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).trim());
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return new String[] {pair[0], pair.length < 2 ? "" : pair[1]};
    } catch (IllegalArgumentException notBase64) {
      return new String[] {"", ""};
    }
  }

  static Response error(int status, String error, String reason) {
    return Response.json(
        status, Json.text(Json.object().put("reason", reason).put("error", error)));
  }
}
