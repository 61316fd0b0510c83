package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.description.ApiOperation;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.MergedSchema;
import dev.zoomkit.mock.description.Parameter;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.rules.Behaviours;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.RepresentationBuilder.Input;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes, and shows what became of it where an operation returns that. */
final class Writes {
  private final ResourceStore store;
  private final ResourceModel model;
  private final ValueGenerator generator;
  private final RepresentationBuilder representations;
  private final Behaviours behaviours;
  private final Reads reads;
  private final DownloadFiles files;

  Writes(
      ResourceStore store,
      ValueGenerator generator,
      RepresentationBuilder representations,
      Behaviours behaviours,
      Reads reads,
      DownloadFiles files) {
    this.store = store;
    this.model = store.model();
    this.generator = generator;
    this.representations = representations;
    this.behaviours = behaviours;
    this.reads = reads;
    this.files = files;
  }

  /**
   * Creates one thing or several; where no collection takes them, keeps a document or just
   * responds.
   */
  ObjectNode post(ResolvedCall resolved) {
    Content request = resolved.call().operation().request();
    Content response = resolved.call().operation().response();
    Input input = new Input(request == null ? null : request.schema(), resolved.call().body());
    ResourceType type = resolved.location().type();
    if (type == null || resolved.location().role() == Role.ITEM) {
      return act(resolved, input, response);
    }
    String table = request == null ? null : type.tableIn(request.schema());
    if (table == null) {
      Resource created = create(resolved, type, unwrapped(input, type));
      return response == null
          ? Json.object()
          : representations.show(
              created.data(), response.schema(), response.example(), resolved.substitutions());
    }
    MergedSchema items = input.property(table).schema();
    MergedSchema single =
        type.creation() != null || items == null ? type.creation() : items.items();
    for (JsonNode element : input.value().path(table)) {
      create(
          resolved,
          type,
          new Input(single, type.change(), behaviours.completed(resolved, type, element)));
    }
    return response == null ? Json.object() : severalCreated(resolved, type, response, input);
  }

  private ObjectNode severalCreated(
      ResolvedCall resolved, ResourceType type, Content response, Input input) {
    ObjectNode shown =
        representations.object(
            response.schema(), input, response.example(), resolved.substitutions(), true);
    String table = type.tableIn(response.schema());
    if (table != null) {
      MergedSchema row = response.schema().rows(table);
      ArrayNode array = shown.putArray(table);
      JsonNode sample = response.example().path(table).path(0);
      for (Resource created : resolved.affected()) {
        array.add(representations.show(created.data(), row, sample, resolved.substitutions()));
      }
    }
    MergedSchema ids = response.schema().property("ids");
    if (ids != null) {
      List<String> keys =
          resolved.affected().stream()
              .map(created -> created.data().path("id").asText(created.key()))
              .toList();
      shown.set(
          "ids",
          ids.type().equals("array")
              ? Json.MAPPER.valueToTree(keys)
              : TextNode.valueOf(String.join(",", keys)));
    }
    return shown;
  }

  /**
   * Adds a row to a list as a test wants it; what the test leaves out is as in the description's
   * example.
   */
  void row(ResolvedCall resolved, ResourceType type) {
    create(resolved, type, new Input(null, resolved.call().body()));
  }

  /**
   * What a request says of the thing itself, where it stands in an object of its own such as {@code
   * user_info}.
   */
  private static Input unwrapped(Input input, ResourceType type) {
    Input inner = input.property(type.stem() + "_info");
    return new Input(
        inner.did() ? inner.schema() : input.schema(),
        type.change(),
        inner.did() ? inner.value() : input.value());
  }

  /**
   * Makes a thing like the examples' first one, with an identity of its own, and puts it into its
   * collection. What the request names by an id that is there already, as a member that is added
   * again, stays as it is.
   */
  private Resource create(ResolvedCall resolved, ResourceType type, Input input) {
    Resource example = store.example(resolved.call().operation(), type);
    ObjectNode sample = type.sample(example == null ? Json.object() : example.data());
    ObjectNode identity = identity(resolved.holder(), type, input, example);
    String ownName = type.ownName();
    String key = identity.path(ownName == null ? "id" : ownName).asText();
    Resource there = type.parameter().isEmpty() ? null : resolved.holder().find(type, key);
    if (there != null) {
      resolved.affected().add(there);
      return there;
    }
    Resource owner = resolved.location().role() == Role.OWNED ? resolved.subject() : null;
    Resource created = new Resource(type, resolved.holder(), owner, key, identity.deepCopy());
    Substitutions substitutions = new Substitutions();
    if (example != null) {
      created.nameFor(example, substitutions);
    }
    ObjectNode made =
        representations.object(
            type.properties(), input, sample, substitutions.with(resolved.substitutions()), true);
    if (input.value() instanceof ObjectNode values) {
      Json.merge(created.data(), values);
    }
    created.data().setAll(made);
    created.data().setAll(identity);
    created.addTo();
    resolved.affected().add(created);
    behaviours.affected(resolved, created);
    return created;
  }

  /**
   * The names that a thing is to be known by: those the request gives it, else new ones like the
   * example's.
   */
  private ObjectNode identity(
      Resource holder, ResourceType type, Input input, @Nullable Resource example) {
    ObjectNode sample = example == null ? Json.object() : example.data();
    String ownName = type.ownName() == null ? "id" : type.ownName();
    JsonNode key = input.value().path(ownName);
    if (!key.isValueNode()) {
      key = freshKey(type, holder, example, ownName);
    }
    ObjectNode identity = Json.object();
    for (String name : type.identities()) {
      JsonNode known = sample.path(name);
      boolean own =
          name.equals(ownName)
              || example != null && known.asText().equals(example.key())
              || known.isMissingNode()
                  && name.startsWith(type.stem())
                  && type.properties().containsKey(name);
      if (own) {
        identity.set(name, known.isTextual() ? TextNode.valueOf(key.asText()) : key);
      } else if (input.value().path(name).isValueNode()) {
        identity.set(name, input.value().get(name));
      } else if (known.isValueNode() && name.endsWith("id")) {
        identity.set(name, generator.id(known));
      }
    }
    return identity;
  }

