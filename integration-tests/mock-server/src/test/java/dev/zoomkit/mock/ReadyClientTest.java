package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.user.UserRef;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The clients that a mock hands out, and that mocks leave each other and the JVM alone. */
class ReadyClientTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void aClientIsReadyAndWaitsOnTheMocksClock() {
    try (MockZoom mock = MockZoom.builder().startAt(START).start()) {
      UserRef jill = UserRef.id(mock.addUser("jill@acme.example"));
      mock.seed("createWebinar", Map.of("userId", jill.value()), "{\"topic\": \"Hall {n}\"}", 400);
      mock.on("listWebinars").next().respond(429, 429);

      assertThat(mock.client().ownAccount().webinars().listWebinars(jill)).hasSize(400);
      assertThat(mock.requests("listWebinars")).hasSize(3);
      assertThat(mock.clock().instant()).isAfter(START);
    }
  }

  @Test
  void aClientIsClosedWithTheMockAndMayBeBefore() {
    MockZoom mock = MockZoom.start();
    ZoomClient first = mock.client();
    ZoomClient second = mock.client();
    assertThat(second).isNotSameAs(first);
    first.close();
    second.ownAccount().users().listUsers().stream().count();
    mock.close();

    assertThatThrownBy(second::ownAccount)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(mock::client)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mock is closed");
  }

  @Test
  void aBuilderTakesFurtherSettings() {
    try (MockZoom mock = MockZoom.start();
        ZoomClient reader = mock.clientBuilder().readOnly().build()) {
      assertThat(reader.ownAccount().users().listUsers()).isNotEmpty();
    }
  }

  @Test
  void aClientGetsANewTokenForOneThatHasExpired() {
    try (MockZoom mock = MockZoom.start()) {
      ZoomClient client = mock.client();
      client.ownAccount().users().listUsers().stream().count();
      mock.expireTokens();

      assertThat(client.ownAccount().users().listUsers()).isNotEmpty();
      assertThat(mock.requests(MockZoom.TOKEN_OPERATION)).hasSize(2);
    }
  }

  @Test
  void aTokenOfAUserExpiresAlone() {
    try (MockZoom mock = MockZoom.start()) {
      String jill = mock.userToken(mock.addUser("jill@acme.example"), "user:read");
      String jack = mock.userToken(mock.addUser("jack@acme.example"), "user:read");
      mock.expireTokens("jill@acme.example");

      Client client = new Client(mock);
      assertThat(client.with(jill).get("users/me").code()).isEqualTo(124);
      assertThat(client.with(jack).get("users/me").status()).isEqualTo(200);
    }
  }

  @Test
  void twoMocksShareNothing() {
    try (MockZoom one = MockZoom.builder().startAt(START).start();
        MockZoom other = MockZoom.builder().startAt(START).start()) {
      one.addUser("jill@acme.example");
      one.on("listUsers").next().respond(503, 503);
      one.clock().advance(Duration.ofDays(1));

      assertThat(other.client().ownAccount().users().listUsers())
          .extracting(user -> user.email())
          .doesNotContain("jill@acme.example");
      assertThat(other.clock().instant()).isEqualTo(START);
      assertThat(other.requests()).hasSize(2);
      assertThat(one.requests()).isEmpty();
      String token = one.userToken("jill@acme.example", "user:read");
      assertThat(new Client(other).with(token).get("users/me").code()).isEqualTo(124);
    }
  }

  @Test
  void startingOneChangesNothingElseInTheProcess() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault(); // Itself sets user.timezone, where nobody has yet.
    Properties properties = (Properties) System.getProperties().clone();
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    Authenticator authenticator = Authenticator.getDefault();
    ProxySelector proxies = ProxySelector.getDefault();
    CookieHandler cookies = CookieHandler.getDefault();
    List<Handler> logs = List.of(Logger.getLogger("").getHandlers());

    try (MockZoom mock = MockZoom.start()) {
      mock.client().ownAccount().users().listUsers().stream().count();
    }

    assertThat(System.getProperties()).isEqualTo(properties);
    assertThat(Locale.getDefault()).isEqualTo(locale);
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
    assertThat(Authenticator.getDefault()).isSameAs(authenticator);
    assertThat(ProxySelector.getDefault()).isSameAs(proxies);
    assertThat(CookieHandler.getDefault()).isSameAs(cookies);
    assertThat(Logger.getLogger("").getHandlers()).containsExactlyElementsOf(logs);
  }
}
