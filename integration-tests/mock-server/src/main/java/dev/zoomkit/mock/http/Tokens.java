package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.description.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Issues access tokens and knows them again, as Zoom's authorisation server does. Thread-safe. */
public final class Tokens {
  /** How long an access token lives. */
  static final Duration LIFE = Duration.ofHours(1);

  private final Clock clock;
  private final Set<String> scopes;
  private final Map<String, Token> issued = new ConcurrentHashMap<>();
  private final AtomicLong counter = new AtomicLong();

  public Tokens(Clock clock, Set<String> scopes) {
    this.clock = clock;
    this.scopes = Set.copyOf(scopes);
  }

  /** Forgets every token. */
  public void clear() {
    issued.clear();
  }

  /** Issues a token; the user is null for a server-to-server app. */
  public Token issue(Set<String> scopes, @Nullable String user) {
    return issue(scopes, user, LIFE);
  }

  public Token issue(Set<String> scopes, @Nullable String user, Duration life) {
    String value = "mock-token-" + counter.incrementAndGet();
    Token token = new Token(value, Set.copyOf(scopes), clock.instant().plus(life), user);
    issued.put(value, token);
    return token;
  }

  /**
   * The token of an Authorization header.
   *
   * @throws ErrorResponseException if there is none, or Zoom would not know it (any more)
   */
  Token of(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new ErrorResponseException(401, 124, "The access token is missing.");
    }
    Token token = issued.get(authorization.substring(7).trim());
    if (token == null) {
      throw new ErrorResponseException(401, 124, "The access token is invalid.");
    }
    if (!clock.instant().isBefore(token.expires())) {
      throw new ErrorResponseException(401, 124, "The access token has expired.");
    }
    return token;
  }

  /**
   * Responds to a request for a token.
   *
   * @param parameters those of the query and of the form, together
   * @param api the origin that the response names as the API's
   */
  Response respond(
      String method, @Nullable String authorization, Map<String, String> parameters, URI api) {
    if (!method.equals("POST")) {
      return error(405, "invalid_request", "The token endpoint takes POST.");
    }
    if (!credentials(authorization, parameters)) {
      return error(401, "invalid_client", "Invalid client_id or client_secret");
    }
    String grant = parameters.getOrDefault("grant_type", "");
    if (!grant.equals("account_credentials")) {
      return error(400, "unsupported_grant_type", "unsupported grant type");
    }
    if (!App.ACCOUNT_ID.equals(parameters.get("account_id"))) {
      return error(400, "invalid_request", "Bad Request");
    }
    Token token = issue(scopes, null);
    ObjectNode response =
        Json.object()
            .put("access_token", token.value())
            .put("token_type", "bearer")
            .put("expires_in", LIFE.toSeconds())
            .put("scope", String.join(" ", token.scopes().stream().sorted().toList()))
            .put("api_url", api.toString());
    return Response.json(200, response.toString());
  }

  private static boolean credentials(
      @Nullable String authorization, Map<String, String> parameters) {
    String given =
        parameters.getOrDefault("client_id", "")
            + ":"
            + parameters.getOrDefault("client_secret", "");
    if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).trim());
        given = new String(decoded, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notBase64) {
        return false;
      }
    }
    return given.equals(App.CLIENT_ID + ":" + App.CLIENT_SECRET);
  }

  static Response error(int status, String error, String reason) {
    return Response.json(
        status, Json.object().put("reason", reason).put("error", error).toString());
  }
}
