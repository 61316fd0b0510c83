package dev.zoomkit.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.internal.http.TokenHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TokenCachesTest {

  private final Iterator<AccessToken> tokens =
      List.of(AccessToken.of("first"), AccessToken.of("second")).iterator();
  private final TokenCaches caches =
      new TokenCaches(
          BearerToken.from(need -> tokens.next(), AppKind.USER_LEVEL),
          new TokenHttp(new OkHttpClient(), new TestClock(), Duration.ofMinutes(1)),
          null);

  @Test
  void aUserHasOneAndTheAppAnother() {
    assertThat(caches.of("jill")).isSameAs(caches.of("jill")).isNotSameAs(caches.of("ada"));
    assertThat(caches.ofApp()).isNotSameAs(caches.of("jill"));
  }

  @Test
  void allViewsOfAUserShareOneHoweverManyOthersThereAre() throws IOException {
    TokenCache jill = caches.of("jill");
    assertThat(jill.current().value()).isEqualTo("first");
    for (int other = 0; other < 2000; other++) {
      caches.of("other-" + other);
    }

    assertThat(caches.of("jill")).isSameAs(jill);
    caches.forget("jill");
    assertThat(jill.current().value()).as("also what is forgotten").isEqualTo("second");
  }

  @Test
  @Timeout(30)
  void ofThousandsOfUsersWithoutAViewTheLastThousandAreRemembered() {
    for (int other = 0; other < 3000; other++) {
      caches.of("other-" + other);
    }
    while (caches.users() > 1000) {
      System.gc();
    }

    assertThat(caches.users()).isEqualTo(1000);
  }

  @Test
  void whatIsForgottenIsLookedUpAnew() throws IOException {
    TokenCache jill = caches.of("jill");
    assertThat(jill.current().value()).isEqualTo("first");
    caches.forget("ada");
    caches.forget("jill");

    assertThat(jill.current().value()).isEqualTo("second");
  }
}
