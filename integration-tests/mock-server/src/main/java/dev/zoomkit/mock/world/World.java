package dev.zoomkit.mock.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills an account that has nobody but its owner. The same plan, seed and time make the same world.
 */
public final class World {
  private static final String OWN_DOMAIN = "example.com";
  private static final String OTHER_DOMAIN = "example.net";
  private static final int REGULARS = 20;
  private static final int A_WEEK = 20;
  private static final int WEEKS_AHEAD = 4;
  private static final int DAYS_A_WEEK = 7;
  private static final Duration ACCOUNT_BEFORE = Duration.ofDays(1000);

  private final Site site;
  private final List<Person> guests = new ArrayList<>();

  private World(Site site) {
    this.site = site;
  }

  /**
   * Fills the own account, and makes its sub-accounts.
   *
   * @param now the time at which it is to look as planned
   * @param owner the id of the owner
   */
  public static void make(AccountPlan plan, long seed, Instant now, String owner, Doors doors) {
    Random random = new Random(seed);
    Site own = new Site(doors, Map.of(), OWN_DOMAIN, plan, random, now);
    Licences.raise(own);
    new World(own).fill(owner);
    for (int i = 0; i < plan.subAccounts().size(); i++) {
      String domain = "branch" + (i + 1) + "." + OWN_DOMAIN;
      Person head = new People(random, "head." + domain).next();
      doors.at(now.minus(ACCOUNT_BEFORE));
      String id = doors.create("createSubAccount", Map.of(), account(head, i + 1)).get(0);
      AccountPlan of = plan.subAccounts().get(i);
      Site site = new Site(doors, Map.of(Site.PARAMETER, id), domain, of, random, now);
      doors.at(now);
      Licences.buy(site, head, now.minus(ACCOUNT_BEFORE));
      new World(site).fill(head.email());
    }
  }

  private static ObjectNode account(Person head, int number) {
    return Json.object()
        .put("account_name", head.place().title() + " branch " + number)
        .put("first_name", head.firstName())
        .put("last_name", head.lastName())
        .put("email", head.email())
        .put("password", "Welcome-" + (1000 + number));
  }

  private void fill(String owner) {
    AccountPlan plan = site.plan();
    List<Member> members = new Staff(site).hire(owner);
    People others = new People(site.random(), OTHER_DOMAIN);
    int most = plan.past().mostParticipants() + plan.registrantsPerWebinar();
    for (int i = 0; i < REGULARS + plan.users() / 2 + most; i++) {
      guests.add(others.next());
    }
    Scheduling scheduling = new Scheduling(site, guests);
    Agenda past =
        new Agenda(site.now().minus(plan.past().over()), site.now().minus(Duration.ofHours(1)));
    int ahead = plan.meetingsPerUser() + plan.webinarsPerUser();
    int weeks = Math.max(WEEKS_AHEAD, (ahead + A_WEEK - 1) / A_WEEK);
    Instant from = site.now().plus(Duration.ofHours(1));
    Agenda coming = new Agenda(from, from.plus(Duration.ofDays((long) weeks * DAYS_A_WEEK)));
    List<Scheduled> held = new ArrayList<>();
    for (Member host : members) {
      List<Instant> hours = past.draw(plan.past().sessionsPerUser(), host.zone(), site.random());
      held.addAll(scheduling.schedule(host, hours, plan.past().webinarsPerUser()));
      List<Instant> next = coming.draw(ahead, host.zone(), site.random());
      scheduling.schedule(host, next, plan.webinarsPerUser());
    }
    hold(held, members);
  }

  private void hold(List<Scheduled> sessions, List<Member> members) {
    List<Scheduled> ordered = new ArrayList<>(sessions);
    ordered.sort(Comparator.comparing(Scheduled::start));
    Attendance attendance = new Attendance(site, members, guests);
    double share = site.plan().past().recorded();
    for (int i = 0; i < ordered.size(); i++) {
      boolean recorded = Math.round((i + 1) * share) > Math.round(i * share);
      attendance.hold(ordered.get(i), recorded);
    }
  }
}
