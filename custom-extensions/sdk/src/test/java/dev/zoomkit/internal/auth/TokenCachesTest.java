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
  void ofThousandsOfUsersTheLastThousandAreRemembered() {
    TokenCache jill = caches.of("jill");
    TokenCache ada = caches.of("ada");
    for (int other = 0; other < 999; other++) {
      caches.of("other-" + other);
      caches.of("jill");
    }

    assertThat(caches.of("jill")).isSameAs(jill);
    assertThat(caches.of("ada")).isNotSameAs(ada);
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
