package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.store.ResourceCollection.Names;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the mock keeps, with the collections and documents within it. Not thread-safe:
 * {@code CallHandler} locks.
 */
public final class Resource {
  private final @Nullable ResourceType type;
  private final @Nullable Resource parent;
  private @Nullable Resource owner;
  private final String key;
  private final ObjectNode data;
  private final Map<String, ResourceCollection> collections = new LinkedHashMap<>();
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
  private Set<String> aliases = Set.of();
  private @Nullable ResourceCollection home;
  private long place;

  /**
   * Makes a thing; {@link #addTo} puts it into its parent.
   *
   * @param type its type; null for the own account
   * @param parent what holds its collection; null for the own account
   * @param owner whom it belongs to besides, as a webinar to its host; null where to nobody
   * @param key the value that paths know it by
   * @param data everything known of it, which from now on only {@link #change} changes
   */
  public Resource(
      @Nullable ResourceType type,
      @Nullable Resource parent,
      @Nullable Resource owner,
      String key,
      ObjectNode data) {
    this.type = type;
    this.parent = parent;
    this.owner = owner;
    this.key = key;
    this.data = data;
  }

  public @Nullable ResourceType type() {
    return type;
  }

  /**
   * Whether it is of the type of a path, such as {@code webinars} or {@code groups/*}{@code
   * /members}.
   */
  public boolean isOf(String kindPath) {
    return type != null && type.toString().equals(kindPath);
  }

  /** Whether it is an item of a collection of a name, whatever holds that. */
  public boolean isIn(String collection) {
    return type != null && type.word().equals(collection);
  }

  /** Whether it is a meeting or webinar. */
  public boolean isSession() {
    return isOf("meetings") || isOf("webinars");
  }

  /** The time zone that a call names, else that of a user or session, else that of its host. */
  public ZoneId zone(JsonNode named) {
    Resource host = owner == null ? this : owner;
    return TimeZones.first(named, data.path(TimeZones.NAME), host.data.path(TimeZones.NAME));
  }

  public @Nullable Resource owner() {
    return owner;
  }

  /** Lets it belong to somebody else from now on, as a meeting whose host leaves. */
  public void handOver(Resource other) {
    if (home != null) {
      home.remove(this);
    }
    owner = other;
    if (home != null) {
      home.add(this);
    }
  }

  public String key() {
    return key;
  }

  /** Everything known of it; {@link #change} is the one way to change that. */
  public JsonNode data() {
    return data;
  }

  /** Changes what is known of it. */
  public void change(Consumer<ObjectNode> change) {
    if (home == null) {
      change.accept(data);
      return;
    }
    Names before = names();
    try {
      change.accept(data);
    } finally {
      rename(before);
    }
  }

  /** Keeps the collection's names of it right after something may have changed them. */
  private void rename(Names before) {
    if (home != null) {
      home.rename(this, before, names());
    }
  }

  /** The further values that it is known by, oldest first. */
  public Set<String> aliases() {
    return aliases;
  }

  /** What it is found by now. */
  Names names() {
    Set<String> exact = Set.of(key);
    if (!aliases.isEmpty()) {
      exact = new HashSet<>(aliases);
      exact.add(key);
    }
    List<String> identities = new ArrayList<>();
    for (String name : type == null ? List.<String>of() : type.identities()) {
      JsonNode identity = data.path(name);
      if (identity.isValueNode()) {
        identities.add(identity.asText());
      }
    }
    return new Names(exact, identities, home == null ? Map.of() : home.properties(this));
  }

  /** Where it stands among the items of its collection. */
  long place() {
    return place;
  }

  /** A person's name; null where none is known. */
  public @Nullable String fullName() {
    String name = (data.path("first_name").asText() + " " + data.path("last_name").asText()).trim();
    return name.isEmpty() ? null : name;
  }

  /** The items of a collection, oldest first, as they come and go. */
  public List<Resource> collection(String name) {
    return items(name).items();
  }

  /** The items of a collection that belong to a thing, oldest first. */
  public List<Resource> collection(String name, Resource ofOwner) {
    return items(name).ownedBy(ofOwner);
  }

  /** The items of a collection of which a property has a value, oldest first. */
  public List<Resource> collection(String name, Property property, String value) {
    return items(name).having(property, value);
  }

  /** All that it holds and that belongs to a thing. */
  public List<Resource> ownedBy(Resource ofOwner) {
    List<Resource> owned = new ArrayList<>();
    for (ResourceCollection collection : collections.values()) {
      owned.addAll(collection.ownedBy(ofOwner));
    }
    return owned;
  }

  private ResourceCollection items(String name) {
    return collections.computeIfAbsent(name, absent -> new ResourceCollection());
  }

  /** The documents by name; changes go through. */
  public Map<String, ObjectNode> documents() {
    return documents;
  }

