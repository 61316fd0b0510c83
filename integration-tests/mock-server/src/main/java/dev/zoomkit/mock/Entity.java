package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * {@link Engine} locks.
 */
final class Entity {
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
  Entity(
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

  @Nullable Kind kind() {
    return kind;
  }

  /**
   * Whether it is of the kind of a path, such as {@code webinars} or {@code groups/*}{@code
   * /members}.
   */
  boolean isOf(String kindPath) {
    return kind != null && kind.toString().equals(kindPath);
  }

  @Nullable Entity owner() {
    return owner;
  }

  String key() {
    return key;
  }

  ObjectNode data() {
    return data;
  }

  /** The further values that it answers to, oldest first. */
  Set<String> aliases() {
    return aliases;
  }

  /** A person's name; null where none is known. */
  @Nullable String fullName() {
    String name = (data.path("first_name").asText() + " " + data.path("last_name").asText()).trim();
    return name.isEmpty() ? null : name;
  }

  /** The items of a collection, oldest first; changes go through. */
  List<Entity> collection(String slot) {
    return collections.computeIfAbsent(slot, name -> new ArrayList<>());
  }

  /** The documents by name; changes go through. */
  Map<String, ObjectNode> documents() {
    return documents;
  }

  /**
   * The item of a collection that a path value names: by key, or by an id, UUID or e-mail address
   * it carries.
   */
  @Nullable Entity find(Kind itemKind, String value) {
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
  void alsoKnownAs(String alias) {
    aliases.add(alias);
  }

  /** The items of its collection, itself among them. */
  List<Entity> siblings() {
    return parent == null || kind == null ? List.of(this) : parent.collection(kind.slot());
  }

  Entity addTo() {
    if (parent != null && kind != null) {
      parent.collection(kind.slot()).add(this);
    }
    return this;
  }

  /** Removes the thing, what it holds, and what belongs to it elsewhere in the account. */
  void remove() {
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

  @Override
  public String toString() {
    return kind + " " + key;
  }
}
