package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.model.ResourceType.View;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds what exists at the start from the description's examples: each path parameter's example
 * names a thing, each example of an item or a row is one, each example of a document is kept where
 * it belongs.
 */
final class ExampleResources {
  private final ResourceModel model;
  private final Map<ResourceType, String> named = new HashMap<>();
  private final Map<ResourceType, ResourceType> owners = new HashMap<>();
  private final Map<ResourceType, Resource> firsts = new HashMap<>();
  private Resource root = new Resource(null, null, null, "sub-account", Json.object());

  private ExampleResources(ResourceModel model) {
    this.model = model;
  }

  /**
   * The things of the examples, as the content of one account that bears the example's account id.
   */
  static Resource ofExamples(ResourceModel model) {
    ExampleResources reading = new ExampleResources(model);
    for (var located : model.locations().entrySet()) {
      reading.note(located.getKey(), located.getValue());
    }
    reading.addTypes();
    for (var located : model.locations().entrySet()) {
      reading.addDocuments(located.getKey(), located.getValue());
    }
    for (DescribedOperation operation : model.locations().keySet()) {
      reading.addHosts(operation);
    }
    return reading.root;
  }

  /** The account's types, those whose things belong to others last; then those within others. */
  private void addTypes() {
    for (ResourceType type : model.types()) {
      if (type.parent() == null && !owners.containsKey(type)) {
        add(type);
      }
    }
    for (ResourceType type : model.types()) {
      if (owners.containsKey(type)) {
        add(type);
      }
    }
    for (ResourceType type : model.types()) {
      if (type.parent() != null) {
        add(type);
      }
    }
  }

  /**
   * Reads off an operation which value its parameters' examples name, and whose a type of resource
   * is.
   */
  private void note(DescribedOperation operation, ResourceLocation location) {
    for (ResourceLocation.Step step : location.steps()) {
      Parameter parameter = operation.pathParameter(step.parameter());
      if (parameter != null && !parameter.example().isEmpty()) {
        named.putIfAbsent(step.type(), parameter.example());
      }
    }
    Parameter account = operation.pathParameter("accountId");
    if (account != null && !account.example().isEmpty()) {
      root = new Resource(null, null, null, account.example(), Json.object());
    }
    if (location.role() == Role.OWNED && location.type() != null && location.parent() != null) {
      owners.putIfAbsent(location.type(), location.parent());
    }
  }

  private Resource holder(@Nullable ResourceType parent) {
    Resource holder = parent == null ? root : firsts.get(parent);
    if (holder == null) {
      throw new IllegalStateException("There is no example of " + parent + ".");
    }
    return holder;
  }

  private void add(ResourceType type) {
    if (firsts.containsKey(type) || type.parent() != null && !firsts.containsKey(type.parent())) {
      return;
    }
    Resource holder = holder(type.parent());
    String name = named.get(type);
    String ownName = type.ownName();
    boolean onlyCreated = isOnlyCreated(type);
    for (View view : type.views()) {
      for (JsonNode example :
          view.created() && !onlyCreated ? List.<JsonNode>of() : view.examples()) {
        String own = key(type, example);
        String key = own.isEmpty() && view.alone() && name != null ? name : own;
        Resource known =
            key.isEmpty() || type.parameter().isEmpty() ? null : holder.find(type, key);
        if (known == null) {
          add(
              type,
              holder,
              key.isEmpty() ? type.word() + holder.collection(type.name()).size() : key,
              example);
        } else {
          known.change(data -> complete(data, example));
        }
      }
    }
    List<Resource> all = holder.collection(type.name());
    if (name == null && all.isEmpty() && !type.parameter().isEmpty()) {
      name = type.stem();
    }
    Resource first = name == null ? null : named(type, holder, name);
    boolean isNew = first == null;
    if (first == null && name != null) {
      first = add(type, holder, name, all.isEmpty() ? Json.object() : all.get(0).data());
    }
    if (first != null) {
      identify(first, isNew, ownName);
      first.moveToFront();
    }
    if (type.views().isEmpty() && type.parent() == null && name != null) {
      addThoseBeside(type, name);
    }
    if (!all.isEmpty()) {
      firsts.put(type, all.get(0));
    }
  }

