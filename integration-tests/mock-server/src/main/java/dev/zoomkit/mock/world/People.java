package dev.zoomkit.mock.world;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes people up, each with an e-mail address of their own. */
final class People {
  private final Random random;
  private final String domain;
  private final Map<Place, List<String[]>> unused = new EnumMap<>(Place.class);
  private final Map<String, Integer> namesakes = new HashMap<>();

  /**
   * People of one domain.
   *
   * @param domain one that nobody can own, such as {@code example.com}
   */
  People(Random random, String domain) {
    this.random = random;
    this.domain = domain;
  }

  /** Somebody else each time. */
  Person next() {
    Place place = any(List.of(Place.values()));
    String[] name = name(place);
    return new Person(
        name[0], name[1], address(name[0], name[1]), place, any(List.of(Work.values())));
  }

  /** A name that the place has not given out yet, as long as it has one. */
  private String[] name(Place place) {
    List<String[]> names = unused.computeIfAbsent(place, absent -> new ArrayList<>());
    if (names.isEmpty()) {
      for (String first : place.firstNames()) {
        place.lastNames().forEach(last -> names.add(new String[] {first, last}));
      }
      Collections.shuffle(names, random);
    }
    return names.remove(names.size() - 1);
  }

  private String address(String firstName, String lastName) {
    String local = plain(firstName) + "." + plain(lastName);
    int times = namesakes.merge(local, 1, Integer::sum);
    return local + (times == 1 ? "" : Integer.toString(times)) + "@" + domain;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
