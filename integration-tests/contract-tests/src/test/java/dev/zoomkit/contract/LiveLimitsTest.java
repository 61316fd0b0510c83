package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an API refuses for limits and scopes tells nothing of an operation, and is counted so. */
class LiveLimitsTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void limitsOfASecondAreWaitedFor() throws IOException {
    try (CheckedMock free = new CheckedMock(MockZoom.builder(), directory);
        CheckedMock limited =
            new CheckedMock(MockZoom.builder().rateLimits(MockPlan.PRO), directory)) {
      free.run();

      assertThat(limited.run()).contains(", 0 refused for rate limits, ");

      assertThat(limited.called()).isEqualTo(free.called());
      assertThat(limited.waits)
          .isNotEmpty()
          .allMatch(wait -> wait.compareTo(Duration.ofSeconds(61)) < 0);
    }
  }

  @Test
  void aLimitThatGoesOnIsCountedAndNotCalledJudged() throws IOException {
    try (CheckedMock checked = new CheckedMock(MockZoom.builder(), directory)) {
      checked
          .mock
          .on("listRoles")
          .every(1)
          .respond(MockResponse.error(429, 429, "Too many at a time."));

      assertThat(checked.run()).contains(", 1 refused for rate limits, ");

      assertThat(checked.mock.requests("listRoles")).hasSize(4);
      assertThat(checked.waits).contains(Duration.ofSeconds(4));
      assertThat(checked.reason("listRoles"))
          .isEqualTo("a rate limit refused it each time it was sent");
      assertThat(checked.reason("listRoleMembers"))
          .isEqualTo("listRoles was refused, which may tell a value of roleId");
    }
  }

  @Test
  void theLimitOfADayEndsTheCallsOfItsLabel() throws IOException {
    try (CheckedMock checked = new CheckedMock(MockZoom.builder(), directory)) {
      checked.respond("listInvoiceReports", MockResponse.tooManyPerDay(MIDNIGHT));
      String why = "the day's limit of HEAVY calls is used up until 2026-11-23T00:00:00Z";

      assertThat(checked.run()).contains(", 1 refused for rate limits, ", "; " + why);

      assertThat(checked.waits).isEmpty();
      BundledDescription description = BundledDescription.load();
      assertThat(checked.called())
          .map(description::operation)
          .filteredOn(each -> each.label().equals("HEAVY"))
          .extracting(Operation::id)
          .containsExactly("listInvoiceReports");
      assertThat(checked.reason("listDevices")).isEqualTo(why);
    }
  }

  @Test
  void missingScopesAreNamedAndNoDepartures() throws IOException {
    try (CheckedMock checked =
        new CheckedMock(MockZoom.builder().scopes("user:read:admin"), directory)) {
      String said = checked.run();

      assertThat(checked.departures()).isEmpty();
      assertThat(said).containsPattern(", [1-9]\\d for scopes, ");
      assertThat(checked.reason("listGroups"))
          .startsWith("the token lacks the scope ")
          .contains("group:read:admin");
    }
  }

  @Test
  void aRunThatJudgedNothingIsAnError() throws IOException {
    try (CheckedMock checked =
        new CheckedMock(MockZoom.builder().scopes("pac:master"), directory)) {
      assertThat(checked.run())
          .endsWith(
              "Contract check: nothing was judged, as no operation answered with 2xx; the app"
                  + " probably lacks the scopes that the report names.");
      assertThat(checked.fits()).isFalse();
    }
  }

  @Test
  void aWrongBaseUrlIsOneLine() throws IOException {
    try (CheckedMock checked = new CheckedMock(MockZoom.builder(), directory)) {
      String right = checked.settings.get("contract.baseUrl");
      checked.settings.put("contract.baseUrl", right.replace("/v2", "/v3"));

      assertThat(checked.run())
          .startsWith("Contract check: contract.baseUrl is probably wrong, nothing there is like ")
          .contains("listSubAccounts: HTTP 404 with code 2300; ")
          .doesNotContain("\n");
      assertThat(checked.fits()).isFalse();
    }
  }

  @Test
  void aServerOfPagesIsAWrongBaseUrl() throws IOException {
    String page = "<html>Hello.</html>";
    for (MockResponse response :
        new MockResponse[] {
          MockResponse.html(200, page),
          MockResponse.html(503, page),
          MockResponse.empty(302).withHeader("Location", "https://zoom.us/signin")
        }) {
      try (CheckedMock checked = new CheckedMock(MockZoom.builder(), directory)) {
        checked.mock.onAny().every(1).respond(response);

        assertThat(checked.run())
            .startsWith("Contract check: contract.baseUrl is probably wrong, ")
            .contains("listSubAccounts: HTTP " + response.status())
            .doesNotContain("\n");
        assertThat(checked.calls()).hasSize(5);
      }
    }
  }
}
