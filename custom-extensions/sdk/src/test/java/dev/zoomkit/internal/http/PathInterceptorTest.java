package dev.zoomkit.internal.http;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;

class PathInterceptorTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ThingsApi things = zoom.client().build().api(ThingsApi.class);

  @AfterEach
  void close() {
    zoom.close();
  }

  private String lineOf(Call<?> call) throws IOException {
    zoom.respond(json("{}"));
    call.execute();
    return zoom.lines().get(0);
  }

  @Test
  void subAccountHasTheMasterPath() throws IOException {
    assertThat(lineOf(things.listThings("sub", "u1", null, "t")))
        .isEqualTo("GET /v2/accounts/sub/users/u1/things?next_page_token=t");
  }

  @Test
  void ownAccountHasTheOrdinaryPath() throws IOException {
    assertThat(lineOf(things.listThings("me", "u1", null, "t")))
        .isEqualTo("GET /v2/users/u1/things?next_page_token=t");
  }

  @Test
  void ownAccountWithoutOrdinaryPathIsMe() throws IOException {
    assertThat(lineOf(things.getPlans("me"))).isEqualTo("GET /v2/accounts/me/plans");
  }

  @Test
  void pathOutsideAnyAccountStays() throws IOException {
    assertThat(lineOf(things.listRenewals(2)))
        .isEqualTo("GET /v2/accounts/billing/renewals?page_number=2");
  }

  @Test
  void pathOutsideTheApiBaseStays() throws IOException {
    assertThat(lineOf(things.downloadThing("7"))).isEqualTo("GET /api/download/things/7");
  }

  @Test
  void ownPathKeepsOrderOfSeveralValues() throws IOException {
    assertThat(lineOf(things.deletePart("me", 1, "p/2 ä")))
        .isEqualTo("DELETE /v2/things/1/parts/p%2F2%20%C3%A4");
  }

  @ParameterizedTest
  @CsvSource({
    "98520143677, 98520143677",
    "4444AAAiAAAAAiAiAiiAii==, 4444AAAiAAAAAiAiAiiAii==",
    "ab/cd+e==, ab%2Fcd+e==",
    "/ab+cd==, %252Fab%252Bcd%253D%253D",
    "ab//cd, ab%252F%252Fcd",
    "a b//, a%2520b%252F%252F"
  })
  void uuidsAreEncodedOnceOrTwice(String uuid, String inPath) throws IOException {
    assertThat(lineOf(things.getThing("sub", uuid)))
        .isEqualTo("GET /v2/accounts/sub/things/" + inPath);
  }

  @Test
  void uuidKeepsItsEncodingInTheOwnPath() throws IOException {
    assertThat(lineOf(things.getThing("me", "/ab//c")))
        .isEqualTo("GET /v2/things/%252Fab%252F%252Fc");
  }

  @Test
  void idThatIsNoUuidIsEncodedOnce() throws IOException {
    assertThat(lineOf(things.deletePart("sub", 1, "a//b")))
        .isEqualTo("DELETE /v2/accounts/sub/things/1/parts/a%2F%2Fb");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T10:00Z, 2026-01-01T10%3A00%3A00Z",
    "2026-01-01T10:00:59.9+01:00, 2026-01-01T09%3A00%3A59Z"
  })
  void timesAreUtcWithSeconds(String time, String inQuery) throws IOException {
    assertThat(lineOf(things.listThings("sub", "u1", OffsetDateTime.parse(time), null)))
        .isEqualTo("GET /v2/accounts/sub/users/u1/things?from=" + inQuery);
  }
}
