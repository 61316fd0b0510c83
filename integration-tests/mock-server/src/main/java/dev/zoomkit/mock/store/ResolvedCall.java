package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call with the resources that it is about, and with those that it has created or changed. */
public final class ResolvedCall {
  private final Call call;
  private final ResourceLocation location;
  private final List<Resource> path;
  private final DocumentedErrors errors;
  private final Examples examples;
  private final @Nullable String table;
  private final List<Resource> results = new ArrayList<>();
  private final List<Resource> changed = new ArrayList<>();
  private ObjectNode made = Json.object();

  ResolvedCall(
      Call call,
      ResourceLocation location,
      List<Resource> path,
      DocumentedErrors errors,
      Examples examples) {
    this.call = call;
    this.location = location;
    this.path = path;
    this.errors = errors;
    this.examples = examples;
    ResourceType type = location.type();
    Content request = call.operation().request();
    this.table = type == null || request == null ? null : type.tableIn(request.schema());
  }

  /**
   * What the description's examples have in the place of what the call is about.
   *
   * @param substitutions what replaces the examples' values
   * @param around the same without the resource that the call is about, where it is about one
   * @param first the first resource of the collection; null where there is none
   */
  public record Examples(
      Substitutions substitutions, Substitutions around, @Nullable Resource first) {}

  public Call call() {
    return call;
  }

  public DescribedOperation operation() {
    return call.operation();
  }

  public boolean isPost() {
    return operation().method().equals("POST");
  }

  /** Whether the call puts resources into a collection. */
  public boolean creates() {
    return isPost() && location.type() != null && location.role() != Role.ITEM;
  }

  /** Whether the call deletes the thing that its path names. */
  public boolean deletesItem() {
    return operation().method().equals("DELETE") && location.role() == Role.ITEM;
  }

  /** Whether the call brings a deleted meeting back. */
  public boolean recovers() {
    return recovers(call, location);
  }

  static boolean recovers(Call call, ResourceLocation location) {
    return location.subresource().equals("status")
        && call.body().path("action").asText().equals("recover");
  }

  /** A query parameter's value; missing where the request has none. */
  public JsonNode query(String name) {
    return call.query(name);
  }

  public ObjectNode body() {
    return call.body();
  }

  /** The property of the body that holds several items; null where the body is one item. */
  public @Nullable String table() {
    return table;
  }

  /** What the call says of each resource that it creates or changes. */
  public List<JsonNode> given() {
    List<JsonNode> given = new ArrayList<>();
    String table = table();
    if (table != null) {
      body().path(table).forEach(given::add);
    } else {
      ResourceType type = location.type();
      JsonNode inner = type == null ? Json.object() : body().path(type.stem() + "_info");
      given.add(type != null && inner.isObject() ? inner : body());
    }
    return given;
  }

  public ResourceLocation location() {
    return location;
  }

  /** The errors that the description has for the operation. */
  public DocumentedErrors errors() {
    return errors;
  }

  public Examples examples() {
    return examples;
  }

  public Resource account() {
    return path.get(0);
  }

  /** The innermost resource of the path. */
  public Resource subject() {
    return path.get(path.size() - 1);
  }

  /** What holds the innermost resource of the path; null where that is the account. */
  public @Nullable Resource around() {
    return path.size() < 2 ? null : path.get(path.size() - 2);
  }

  /** The meeting or webinar that the path goes through; null where it goes through none. */
  public @Nullable Resource session() {
    for (Resource resource : path) {
      if (resource.isSession()) {
        return resource;
      }
    }
    return null;
  }

  /** What holds the collection that the call is about. */
  public Resource holder() {
    return location.role() == Role.OWNED ? account() : subject();
  }

  /**
   * The items of the collection that the call is about, as far as they belong to the path's user.
   */
  public List<Resource> members() {
    ResourceType type = location.type();
    if (type == null) {
      return List.of();
    }
    return location.role() == Role.OWNED
        ? holder().collection(type.name(), subject())
        : holder().collection(type.name());
  }

  /** Those of the {@link #members} of which a property has a value. */
  public List<Resource> members(Property property, String value) {
    ResourceType type = location.type();
    if (type != null && location.role() != Role.OWNED) {
      return holder().collection(type.name(), property, value);
    }
    return members().stream().filter(member -> property.of(member).equals(value)).toList();
  }

  /** The resources that the call asks to create, those among them that were there already. */
  public List<Resource> results() {
    return results;
  }

  /** The resources that the call has created or changed. */
  public List<Resource> changed() {
    return changed;
  }

  /** What a call that creates no resource is responded to with; empty for any other. */
  public ObjectNode made() {
    return made;
  }

  public void hasMade(ObjectNode response) {
    made = response;
  }

  public void hasCreated(Resource resource) {
    results.add(resource);
    changed.add(resource);
  }

  /** Notes what a call asks to create that is there already, once however often it asks. */
  public void hasFound(Resource resource) {
    if (!results.contains(resource)) {
      results.add(resource);
    }
  }

  public void hasChanged(Resource resource) {
    changed.add(resource);
  }
}
