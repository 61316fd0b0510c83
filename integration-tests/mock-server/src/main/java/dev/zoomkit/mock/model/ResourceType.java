package dev.zoomkit.mock.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sort of thing that Zoom keeps in a collection, such as the registrants of a webinar: where it
 * lives and what the description shows of it. Filled by {@link ResourceModel}, unchanged
 * afterwards; thread-safe then.
 */
public final class ResourceType {
  private final String collection;
  private final @Nullable ResourceType parent;
  private final String path;
  private final String word;
  private final List<View> views = new ArrayList<>();
  private String parameter = "";
  private String stem;
  private @Nullable String ownName;
  private @Nullable MergedSchema creation;
  private @Nullable MergedSchema change;
  private volatile List<String> identities = List.of();
  private volatile @Nullable Map<String, MergedSchema> properties;

  public ResourceType(String collection, @Nullable ResourceType parent) {
    this.collection = collection;
    this.parent = parent;
    this.path = path(parent, collection);
    this.word =
        collection.substring(
            Math.max(collection.lastIndexOf('/'), collection.lastIndexOf('>')) + 1);
    this.stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** The name of the collection within its parent, such as {@code branding/name_tags}. */
  public String name() {
    return collection;
  }

  /** The type of thing that holds the collection; null where that is the account. */
  public @Nullable ResourceType parent() {
    return parent;
  }

  /**
   * The path parameter that names an item, such as {@code registrantId}; empty where no path does.
   */
  public String parameter() {
    return parameter;
  }

  /** The last word of the collection's path, such as {@code name_tags}. */
  public String word() {
    return word;
  }

  /**
   * Whether the items are the past instances of a webinar or meeting, each with a UUID that its
   * whole is known by as well.
   */
  public boolean isPastInstances() {
    return collection.startsWith("past_") && collection.endsWith(">instances");
  }

  /** The name of an item in JSON, such as {@code name_tag}. */
  public String stem() {
    return stem;
  }

  /** The name of a path parameter's thing: {@code name_tag} for {@code nameTagId}. */
  public static String stemOf(String parameter) {
    return parameter
        .replaceFirst("(Id|UUID|Uuid)$", "")
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The property of a body that holds several items, as {@code panelists} does; null where the body
   * is one item.
   */
  public @Nullable String tableIn(MergedSchema body) {
    String ending = "_" + word;
    for (String name : body.names()) {
      if (name.equals(word) || name.endsWith(ending)) {
        MergedSchema property = body.property(name);
        if (property != null && property.isTable()) {
          return name;
        }
      }
    }
    return null;
  }

  /**
   * What the description shows of an item: the item by itself first, then as a row, then as it was
   * created.
   */
  public List<View> views() {
    return views;
  }

  /** Every property that some view shows, by the first view that has it. */
  public Map<String, MergedSchema> properties() {
    Map<String, MergedSchema> known = properties;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (View view : views) {
        for (String name : view.schema().names()) {
          MergedSchema schema = view.schema().property(name);
          if (schema != null) {
            known.putIfAbsent(name, schema);
          }
        }
      }
      properties = known;
    }
    return known;
  }

  /**
   * What the examples say of a thing: what is kept of it, completed by what is said of it when it
   * is created. To be read only, as it shares its values with the examples.
   */
  public ObjectNode sample(JsonNode kept) {
    ObjectNode sample = Json.object();
    kept.properties().forEach(field -> sample.set(field.getKey(), field.getValue()));
    for (View view : views) {
      if (view.created() && !view.examples().isEmpty()) {
        for (var field : view.examples().get(0).properties()) {
          if (!sample.has(field.getKey())) {
            sample.set(field.getKey(), field.getValue());
          }
        }
      }
    }
    return sample;
  }

  /** The body that creates a single item; null where no operation does. */
  public @Nullable MergedSchema creation() {
    return creation;
  }

  /** The body that changes an item; null where no operation does. */
  public @Nullable MergedSchema change() {
    return change;
  }

  /** The names under which an item may carry the value that paths know it by. */
  public List<String> identities() {
    if (identities.isEmpty()) {
      identities = List.of("id", "uuid", "email", stem() + "_id", stem() + "_uuid");
    }
    return identities;
  }

  /** The property by which the items know themselves; null where they have none. */
  public @Nullable String ownName() {
    return ownName;
  }

  /** The property that has an item's key, whether the items show it or not. */
  public String keyName() {
    String own = ownName();
    return own == null ? "id" : own;
  }

  void nameItemsBy(String pathParameter) {
    if (parameter.isEmpty()) {
      parameter = pathParameter;
      stem = stemOf(pathParameter);
      identities = List.of();
    }
  }

  void changeBy(@Nullable MergedSchema body) {
    if (change == null) {
      change = body;
    }
  }

  void createBy(@Nullable MergedSchema body) {
    if (creation == null) {
      creation = body;
    }
  }

  void add(View view) {
    views.add(view);
    if (ownName == null) {
      for (String name : List.of("id", stem + "_id", "uuid", stem + "_uuid", "email")) {
        if (ownName == null && view.schema().has(name)) {
          ownName = name;
        }
      }
    }
  }

  /** What a collection within a type of thing, or within the account, is called. */
  static String path(@Nullable ResourceType parent, String collection) {
    return parent == null ? collection : parent.path + "/*/" + collection;
  }

  @Override
  public String toString() {
    return path;
  }

  /**
   * One way an item is shown.
   *
   * @param schema the schema of the item
   * @param examples the description's examples of items
   * @param alone whether an item is shown by itself, so that the path names it
   * @param created whether this is what is said of an item when it is created, which may be more of
   *     what it is in than of itself
   */
  public record View(
      MergedSchema schema, List<JsonNode> examples, boolean alone, boolean created) {}
}
