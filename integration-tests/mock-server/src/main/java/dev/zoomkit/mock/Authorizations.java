package dev.zoomkit.mock;

import dev.zoomkit.mock.http.AuthorizationServer;
import dev.zoomkit.mock.http.RequestHandler;
import dev.zoomkit.mock.http.Tokens;
import dev.zoomkit.spec.reader.ApiDescription;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link MockZoom} does for a test about tokens and those who authorise an app. */
final class Authorizations {
  private final ApiDescription description;
  private final Tokens tokens;
  private final AuthorizationServer oauth;
  private final Function<String, @Nullable String> userIds;

  /**
   * @param userIds the id of a user of the own account, by id or e-mail address; null where there
   *     is none
   */
  Authorizations(
      ApiDescription description,
      Tokens tokens,
      AuthorizationServer oauth,
      Function<String, @Nullable String> userIds) {
    this.description = description;
    this.tokens = tokens;
    this.oauth = oauth;
    this.userIds = userIds;
  }

  String appToken() {
    return tokens.issue(oauth.appScopes(), null, Tokens.LIFE);
  }

  String userToken(String userId, String... scopes) {
    String user = user("MockZoom.userToken", userId);
    return tokens.issue(known("MockZoom.userToken", scopes), user, Tokens.LIFE);
  }

  void signIn(String userId, String... scopes) {
    String user = user("MockZoom.signIn", userId);
    oauth.signIn(user, known("MockZoom.signIn", scopes));
  }

  private Set<String> known(String caller, String... scopes) {
    return description.known(Arguments.scopes(caller, scopes));
  }

  private String user(String caller, String userId) {
    Arguments.require(caller + " needs a userId", userId);
    String id = userIds.apply(userId);
    if (id == null) {
      throw new IllegalArgumentException(
          "There is no user \"" + userId + "\" in the own account; addUser adds one.");
    }
    return id;
  }

  URI consent(String caller, URI url, boolean granted) {
    Arguments.require(caller + " needs a url", url);
    return oauth.consent(RequestHandler.query(url), granted);
  }

  void answerDevice(String caller, String userCode, boolean granted) {
    Arguments.require(caller + " needs a userCode", userCode);
    if (!oauth.answerDevice(userCode, granted)) {
      throw new IllegalArgumentException("No device shows the code \"" + userCode + "\".");
    }
  }

  void expireTokens() {
    tokens.expire(null);
  }

  void expireTokens(String userId) {
    tokens.expire(user("MockZoom.expireTokens", userId));
  }

  void revokeTokens(String userId) {
    tokens.revoke(user("MockZoom.revokeTokens", userId));
  }

  void revokeGrants(String userId) {
    oauth.revoke(user("MockZoom.revokeGrants", userId));
  }
}
