package dev.zoomkit.mock.world;

import dev.zoomkit.mock.call.Attendee;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who comes to what is held, when, and for how long. The host is there from start to end. */
final class Attendance {
  private static final List<String> DEVICES = List.of("Windows", "Mac", "iOS", "Android");
  private static final double OF_THE_REGISTERED = 0.7;
  private static final double COLLEAGUES_IN_MEETINGS = 0.75;
  private static final double COLLEAGUES_IN_WEBINARS = 0.2;
  private static final double ON_TIME = 0.7;
  private static final double TO_THE_END = 0.75;
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final Site site;
  private final List<Member> members;
  private final List<Person> guests;

  Attendance(Site site, List<Member> members, List<Person> guests) {
    this.site = site;
    this.members = members;
    this.guests = guests;
  }

  /** Holds a session within a minute of its time, and not longer than it was to be. */
  void hold(Scheduled session, boolean recorded) {
    Instant start = session.start().plus(site.between(Duration.ZERO, AT_ONCE));
    Duration length = session.length().minus(site.between(AT_ONCE, session.length().dividedBy(4)));
    List<Attendee> attendees = new ArrayList<>(List.of(Attendee.HOST));
    PastPlan past = site.plan().past();
    int spread = past.mostParticipants() - past.leastParticipants();
    int others = past.leastParticipants() - 1 + site.random().nextInt(spread + 1);
    others(session, others).forEach(one -> attendees.add(attendee(one, length)));
    site.doors().at(start.plus(length));
    site.doors()
        .hold(
            new Occasion(
                site.id().get(Site.PARAMETER),
                session.id(),
                start,
                length,
                recorded ? Set.of(Product.RECORDING) : Set.of(),
                false,
                attendees));
  }

  /** So many, each a {@link Member} or a {@link Person}, and none twice. */
  private Set<Object> others(Scheduled session, int count) {
    Set<Object> others = new LinkedHashSet<>();
    Set<Object> registered = new HashSet<>(session.registrants());
    for (Person registrant : session.registrants()) {
      if (others.size() < count && site.isOneOf(OF_THE_REGISTERED)) {
        others.add(registrant);
      }
    }
    double colleagues = session.isWebinar() ? COLLEAGUES_IN_WEBINARS : COLLEAGUES_IN_MEETINGS;
    while (others.size() < count) {
      Object one = site.isOneOf(colleagues) ? site.any(members) : site.any(guests);
      if (!one.equals(session.host()) && !registered.contains(one)) {
        others.add(one);
      }
    }
    return others;
  }

  /** Most come within two minutes, the others within a third of the time; most stay. */
  private Attendee attendee(Object one, Duration length) {
    Duration latest = site.isOneOf(ON_TIME) ? AT_ONCE.multipliedBy(2) : length.dividedBy(3);
    Duration joins = site.between(Duration.ZERO, latest);
    Duration rest = length.minus(joins);
    @Nullable Duration stays =
        site.isOneOf(TO_THE_END) ? null : site.between(rest.dividedBy(3), rest);
    String device = site.any(DEVICES);
    return one instanceof Person guest
        ? new Attendee(guest.name(), guest.email(), "", false, joins, stays, device, "")
        : new Attendee("", "", ((Member) one).user(), false, joins, stays, device, "");
  }
}
