package dev.zoomkit.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.AccountSeed;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.scope.MissingScopeException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What the annotation says of the mock, and what becomes of a mock that cannot be started. */
class SettingsTest {

  static final class Company implements Consumer<AccountSeed> {
    @Override
    public void accept(AccountSeed account) {
      account.users(3);
    }
  }

  static final class Nobody implements Consumer<AccountSeed> {
    @Override
    public void accept(AccountSeed account) {
      account.users(0);
    }
  }

  static final class Hidden implements Consumer<AccountSeed> {
    private final int users;

    private Hidden(int users) {
      this.users = users;
    }

    @Override
    public void accept(AccountSeed account) {
      account.users(users);
    }
  }

  @WithMockZoom(
      scopes = "user:read:list_users:admin",
      rateLimits = MockPlan.FREE,
      startAt = "2027-03-01T09:00:00Z")
  static class Settled {
    @Test
    void asTheClassSays(MockZoom mock, ZoomClient zoom) {
      assertThat(mock.clock().instant()).hasToString("2027-03-01T09:00:00Z");
      assertThat(mock.useCalls("LIGHT", 1000)).isBetween(1, 999);
      assertThatThrownBy(() -> zoom.ownAccount().webinars().getWebinar(1))
          .isInstanceOf(MissingScopeException.class);
    }

    @Test
    @WithMockZoom(startAt = "2028-03-01T09:00:00Z")
    void asTheMethodSays(MockZoom mock) {
      assertThat(mock.clock().instant()).hasToString("2028-03-01T09:00:00Z");
      assertThat(mock.useCalls("LIGHT", 1000)).isZero();
    }

    @Test
    @WithMockZoom(deviations = Deviation.SHORT_DATES)
    void inOneWay(MockZoom mock) {
      assertThat(mock.deviations()).containsExactly(Deviation.SHORT_DATES);
    }

    @Test
    @WithMockZoom(realism = true)
    void inAllWays(MockZoom mock) {
      assertThat(mock.deviations()).containsExactly(Deviation.values());
    }

    @Test
    @WithMockZoom(account = Company.class)
    void withAnAccount(ZoomClient zoom) {
      assertThat(zoom.ownAccount().users().listUsers().stream()).hasSize(3);
    }

    @Nested
    class Inside extends Deviating {}
  }

  @Retention(RetentionPolicy.RUNTIME)
  @WithMockZoom(startAt = "2029-03-01T09:00:00Z")
  @interface In2029 {}

  @In2029
  static class Deviating {
    @Test
    void asAnAnnotationOfItsOwnSays(MockZoom mock) {
      assertThat(mock.clock().instant()).hasToString("2029-03-01T09:00:00Z");
    }
  }

  @Test
  void theNearestAnnotationDecides() {
    EngineExecutionResults results = Seen.run(Settled.class);

    assertThat(Seen.failures(results)).isEmpty();
    results.testEvents().assertStatistics(events -> events.succeeded(6));
  }

  @WithMockZoom(scopes = "user:reed")
  static class Unstartable {
    @Test
    void unknownScope(MockZoom mock) {}

    @Test
    @WithMockZoom(rateLimits = {MockPlan.FREE, MockPlan.PRO})
    void twoPlans(MockZoom mock) {}

    @Test
    @WithMockZoom(account = {Company.class, Nobody.class})
    void twoAccounts(MockZoom mock) {}

    @Test
    @WithMockZoom(account = Nobody.class)
    void nobody(MockZoom mock) {}

    @Test
    @WithMockZoom(account = Hidden.class)
    void noConstructor(MockZoom mock) {}

    @Test
    @WithMockZoom(startAt = "tomorrow")
    void noInstant(MockZoom mock) {}

    @Test
    @WithMockZoom(shared = true)
    void sharedByOneTest(MockZoom mock) {}

    @Test
    @WithMockZoom
    void nothingWrong(MockZoom mock) {}

    @Test
    void nothingAsked() {}
  }

  @Test
  void aMockThatCannotBeStartedFailsItsTestAlone() {
    EngineExecutionResults results = Seen.run(Unstartable.class);

    results.testEvents().assertStatistics(events -> events.succeeded(2).failed(7));
    assertThat(Seen.failures(results))
        .anySatisfy(message -> assertThat(message).contains("user:reed", "user:read"))
        .anySatisfy(message -> assertThat(message).contains("one plan, not of [FREE, PRO]"))
        .anySatisfy(message -> assertThat(message).contains("one account, not [", "Company"))
        .anySatisfy(message -> assertThat(message).contains("1 to 10,000 users, not 0"))
        .anySatisfy(
            message ->
                assertThat(message)
                    .contains("constructor without parameters", "SettingsTest$Hidden lacks"))
        .anySatisfy(message -> assertThat(message).contains("not at \"tomorrow\""))
        .anySatisfy(message -> assertThat(message).contains("is for a class"));
  }
}
