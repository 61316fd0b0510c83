package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a made-up account may have. */
class AccountSeedTest {

  private static Arguments of(String message, Consumer<AccountSeed> account) {
    return Arguments.of(message, account);
  }

  private static Arguments ofPast(String message, Consumer<PastSeed> past) {
    return Arguments.of(message, (Consumer<AccountSeed>) account -> account.past(past));
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        of("An account has 1 to 10,000 users, not 0.", a -> a.users(0)),
        of("An account has 1 to 10,000 users, not 10,001.", a -> a.users(10_001)),
        of("An account has 0 to 1,000 groups, not -1.", a -> a.groups(-1)),
        of("A user has 0 to 1,000 meetings to come, not 1,001.", a -> a.meetingsPerUser(1_001)),
        of("A user has 0 to 1,000 webinars to come, not -1.", a -> a.webinarsPerUser(-1)),
        of("A webinar has 0 to 10,000 registrants, not -1.", a -> a.registrantsPerWebinar(-1)),
        of("An account has 1 to 100 sub-accounts, not 0.", a -> a.subAccounts(0, b -> {})),
        of(
            "A sub-account has no sub-accounts.",
            a -> a.subAccounts(1, b -> b.subAccounts(1, c -> {}))),
        ofPast("A user has held 0 to 750 meetings, not 751.", p -> p.meetingsPerUser(751)),
        ofPast("A user has held 0 to 750 webinars, not -1.", p -> p.webinarsPerUser(-1)),
        ofPast("A session has 1 to 1,000 participants, not 0.", p -> p.participants(0, 3)),
        ofPast("A session has 5 to 1,000 participants, not 4.", p -> p.participants(5, 4)),
        ofPast(
            "The past goes back 7 to 180 days, such as P28D, and not PT24H.",
            p -> p.over(Duration.ofDays(1))),
        ofPast(
            "The share of what was recorded is 0 to 1, such as 0.25, and not NaN.",
            p -> p.recorded(Double.NaN)),
        ofPast(
            "A user held 30 meetings and webinars in 7 days at most, 30 a week, and not 31;"
                + " over(…) makes the time longer.",
            p -> p.over(Duration.ofDays(7)).meetingsPerUser(20).webinarsPerUser(11)));
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void saysHowMuchThereCanBe(String message, Consumer<AccountSeed> account) {
    MockZoom.Builder builder = MockZoom.builder();

    assertThatThrownBy(() -> builder.account(account))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void isNotChangedByWhoKeepsIt() {
    AccountSeed[] kept = new AccountSeed[1];
    MockZoom.Builder builder = MockZoom.builder().account(account -> kept[0] = account.users(2));
    kept[0].users(5);

    try (MockZoom mock = builder.start()) {
      assertThat(new Client(mock).get("users").json().path("users")).hasSize(2);
    }
  }

  @Test
  void asMuchAsFitsIntoAWeekIsThereWheneverItBegins() {
    for (int hours = 0; hours < 7 * 24; hours += 29) {
      MockZoom.Builder builder =
          MockZoom.builder()
              .startAt(Running.START.plus(Duration.ofHours(hours)))
              .account(
                  account ->
                      account.past(
                          past ->
                              past.meetingsPerUser(30)
                                  .over(Duration.ofDays(7))
                                  .participants(1, 1)));
      try (MockZoom mock = builder.start()) {
        String path = "users/" + mock.example("userId") + "/meetings?page_size=100";
        assertThat(new Client(mock).get(path).json().path("meetings")).hasSize(30);
      }
    }
  }
}