  private JsonNode freshKey(
      ResourceType type, Resource holder, @Nullable Resource example, String ownName) {
    MergedSchema schema = type.properties().get(ownName);
    for (String value : schema == null ? List.<String>of() : schema.values()) {
      if (holder.find(type, value) == null) {
        return TextNode.valueOf(value);
      }
    }
    JsonNode sample = example == null ? null : example.data().get(ownName);
    if (sample == null || !sample.isValueNode()) {
      sample = example == null ? LongNode.valueOf(10000000000L) : TextNode.valueOf(example.key());
    }
    JsonNode key = generator.id(sample);
    for (int attempt = 0; attempt < 100 && holder.find(type, key.asText()) != null; attempt++) {
      key = generator.id(sample);
    }
    return key;
  }

  private ObjectNode act(ResolvedCall resolved, Input input, @Nullable Content response) {
    ObjectNode shown =
        response == null
            ? Json.object()
            : representations.object(
                response.schema(), input, response.example(), resolved.substitutions(), true);
    if (resolved.location().role() == Role.DOCUMENT) {
      ObjectNode kept = resolved.call().body().deepCopy();
      kept.setAll(shown);
      resolved.subject().documents().put(resolved.location().subresource(), kept);
    }
    return shown;
  }

  /**
   * Changes a thing or a document; an action changes the properties of the thing that it names
   * outright.
   */
  ObjectNode change(ResolvedCall resolved) {
    ApiOperation operation = resolved.call().operation();
    ObjectNode body = resolved.call().body();
    ObjectNode data = resolved.subject().data();
    switch (resolved.location().role()) {
      case ITEM -> {
        ObjectNode occurrence = behaviours.occurrence(resolved);
        if (occurrence == null) {
          merge(operation, data, body);
          behaviours.affected(resolved, resolved.subject());
        } else {
          mergeKnown(occurrence, body);
        }
      }
      case DOCUMENT -> merge(operation, written(resolved), body);
      case ACTION -> mergeKnown(data, body);
      case COLLECTION, OWNED -> {
        // What such a call does to the items is for Behaviours to know.
      }
    }
    Content response = operation.response();
    return response == null ? Json.object() : reads.item(resolved, response);
  }

  /**
   * The document that a call writes into, begun with what the first caller to read it would have
   * seen.
   */
  private ObjectNode written(ResolvedCall resolved) {
    Content response = model.shown(resolved.location());
    return resolved
        .subject()
        .documents()
        .computeIfAbsent(
            resolved.location().subresource(),
            subresource -> response == null ? Json.object() : reads.document(resolved, response));
  }

  /** Changes the plain properties that the data already has. */
  private static void mergeKnown(ObjectNode data, ObjectNode body) {
    body.properties().stream()
        .filter(field -> field.getValue().isValueNode() && data.has(field.getKey()))
        .forEach(field -> data.set(field.getKey(), field.getValue()));
  }

  /** PATCH merges; PUT also takes away what it could have said and did not. */
  private void merge(ApiOperation operation, ObjectNode data, ObjectNode body) {
    Content request = operation.request();
    if (operation.method().equals("PUT") && request != null) {
      for (String name : request.schema().names()) {
        MergedSchema property = request.schema().property(name);
        JsonNode byDefault = property == null ? null : property.defaultValue();
        data.remove(name);
        if (byDefault != null) {
          data.set(name, byDefault);
        }
      }
    }
    Json.merge(data, body);
    if (data.path("updated_at").isTextual()) {
      data.put("updated_at", generator.timestamp());
    }
  }

  /**
   * Deletes a thing with all it holds, a document, or the members of a collection that the call
   * names.
   */
  ObjectNode delete(ResolvedCall resolved) {
    switch (resolved.location().role()) {
      case ITEM -> {
        ObjectNode occurrence = behaviours.occurrence(resolved);
        if (occurrence == null) {
          remove(resolved.subject());
        } else {
          occurrence.put("status", "deleted");
        }
      }
      case DOCUMENT, ACTION ->
          resolved.subject().documents().remove(resolved.location().subresource());
      case COLLECTION, OWNED -> named(resolved).forEach(this::remove);
    }
    return Json.object();
  }

  private void remove(Resource resource) {
    resource.remove();
    files.forget(resource.data());
  }

  /** The members that a request lists by id; all of them where it lists none. */
  private static List<Resource> named(ResolvedCall resolved) {
    Parameter ids = resolved.call().operation().idsParameter();
    ResourceType type = resolved.location().type();
    JsonNode values = ids == null ? null : resolved.call().query(ids.name());
    if (ids == null || type == null || values == null || values.isMissingNode()) {
      return new ArrayList<>(resolved.members());
    }
    List<Resource> named = new ArrayList<>();
    for (String id : values.isArray() ? Json.texts(values) : List.of(values.asText().split(","))) {
      Resource found = resolved.holder().find(type, id);
      if (found == null) {
        throw ErrorResponseException.ofField(ids.name(), "There is no " + id + ".");
      }
      named.add(found);
    }
    return named;
  }
}
