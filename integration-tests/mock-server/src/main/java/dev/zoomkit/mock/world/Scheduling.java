package dev.zoomkit.mock.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Schedules meetings and webinars, and lets people register. */
final class Scheduling {
  private static final List<Integer> MINUTES = List.of(30, 45, 60);
  private static final int WEBINAR_MINUTES = 60;
  private static final int WITH_REGISTRATION = 0;
  private static final Duration EARLIEST = Duration.ofDays(10);
  private static final Duration LATEST = Duration.ofDays(1);

  private final Site site;
  private final List<Person> guests;

  /**
   * Scheduling of an account.
   *
   * @param guests who registers
   */
  Scheduling(Site site, List<Person> guests) {
    this.site = site;
    this.guests = guests;
  }

  /** Schedules sessions of a host at some hours, of which as many as said are webinars. */
  List<Scheduled> schedule(Member host, List<Instant> hours, int webinars) {
    List<Scheduled> scheduled = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      boolean isWebinar = (i + 1) * webinars / hours.size() > i * webinars / hours.size();
      scheduled.add(schedule(host, hours.get(i), isWebinar));
    }
    return scheduled;
  }

  private Scheduled schedule(Member host, Instant start, boolean isWebinar) {
    int registrants = isWebinar ? site.plan().registrantsPerWebinar() : 0;
    int minutes = isWebinar ? WEBINAR_MINUTES : site.any(MINUTES);
    Instant known = start.isAfter(site.now()) ? site.now() : start;
    Instant created = known.minus(site.between(LATEST, EARLIEST));
    ObjectNode session =
        Json.object()
            .put("topic", isWebinar ? webinar(host, start) : site.any(host.work().meetings()))
            .put("start_time", start.toString())
            .put("duration", minutes);
    if (registrants > 0) {
      session.putObject("settings").put("approval_type", WITH_REGISTRATION);
    }
    site.doors().at(created);
    String id =
        site.create(
                isWebinar ? "createWebinar" : "createMeeting",
                Map.of("userId", host.user()),
                session)
            .get(0);
    List<Person> registered = new ArrayList<>();
    int first = guests.isEmpty() ? 0 : site.random().nextInt(guests.size());
    for (int i = 0; i < registrants; i++) {
      Person person = guests.get((first + i) % guests.size());
      site.doors().at(created.plus(site.between(Duration.ofHours(1), LATEST)));
      register(id, person);
      registered.add(person);
    }
    return new Scheduled(id, host, isWebinar, start, Duration.ofMinutes(minutes), registered);
  }

  private String webinar(Member host, Instant start) {
    ZonedDateTime day = start.atZone(host.zone());
    return site.any(host.work().webinars())
        + ", Q"
        + day.get(IsoFields.QUARTER_OF_YEAR)
        + " "
        + day.getYear();
  }

  private void register(String webinarId, Person person) {
    site.create(
        "addWebinarRegistrant",
        Map.of("webinarId", webinarId),
        Json.object()
            .put("email", person.email())
            .put("first_name", person.firstName())
            .put("last_name", person.lastName())
            .put("job_title", site.any(person.work().jobs())));
  }
}