  /**
   * The item of a collection that a path value names: by key, or by an id, UUID or e-mail address
   * it carries.
   */
  public @Nullable Resource find(ResourceType itemType, String value) {
    return find(itemType.name(), value);
  }

  /** The same of a collection of a name. */
  public @Nullable Resource find(String collection, String value) {
    return items(collection).find(value);
  }

  /** The item of a collection that has a key; null where there is none. */
  public @Nullable Resource withKey(String collection, String itemKey) {
    return items(collection).withKey(itemKey);
  }

  /**
   * Keeps a value by which it stays known though it no longer carries it, as a webinar does to the
   * UUIDs of its past instances.
   */
  public void alsoKnownAs(String alias) {
    Names before = names();
    Set<String> more = new LinkedHashSet<>(aliases);
    more.add(alias);
    aliases = Collections.unmodifiableSet(more);
    rename(before);
  }

  /** The items of its collection, itself among them. */
  public List<Resource> siblings() {
    return home == null ? List.of(this) : home.items();
  }

  /** Puts it into its collection, behind the others. */
  public Resource addTo() {
    if (parent != null && type != null) {
      home = parent.items(type.name());
      place = home.nextPlace();
      home.add(this);
    }
    return this;
  }

  /** Moves it before the other items of its collection. */
  void moveToFront() {
    if (home != null) {
      home.remove(this);
      place = home.firstPlace();
      home.add(this);
    }
  }

  /** Whether it had an item that was removed, and that no operation could show. */
  boolean hasLost(ResourceType itemType, String itemKey) {
    return items(itemType.name()).hasLost(itemKey);
  }

  /**
   * Removes the thing, what it holds, and what belongs to it elsewhere in the account; but a
   * session stays {@link #held known} by the UUIDs of what was held of it, and may {@linkplain
   * #comeBack come back}.
   */
  public void remove() {
    if (home == null || parent == null || type == null || isGone()) {
      return;
    }
    home.remove(this);
    if (type.views().isEmpty()) {
      home.lose(key);
    }
    home = null;
    if (isSession()) {
      home = parent.items(gone(type.name()));
      home.add(this);
    }
    parent.ownedBy(this).forEach(Resource::remove);
  }

  private static String gone(String collection) {
    return collection + ">gone";
  }

  private boolean isGone() {
    return home != null
        && parent != null
        && type != null
        && home == parent.collections.get(gone(type.name()));
  }

  /**
   * The session of a collection of which an instance that was held has a UUID, be the session there
   * or gone; null where none has.
   */
  public @Nullable Resource held(String collection, String uuid) {
    for (String name : List.of(collection, gone(collection))) {
      Resource found = items(name).find(uuid);
      if (found != null && found.aliases.contains(uuid)) {
        return found;
      }
    }
    return null;
  }

  /**
   * The session of a collection that is gone, by its id, as long as something that was made of it
   * is there, such as its recordings; null where there is none.
   */
  @Nullable Resource survivedBy(String collection, String id, String made) {
    Resource gone = items(gone(collection)).withKey(id);
    return gone == null || gone.collection(made).isEmpty() ? null : gone;
  }

  /**
   * The item of a collection that was removed and can come back; null where there is none, or its
   * owner is gone.
   */
  @Nullable Resource removed(ResourceType itemType, String itemKey) {
    Resource item = items(gone(itemType.name())).withKey(itemKey);
    return item == null || item.owner != null && item.owner.home == null ? null : item;
  }

  /** Puts it back into the collection that it was removed from; where it is still, it stays. */
  public void comeBack() {
    if (home != null && parent != null && type != null && isGone()) {
      home.remove(this);
      home = parent.items(type.name());
      home.add(this);
    }
  }

  /** What it holds. */
  Collection<ResourceCollection> collections() {
    return collections.values();
  }

  /** What holds its collection; null for the own account. */
  @Nullable Resource parent() {
    return parent;
  }

  /** Removes a collection with all its items, and those that were in it before. */
  void clear(String collection) {
    collections.remove(collection);
    collections.remove(gone(collection));
  }

  /** Substitutes this resource for one of the examples. */
  public Substitutions standFor(Resource example, Substitutions substitutions) {
    if (example.type != null) {
      substitutions.data(example.data, data);
    }
    return nameFor(example, substitutions);
  }

  /** Substitutes only the names of this resource, as long as nothing else is known of it. */
  public Substitutions nameFor(Resource example, Substitutions substitutions) {
    substitutions.name(example.key, key);
    if (example.type == null) {
      return substitutions;
    }
    List<String> names = new ArrayList<>(example.type.identities());
    names.add("topic");
    for (String name : names) {
      substitutions.name(example.data.path(name).asText(), data.path(name).asText());
    }
    substitutions.name(example.fullName(), fullName());
    for (String alias : example.aliases) {
      substitutions.name(alias, aliases.contains(alias) ? alias : data.path("uuid").asText());
    }
    return substitutions;
  }

  @Override
  public String toString() {
    return type + " " + key;
  }
}
