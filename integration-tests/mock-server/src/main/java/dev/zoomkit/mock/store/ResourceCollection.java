package dev.zoomkit.mock.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of one collection in their order, found by what names them and by whom they belong to.
 * Only {@link Resource} changes it, whenever a thing comes, goes, or is changed itself.
 */
final class ResourceCollection {
  private static final Comparator<Resource> ORDER =
      (one, other) -> Long.compare(one.place(), other.place());

  private final List<Resource> items = new ArrayList<>();
  private final Map<String, List<Resource>> byName = new HashMap<>();
  private final Map<String, List<Resource>> byIdentity = new HashMap<>();
  private final Map<Resource, List<Resource>> byOwner = new HashMap<>();
  private final Map<Property, Map<String, List<Resource>>> byProperty = new HashMap<>();
  private final Set<String> lost = new HashSet<>();
  private long first;
  private long last;

  /** All items, in order. */
  List<Resource> items() {
    return Collections.unmodifiableList(items);
  }

  /** The items that belong to a thing, in order. */
  List<Resource> ownedBy(Resource owner) {
    return Collections.unmodifiableList(byOwner.getOrDefault(owner, List.of()));
  }

  /** The items of which a property has a value, in order; indexed from the first time on. */
  List<Resource> having(Property property, String value) {
    Map<String, List<Resource>> index = byProperty.computeIfAbsent(property, this::index);
    return Collections.unmodifiableList(index.getOrDefault(value, List.of()));
  }

  private Map<String, List<Resource>> index(Property property) {
    Map<String, List<Resource>> index = new HashMap<>();
    items.forEach(item -> insert(index, property.of(item), item));
    return index;
  }

  /** What an item has of the properties that lists are filtered by. */
  Map<Property, String> properties(Resource item) {
    Map<Property, String> values = new HashMap<>();
    for (Property property : byProperty.keySet()) {
      values.put(property, property.of(item));
    }
    return values;
  }

  /**
   * The first item that has a value for its key or alias, else the first that carries it as an
   * identity, in whatever case; null where there is none.
   */
  @Nullable Resource find(String value) {
    List<Resource> named = byName.get(value);
    List<Resource> found = named == null ? byIdentity.get(inAnyCase(value)) : named;
    return found == null ? null : found.get(0);
  }

  /** The first item with a key; null where there is none. */
  @Nullable Resource withKey(String key) {
    for (Resource item : byName.getOrDefault(key, List.of())) {
      if (item.key().equals(key)) {
        return item;
      }
    }
    return null;
  }

  /** The place behind all items. */
  long nextPlace() {
    return ++last;
  }

  /** The place before all items. */
  long firstPlace() {
    return --first;
  }

  void add(Resource item) {
    insert(items, item);
    Resource owner = item.owner();
    if (owner != null) {
      insert(byOwner, owner, item);
    }
    index(item, item.names());
  }

  void remove(Resource item) {
    deindex(item, item.names());
    Resource owner = item.owner();
    if (owner != null) {
      delete(byOwner, owner, item);
    }
    delete(items, item);
  }

  /** Remembers the key of an item that is gone, where nothing else tells whether it ever was. */
  void lose(String key) {
    lost.add(key);
  }

  boolean hasLost(String key) {
    return lost.contains(key);
  }

  /**
   * What an item is found by.
   *
   * @param exact its key and aliases
   * @param identities the ids, UUIDs and e-mail addresses that it carries, in whatever case
   * @param properties what it has of the properties that lists are filtered by
   */
  record Names(Set<String> exact, List<String> identities, Map<Property, String> properties) {

    /** Not as the record has it: the JVM would make that up at the first call, at the start. */
    boolean are(Names others) {
      return exact.equals(others.exact)
          && identities.equals(others.identities)
          && properties.equals(others.properties);
    }
  }

  /** Finds an item by other names from now on, if they are others. */
  void rename(Resource item, Names from, Names to) {
    if (!to.are(from)) {
      deindex(item, from);
      index(item, to);
    }
  }

  private void index(Resource item, Names names) {
    for (String name : names.exact()) {
      insert(byName, name, item);
    }
    for (String value : names.identities()) {
      insert(byIdentity, inAnyCase(value), item);
    }
    for (var property : names.properties().entrySet()) {
      insert(byProperty(property.getKey()), property.getValue(), item);
    }
  }

  private void deindex(Resource item, Names names) {
    for (String name : names.exact()) {
      delete(byName, name, item);
    }
    for (String value : names.identities()) {
      delete(byIdentity, inAnyCase(value), item);
    }
    for (var property : names.properties().entrySet()) {
      delete(byProperty(property.getKey()), property.getValue(), item);
    }
  }

  private static String inAnyCase(String identity) {
    return identity.toLowerCase(Locale.ROOT);
  }

  private Map<String, List<Resource>> byProperty(Property property) {
    return byProperty.computeIfAbsent(property, absent -> new HashMap<>());
  }

  private static <K> void insert(Map<K, List<Resource>> index, K key, Resource item) {
    insert(index.computeIfAbsent(key, absent -> new ArrayList<>(1)), item);
  }

  private static <K> void delete(Map<K, List<Resource>> index, K key, Resource item) {
    List<Resource> found = index.getOrDefault(key, new ArrayList<>());
    delete(found, item);
    if (found.isEmpty()) {
      index.remove(key);
    }
  }

  /** Most items come last, and are not searched for. */
  private static void insert(List<Resource> ordered, Resource item) {
    if (ordered.isEmpty() || ORDER.compare(ordered.get(ordered.size() - 1), item) < 0) {
      ordered.add(item);
      return;
    }
    int at = Collections.binarySearch(ordered, item, ORDER);
    if (at < 0) {
      ordered.add(-at - 1, item);
    }
  }

  private static void delete(List<Resource> ordered, Resource item) {
    int at = Collections.binarySearch(ordered, item, ORDER);
    if (at >= 0) {
      ordered.remove(at);
    }
  }
}
