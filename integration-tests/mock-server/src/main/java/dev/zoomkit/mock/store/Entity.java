package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.sampledata.Likeness;
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
 * {@code Engine} locks.
 */
public final class Entity {
  private final @Nullable Kind kind;
  private final @Nullable Entity parent;
  private @Nullable Entity owner;
  private final String key;
  private final ObjectNode data;
  private final Map<String, List<Entity>> collections = new LinkedHashMap<>();
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
  private final Set<String> aliases = new LinkedHashSet<>();

  /**
   * Makes a thing; {@link #addTo} puts it into its parent.
   *
   * @param kind its kind; null for the own account
   * @param parent what holds its collection; null for the own account
   * @param owner whom it belongs to besides, as a webinar to its host; null where to nobody
   * @param key the value that paths know it by
   * @param data everything known of it
   */
  public Entity(
      @Nullable Kind kind,
      @Nullable Entity parent,
      @Nullable Entity owner,
      String key,
      ObjectNode data) {
    this.kind = kind;
    this.parent = parent;
    this.owner = owner;
    this.key = key;
    this.data = data;
  }

  public @Nullable Kind kind() {
    return kind;
  }

  /**
   * Whether it is of the kind of a path, such as {@code webinars} or {@code groups/*}{@code
   * /members}.
   */
  public boolean isOf(String kindPath) {
    return kind != null && kind.toString().equals(kindPath);
  }

  public @Nullable Entity owner() {
    return owner;
  }

  public String key() {
    return key;
  }

  public ObjectNode data() {
    return data;
  }

  /** The further values that it answers to, oldest first. */
  public Set<String> aliases() {
    return aliases;
  }

  /** A person's name; null where none is known. */
  public @Nullable String fullName() {
    String name = (data.path("first_name").asText() + " " + data.path("last_name").asText()).trim();
    return name.isEmpty() ? null : name;
  }

  /** The items of a collection, oldest first; changes go through. */
  public List<Entity> collection(String slot) {
    return collections.computeIfAbsent(slot, name -> new ArrayList<>());
  }

  /** The documents by name; changes go through. */
  public Map<String, ObjectNode> documents() {
    return documents;
  }

  /**
   * The item of a collection that a path value names: by key, or by an id, UUID or e-mail address
   * it carries.
   */
  public @Nullable Entity find(Kind itemKind, String value) {
    List<Entity> items = collection(itemKind.slot());
    for (Entity item : items) {
      if (item.key.equals(value) || item.aliases.contains(value)) {
        return item;
      }
    }
    for (Entity item : items) {
      for (String name : itemKind.identities()) {
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
   * Keeps answering to a value that it no longer carries, as a webinar does to the UUIDs of its
   * past instances.
   */
  public void alsoKnownAs(String alias) {
    aliases.add(alias);
  }

  /** The items of its collection, itself among them. */
  public List<Entity> siblings() {
    return parent == null || kind == null ? List.of(this) : parent.collection(kind.slot());
  }

  public Entity addTo() {
    if (parent != null && kind != null) {
      parent.collection(kind.slot()).add(this);
    }
    return this;
  }

  /** Removes the thing, what it holds, and what belongs to it elsewhere in the account. */
  public void remove() {
    if (parent == null || kind == null) {
      return;
    }
    parent.collection(kind.slot()).remove(this);
    parent.collections.values().stream()
        .<Entity>flatMap(List::stream)
        .filter(other -> other.owner == this)
        .toList()
        .forEach(Entity::remove);
  }

  /**
   * Fills an empty thing with copies of all that another one holds.
   *
   * @param rewrite changes each JSON object on the way
   */
  void fillFrom(Entity other, UnaryOperator<ObjectNode> rewrite) {
    Map<Entity, Entity> copies = new IdentityHashMap<>();
    fillFrom(other, rewrite, copies);
    copies.forEach((from, to) -> to.owner = from.owner == null ? null : copies.get(from.owner));
  }

  private void fillFrom(
      Entity other, UnaryOperator<ObjectNode> rewrite, Map<Entity, Entity> copies) {
    other.documents.forEach(
        (name, document) -> documents.put(name, rewrite.apply(document.deepCopy())));
    other.collections.forEach(
        (slot, items) -> {
          for (Entity item : items) {
            ObjectNode itemData = rewrite.apply(item.data.deepCopy());
            Entity copy = new Entity(item.kind, this, null, item.key, itemData).addTo();
            copy.aliases.addAll(item.aliases);
            copies.put(item, copy);
            copy.fillFrom(item, rewrite, copies);
          }
        });
  }

  /** Says of a likeness that this thing stands where the examples have another. */
  public Likeness standFor(Entity example, Likeness likeness) {
    if (example.kind != null) {
      likeness.data(example.data, data);
    }
    return nameFor(example, likeness);
  }

  /** Says the same of a thing's names alone, as long as nothing else is known of it. */
  public Likeness nameFor(Entity example, Likeness likeness) {
    likeness.name(example.key, key);
    if (example.kind == null) {
      return likeness;
    }
    List<String> names = new ArrayList<>(example.kind.identities());
    names.add("topic");
    for (String name : names) {
      likeness.name(example.data.path(name).asText(), data.path(name).asText());
    }
    likeness.name(example.fullName(), fullName());
    for (String alias : example.aliases) {
      likeness.name(alias, aliases.contains(alias) ? alias : data.path("uuid").asText());
    }
    return likeness;
  }

  @Override
  public String toString() {
    return kind + " " + key;
  }
}
