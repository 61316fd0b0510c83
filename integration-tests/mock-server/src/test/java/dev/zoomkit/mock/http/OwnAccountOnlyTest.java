package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.DescribedOperation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the own account alone has: the plain path, the own scopes, and no sub-account. */
class OwnAccountOnlyTest extends Running {
  private String user;
  private String presence;

  @BeforeEach
  void name() {
    user = zoom.example("userId");
    presence = "users/" + user + "/presence_status";
  }

  @Test
  void isKeptOnThePlainPath() {
    assertThat(client.put(presence, "{\"status\": \"Presenting\"}").status()).isEqualTo(204);
    assertThat(client.get(presence).json().path("status").asText()).isEqualTo("Presenting");
  }

  @Test
  void noAccountStandsBeforeIt() {
    int told = 0;
    for (DescribedOperation operation : description().operations()) {
      if (operation.isForOwnAccountOnly()) {
        String path = Client.path(operation, operation.path(), "");
        Client.Response refused =
            client.send(operation.method(), "accounts/" + zoom.example("accountId") + path, null);
        assertRefused(refused, 404, 2300);
        assertThat(refused.json().path("message").asText())
            .contains("the nearest are " + operation.id() + " (")
            .contains(operation.path() + ", for the own account only)");
        told++;
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void aSubAccountsUserIsNobodyThere() {
    String account = zoom.example("accountId");
    String body =
        "{\"action\": \"custCreate\", \"user_info\": {\"email\": \"sub@x.example\", \"type\": 1}}";
    String id = client.post("accounts/" + account + "/users", body).json().path("id").asText();
    assertRefused(client.get("users/" + id + "/presence_status"), 404, 1001);
    assertRefused(
        client.put("users/" + id + "/presence_status", "{\"status\": \"Away\"}"), 404, 1001);
    assertThat(client.get("accounts/" + account + "/users/" + id).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:read:admin", "user:read:presence_status:admin"})
  void anyOwnScopeOpensIt(String scope) {
    try (MockZoom narrow = MockZoom.builder().scopes(scope).start()) {
      Client other = new Client(narrow);
      assertThat(other.get(presence).status()).isEqualTo(200);
      assertRefused(other.put(presence, "{\"status\": \"Away\"}"), 400, 4711);
    }
  }

  @Test
  void aMasterScopeDoesNot() {
    try (MockZoom narrow =
        MockZoom.builder().scopes("user:master", "user:read:user:master").start()) {
      assertRefused(new Client(narrow).get(presence), 400, 4711);
    }
  }

  @Test
  void aUsersAppAsksForThatUserAlone() {
    Client own = client.with(zoom.userToken(user, "user:read:presence_status"));
    assertThat(own.get("users/me/presence_status").status()).isEqualTo(200);
    assertRefused(own.get(presence), 400, 4711);
    assertRefused(client.get("users/me/presence_status"), 400, 124);
  }
}
