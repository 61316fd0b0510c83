package dev.zoomkit.mock.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** The hours of a time in which people meet, on the clocks of where they are. */
final class Agenda {
  /** The hours that sessions begin at; none is longer than one. */
  private static final int[] HOURS = {9, 10, 11, 13, 14, 15, 16};

  private final Instant from;
  private final Instant to;
  private final Map<ZoneId, List<Instant>> hours = new HashMap<>();

  /**
   * The hours between two times.
   *
   * @param to when the last has ended
   */
  Agenda(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /** Different hours of working days, in order; all of them where there are no more. */
  List<Instant> draw(int count, ZoneId zone, Random random) {
    List<Instant> all = hours.computeIfAbsent(zone, this::workingHours);
    if (count >= all.size()) {
      return all;
    }
    TreeSet<Integer> drawn = new TreeSet<>();
    while (drawn.size() < count) {
      drawn.add(random.nextInt(all.size()));
    }
    return drawn.stream().map(all::get).toList();
  }

  private List<Instant> workingHours(ZoneId zone) {
    List<Instant> all = new ArrayList<>();
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      boolean works = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
      for (int hour : works ? HOURS : new int[0]) {
        Instant start = day.atTime(hour, 0).atZone(zone).toInstant();
        if (!start.isBefore(from) && !start.plusSeconds(3600).isAfter(to)) {
          all.add(start);
        }
      }
    }
    return all;
  }
}