  /** What an example names its thing by, be it in another list's words; empty where by nothing. */
  private static String key(ResourceType type, JsonNode example) {
    String own = type.ownName();
    if (own == null || example.has(own)) {
      return own == null ? "" : example.path(own).asText();
    }
    return type.identities().stream()
        .map(identity -> example.path(identity).asText())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * Adds what the list of other things names beside the thing of a path, where nothing but paths
   * speaks of a type: the other files of an export, the other groups of devices.
   */
  private void addThoseBeside(ResourceType type, String name) {
    for (DescribedOperation operation : model.locations().keySet()) {
      Content response = operation.response();
      JsonNode example = response == null ? Json.object() : response.example();
      List<String> ids = example.findValuesAsText(type.stem() + "_id");
      if (ids.contains(name)) {
        for (String id : ids) {
          if (root.find(type, id) == null) {
            add(type, root, id, Json.object().put("id", id));
          }
        }
      }
    }
  }

  /** Whether the description shows things of a type only in the response that creates them. */
  private static boolean isOnlyCreated(ResourceType type) {
    for (View view : type.views()) {
      if (!view.created()) {
        return false;
      }
    }
    return true;
  }

  private static void complete(ObjectNode data, JsonNode example) {
    for (var field : example.properties()) {
      if (!data.has(field.getKey())) {
        data.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  /** The thing that a path parameter's example names, be it by the id of the user it stands for. */
  private @Nullable Resource named(ResourceType type, Resource holder, String name) {
    Resource named = holder.find(type, name);
    ResourceType users = model.type("users");
    Resource user = users == null ? null : root.find(users, name);
    return named == null && user != null
        ? holder.find(type, user.data().path("email").asText())
        : named;
  }

  private Resource add(ResourceType type, Resource holder, String key, JsonNode data) {
    ResourceType owner = owners.get(type);
    Resource resource =
        new Resource(type, holder, owner == null ? null : firsts.get(owner), key, data.deepCopy());
    if (type.isPastInstances()) {
      holder.alsoKnownAs(key);
    }
    // An archived meeting is in the list of archived files, whose path names one of its files.
    data.path(type.word()).findValuesAsText("id").forEach(resource::alsoKnownAs);
    return resource.addTo();
  }

  /** Lets a thing bear its key, where it bears none or that of the one it is like. */
  private static void identify(Resource resource, boolean likeAnother, @Nullable String ownName) {
    String key = resource.key();
    String name = ownName != null ? ownName : key.contains("@") ? "email" : "id";
    if (!likeAnother && resource.data().has(name)) {
      return;
    }
    boolean number = resource.data().path(name).isIntegralNumber() && key.matches("\\d{1,18}");
    JsonNode identity = number ? LongNode.valueOf(Long.parseLong(key)) : TextNode.valueOf(key);
    resource.change(data -> data.set(name, identity));
  }

  /**
   * Keeps the examples of what callers can write, and of the documents that other responses show
   * within themselves.
   */
  private void addDocuments(DescribedOperation operation, ResourceLocation location) {
    Content response = operation.response();
    if (!operation.method().equals("GET") || response == null || location.items() != null) {
      return;
    }
    Resource holder = holder(location.parent());
    if (location.role() == Role.DOCUMENT && model.written(location) != null) {
      ObjectNode document = ((ObjectNode) response.example()).deepCopy();
      if (location.isSettings()) {
        for (JsonNode example : response.examples()) {
          complete(document, example);
        }
      }
      holder.documents().put(location.subresource(), document);
    }
    for (var field : response.example().properties()) {
      if (field.getValue() instanceof ObjectNode document) {
        ResourceLocation inner =
            model.subresource(location.parent(), location.subresourceWithin(field.getKey()));
        if (inner != null && inner.role() == Role.DOCUMENT) {
          holder.documents().putIfAbsent(inner.subresource(), document.deepCopy());
        }
      }
    }
  }

  /** The hosts that examples speak of are users. */
  private void addHosts(DescribedOperation operation) {
    ResourceType users = model.type("users");
    Content response = operation.response();
    if (users == null || response == null) {
      return;
    }
    for (JsonNode example : response.examples()) {
      for (JsonNode parent : example.findParents("host_id")) {
        String id = parent.path("host_id").asText();
        Resource host = root.find(users, id);
        if (host == null && !id.isEmpty()) {
          host = add(users, root, id, Json.object().put("id", id));
        }
        if (host != null && !host.data().has("email") && parent.has("host_email")) {
          JsonNode email = parent.get("host_email");
          host.change(data -> data.set("email", email));
        }
      }
    }
  }
}
