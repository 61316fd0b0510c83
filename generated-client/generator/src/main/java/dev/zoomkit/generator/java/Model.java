package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A class of values: an object schema, or the optional values of an operation. */
public final class Model {
  private final String name;
  private final List<String> docs;
  private final List<Property> properties;

  private boolean inRequests;
  private boolean inResponses;
  private Pages pages;
  private Update update;

  public Model(String name, List<String> docs, List<Property> properties) {
    this.name = name;
    this.docs = docs;
    this.properties = properties;
  }

  public String name() {
    return name;
  }

  public List<String> docs() {
    return docs;
  }

  public List<Property> properties() {
    return properties;
  }

  /** The property of a name in JSON. */
  public Optional<Property> property(String wireName) {
    return properties.stream().filter(property -> property.wireName().equals(wireName)).findFirst();
  }

  /** The schemas that its properties refer to. */
  public Set<String> references() {
    Set<String> references = new TreeSet<>();
    for (Property property : properties) {
      if (property.type().schema() != null) {
        references.add(property.type().schema());
      }
    }
    return references;
  }

  public boolean inRequests() {
    return inRequests;
  }

  public void usedInRequests() {
    inRequests = true;
  }

  public boolean inResponses() {
    return inResponses;
  }

  public void usedInResponses() {
    inResponses = true;
  }

  /** Where it has the items of its page; null if it is no page. */
  public Pages pages() {
    return pages;
  }

  public void pages(Pages itsPages) {
    pages = itsPages;
  }

  /** The request that sends it back; null if no operation takes one. */
  public Update update() {
    return update;
  }

  public void update(Update itsUpdate) {
    update = itsUpdate;
  }

  /** Whether build() insists on a value: a required one of a model that only requests have. */
  public boolean checks(Property property) {
    return property.required() && !inResponses;
  }

  /**
   * Whether its accessor never returns null, because every response has the value; it throws
   * instead.
   */
  public boolean alwaysPresent(Property property) {
    boolean endsLists = pages != null && PagePosition.FIELDS.containsKey(property.wireName());
    return property.required() && inResponses && !endsLists;
  }

  /**
   * The request that sends a response back.
   *
   * @param request what the request is
   * @param operations those that take it
   * @param leftOut what no request sets, each by the names in JSON on the way to it
   * @param demanding whether the request, or an object in it, needs values that may be absent
   */
  public record Update(
      Model request, List<ApiOperation> operations, List<String> leftOut, boolean demanding) {}

  /**
   * Where a page has its items and its position in the list.
   *
   * @param items the properties on the way to the items, from the page down
   * @param nested the model that has the items, where the page itself has not; else null
   * @param identity the properties that tell an item from the others; empty where nothing does
   */
  public record Pages(List<Property> items, Model nested, List<Property> identity) {

    public Property list() {
      return items.get(items.size() - 1);
    }
  }
}
