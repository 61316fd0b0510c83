package dev.zoomkit.mock;

import dev.zoomkit.mock.world.AccountPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How much there is in an account that {@link MockZoom.Builder#account} makes up: people of several
 * places with time zones, departments and jobs, who schedule meetings and webinars in their working
 * hours, and what they have held. Whatever is not said is not there, but for the owner. Not
 * thread-safe.
 *
 * <p>All addresses end in {@code example.com} or {@code example.net}. All users have a licence, for
 * which the base plan is large enough; where nobody hosts webinars, every fifth is a basic user.
 */
public final class AccountSeed {
  private static final int MOST_USERS = 10_000;
  private static final int MOST_GROUPS = 1_000;
  private static final int MOST_SESSIONS = 1_000;
  private static final int MOST_REGISTRANTS = 10_000;
  private static final int MOST_ACCOUNTS = 100;

  private final boolean isSub;
  private final PastSeed past = new PastSeed();
  private final List<AccountPlan> subAccounts = new ArrayList<>();
  private int users = 1;
  private int groups;
  private int meetings;
  private int webinars;
  private int registrants;

  private AccountSeed(boolean isSub) {
    this.isSub = isSub;
  }

  /**
   * How many users there are, among them the owner, who in the own account is the one of the
   * description's examples; 1 by default.
   *
   * @param count 1 to 10,000
   */
  public AccountSeed users(int count) {
    this.users = Arguments.count("An account has", count, 1, MOST_USERS, "users");
    return this;
  }

  /**
   * How many groups there are. Each is of a department, and each user is in one at most; none by
   * default.
   *
   * @param count 0 to 1,000
   */
  public AccountSeed groups(int count) {
    this.groups = Arguments.count("An account has", count, 0, MOST_GROUPS, "groups");
    return this;
  }

  /**
   * How many meetings each user has before them, in the next four weeks or as many as it takes;
   * none by default.
   *
   * @param count 0 to 1,000
   */
  public AccountSeed meetingsPerUser(int count) {
    this.meetings = Arguments.count("A user has", count, 0, MOST_SESSIONS, "meetings to come");
    return this;
  }

  /**
   * How many webinars each user has before them; none by default.
   *
   * @param count 0 to 1,000
   */
  public AccountSeed webinarsPerUser(int count) {
    this.webinars = Arguments.count("A user has", count, 0, MOST_SESSIONS, "webinars to come");
    return this;
  }

  /**
   * How many people have registered for each webinar, past ones as well; none by default, and then
   * nobody has to.
   *
   * @param count 0 to 10,000
   */
  public AccountSeed registrantsPerWebinar(int count) {
    this.registrants = Arguments.count("A webinar has", count, 0, MOST_REGISTRANTS, "registrants");
    return this;
  }

  /** What was held, and how; nothing by default. */
  public AccountSeed past(Consumer<PastSeed> sessions) {
    Arguments.require("AccountSeed.past needs sessions", sessions).accept(past);
    return this;
  }

  /**
   * Adds sub-accounts, which differ in all but how much they have; none by default.
   *
   * @param count 1 to 100
   * @param each what each has
   * @throws IllegalArgumentException if this is a sub-account, which has none itself
   */
  public AccountSeed subAccounts(int count, Consumer<AccountSeed> each) {
    Arguments.count("An account has", count, 1, MOST_ACCOUNTS, "sub-accounts");
    Arguments.require("AccountSeed.subAccounts needs each", each);
    if (isSub) {
      throw new IllegalArgumentException("A sub-account has no sub-accounts.");
    }
    for (int i = 0; i < count; i++) {
      subAccounts.add(planned(new AccountSeed(true), each));
    }
    return this;
  }

  static AccountPlan planned(Consumer<AccountSeed> account) {
    return planned(new AccountSeed(false), account);
  }

  private static AccountPlan planned(AccountSeed seed, Consumer<AccountSeed> account) {
    account.accept(seed);
    return new AccountPlan(
        seed.users,
        seed.groups,
        seed.meetings,
        seed.webinars,
        seed.registrants,
        seed.past.plan(),
        List.copyOf(seed.subAccounts));
  }
}
