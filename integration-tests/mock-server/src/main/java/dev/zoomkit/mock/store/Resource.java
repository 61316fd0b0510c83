package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Substitutions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
  private final Map<String, List<Resource>> collections = new LinkedHashMap<>();
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
  private final Set<String> aliases = new LinkedHashSet<>();

  /**
   * Makes a thing; {@link #addTo} puts it into its parent.
   *
   * @param type its type; null for the own account
   * @param parent what holds its collection; null for the own account
   * @param owner whom it belongs to besides, as a webinar to its host; null where to nobody
   * @param key the value that paths know it by
   * @param data everything known of it
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

  public String key() {
    return key;
  }

  public ObjectNode data() {
    return data;
  }

  /** The further values that it is known by, oldest first. */
  public Set<String> aliases() {
    return aliases;
  }

  /** A person's name; null where none is known. */
  public @Nullable String fullName() {
    String name = (data.path("first_name").asText() + " " + data.path("last_name").asText()).trim();
    return name.isEmpty() ? null : name;
  }

  /** The items of a collection, oldest first; changes go through. */
  public List<Resource> collection(String name) {
    return collections.computeIfAbsent(name, absent -> new ArrayList<>());
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
    List<Resource> items = collection(itemType.name());
    for (Resource item : items) {
      if (item.key.equals(value) || item.aliases.contains(value)) {
        return item;
      }
    }
    for (Resource item : items) {
      for (String name : itemType.identities()) {
        JsonNode identity = item.data.get(name);
        if (identity != null
            && identity.isValueNode()
            && identity.asText().equalsIgnoreCase(value)) {
          return item;
        }
      }
    }
    return null;
  }

  /**
   * Keeps a value by which it stays known though it no longer carries it, as a webinar does to the
   * UUIDs of its past instances.
   */
  public void alsoKnownAs(String alias) {
    aliases.add(alias);
  }

  /** The items of its collection, itself among them. */
  public List<Resource> siblings() {
    return parent == null || type == null ? List.of(this) : parent.collection(type.name());
  }

  public Resource addTo() {
    if (parent != null && type != null) {
      parent.collection(type.name()).add(this);
    }
    return this;
  }

  /** Removes the thing, what it holds, and what belongs to it elsewhere in the account. */
  public void remove() {
    if (parent == null || type == null) {
      return;
    }
    parent.collection(type.name()).remove(this);
    parent.collections.values().stream()
        .<Resource>flatMap(List::stream)
        .filter(other -> other.owner == this)
        .toList()
        .forEach(Resource::remove);
  }

  /**
   * Fills an empty thing with copies of all that another one holds.
   *
   * @param rewrite changes each JSON object on the way
   */
  void fillFrom(Resource other, UnaryOperator<ObjectNode> rewrite) {
    Map<Resource, Resource> copies = new IdentityHashMap<>();
    fillFrom(other, rewrite, copies);
    copies.forEach((from, to) -> to.owner = from.owner == null ? null : copies.get(from.owner));
  }

  private void fillFrom(
      Resource other, UnaryOperator<ObjectNode> rewrite, Map<Resource, Resource> copies) {
    other.documents.forEach(
        (name, document) -> documents.put(name, rewrite.apply(document.deepCopy())));
    other.collections.forEach(
        (name, items) -> {
          for (Resource item : items) {
            ObjectNode itemData = rewrite.apply(item.data.deepCopy());
            Resource copy = new Resource(item.type, this, null, item.key, itemData).addTo();
            copy.aliases.addAll(item.aliases);
            copies.put(item, copy);
            copy.fillFrom(item, rewrite, copies);
          }
        });
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
