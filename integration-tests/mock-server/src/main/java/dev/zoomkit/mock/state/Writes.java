package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.rules.Occurrences;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes. */
final class Writes {
  private final ResourceModel model;
  private final ValueGenerator generator;
  private final RepresentationBuilder representations;
  private final Reads reads;
  private final DownloadFiles files;
  private final Map<Resource, ObjectNode> samples = new HashMap<>();

  Writes(
      ResourceModel model,
      ValueGenerator generator,
      RepresentationBuilder representations,
      Reads reads,
      DownloadFiles files) {
    this.model = model;
    this.generator = generator;
    this.representations = representations;
    this.reads = reads;
    this.files = files;
  }

  /** Carries out a call. */
  void write(ResolvedCall call) {
    switch (call.operation().method()) {
      case "GET" -> {}
      case "POST" -> {
        if (call.creates()) {
          create(call);
        } else {
          act(call);
        }
      }
      case "DELETE" -> delete(call);
      default -> change(call);
    }
  }

  /** Creates one resource, or each of the several that the body lists. */
  private void create(ResolvedCall call) {
    ResourceType type = Objects.requireNonNull(call.location().type());
    Input input = input(call);
    String table = call.table();
    if (table == null) {
      create(call, type, unwrapped(input, type));
      return;
    }
    MergedSchema items = input.property(table).schema();
    boolean alone = type.creation() != null || items == null;
    MergedSchema single = alone ? type.creation() : items.items();
    for (JsonNode element : input.value().path(table)) {
      create(call, type, new Input(single, type.change(), element));
    }
  }

  private static Input input(ResolvedCall call) {
    Content request = call.operation().request();
    return new Input(request == null ? null : request.schema(), call.body());
  }

  /**
   * What a request says of the resource itself, where it stands in an object of its own such as
   * {@code user_info}.
   */
  private static Input unwrapped(Input input, ResourceType type) {
    Input inner = input.property(type.stem() + "_info");
    return new Input(
        inner.isGiven() ? inner.schema() : input.schema(),
        type.change(),
        inner.isGiven() ? inner.value() : input.value());
  }

  /**
   * Adds a row to a list as a test wants it; what the test leaves out is as in the description's
   * example.
   */
  void row(ResolvedCall call, ResourceType type) {
    create(call, type, new Input(null, call.body()));
  }

  /**
   * Makes a resource like the examples' first one, with an identity of its own, and puts it into
   * its collection. What the request names by an id that is there already, as a member that is
   * added again, stays as it is.
   */
  private void create(ResolvedCall call, ResourceType type, Input input) {
    Resource example = call.examples().first();
    ObjectNode identity = identity(call.holder(), type, input, example);
    String key = identity.path(type.keyName()).asText();
    boolean named = !type.parameter().isEmpty() || input.value().has(type.keyName());
    Resource there = named ? call.holder().find(type, key) : null;
    if (there != null) {
      call.hasFound(there);
      return;
    }
    Resource owner = call.location().role() == Role.OWNED ? call.subject() : null;
    Resource created = new Resource(type, call.holder(), owner, key, identity.deepCopy());
    Substitutions substitutions = new Substitutions();
    if (example != null) {
      created.nameFor(example, substitutions);
    }
    ObjectNode made =
        representations.object(
            type.properties(),
            input,
            example == null ? type.sample(Json.object()) : sample(example, type),
            substitutions.with(call.examples().substitutions()),
            true);
    created.change(
        data -> {
          if (input.value() instanceof ObjectNode values) {
            Json.merge(data, values);
          }
          data.setAll(made);
          data.setAll(identity);
        });
    call.hasCreated(created.addTo());
  }

  /** What the examples say of a thing, put together once. */
  private ObjectNode sample(Resource example, ResourceType type) {
    return samples.computeIfAbsent(example, one -> type.sample(one.data()));
  }

  /**
   * The names that a resource is to be known by: those the request gives it, else new ones like the
   * example's.
   */
  private ObjectNode identity(
      Resource holder, ResourceType type, Input input, @Nullable Resource example) {
    JsonNode sample = example == null ? Json.object() : example.data();
    JsonNode key = input.value().path(type.keyName());
    if (!key.isValueNode()) {
      key = newKey(type, holder, example);
    }
    ObjectNode identity = Json.object();
    for (String name : type.identities()) {
      JsonNode known = sample.path(name);
      boolean own =
          name.equals(type.keyName())
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

  private JsonNode newKey(ResourceType type, Resource holder, @Nullable Resource example) {
    MergedSchema schema = type.properties().get(type.keyName());
    for (String value : schema == null ? List.<String>of() : schema.values()) {
      if (holder.find(type, value) == null) {
        return TextNode.valueOf(value);
      }
    }
    JsonNode sample = example == null ? null : example.data().get(type.keyName());
    if (sample == null || !sample.isValueNode()) {
      boolean text = schema != null && schema.type().equals("string");
      sample =
          example != null
              ? TextNode.valueOf(example.key())
              : text ? TextNode.valueOf("10000000000") : LongNode.valueOf(10000000000L);
    }
    JsonNode key = generator.id(sample);
    for (int attempt = 0; attempt < 100 && holder.find(type, key.asText()) != null; attempt++) {
      key = generator.id(sample);
    }
    return key;
  }

  /** Keeps a document, or just responds. */
  private void act(ResolvedCall call) {
    Content response = call.operation().response();
    ObjectNode made =
        response == null
            ? Json.object()
            : representations.object(
                response.schema(),
                input(call),
                response.example(),
                call.examples().substitutions(),
                true);
    if (call.location().role() == Role.DOCUMENT) {
      ObjectNode kept = call.body().deepCopy();
      kept.setAll(made);
      call.subject().documents().put(call.location().subresource(), kept);
    }
    call.hasMade(made);
  }

  /**
   * Changes a resource or a document; an action changes the properties of the resource that it
   * names outright.
   */
  private void change(ResolvedCall call) {
    Resource subject = call.subject();
    switch (call.location().role()) {
      case ITEM -> {
        ObjectNode occurrence = Occurrences.named(call);
        if (occurrence == null) {
          changeItem(call, subject);
        } else {
          mergeKnown(occurrence, call.body());
        }
      }
      case DOCUMENT -> merge(call, written(call));
      case ACTION -> subject.change(data -> mergeKnown(data, call.body()));
      case COLLECTION, OWNED -> {
        // What such a call does to the items is for the rules to know.
      }
    }
  }

  /** Changes all but what paths know a resource by, whatever the body has in its place. */
  private void changeItem(ResolvedCall call, Resource subject) {
    ResourceType type = subject.type();
    String name = type == null ? "id" : type.keyName();
    JsonNode key = subject.data().path(name);
    subject.change(
        data -> {
          merge(call, data);
          if (key.asText().equals(subject.key())) {
            data.set(name, key);
          }
        });
    call.hasChanged(subject);
  }

  /**
   * The document that a call writes into, begun with what the first caller to read it would have
   * seen.
   */
  private ObjectNode written(ResolvedCall call) {
    Content response = model.shown(call.location());
    return call.subject()
        .documents()
        .computeIfAbsent(
            call.location().subresource(),
            name -> response == null ? Json.object() : reads.document(call, response));
  }

  /** Changes the plain properties that the data already has. */
  private static void mergeKnown(ObjectNode data, ObjectNode body) {
    body.properties().stream()
        .filter(field -> field.getValue().isValueNode() && data.has(field.getKey()))
        .forEach(field -> data.set(field.getKey(), field.getValue()));
  }

  /** PATCH merges; PUT also takes away what it could have said and did not. */
  private void merge(ResolvedCall call, ObjectNode data) {
    Content request = call.operation().request();
    if (call.operation().method().equals("PUT") && request != null) {
      for (String name : request.schema().names()) {
        MergedSchema property = request.schema().property(name);
        JsonNode byDefault = property == null ? null : property.defaultValue();
        data.remove(name);
        if (byDefault != null) {
          data.set(name, byDefault);
        }
      }
    }
    Json.merge(data, call.body());
    if (data.path("updated_at").isTextual()) {
      data.put("updated_at", generator.timestamp());
    }
  }

  /**
   * Deletes a resource with all it holds, a document, or the members of a collection that the call
   * names.
   */
  private void delete(ResolvedCall call) {
    switch (call.location().role()) {
      case ITEM -> {
        ObjectNode occurrence = Occurrences.named(call);
        if (occurrence == null) {
          remove(call.subject());
        } else {
          occurrence.put("status", "deleted");
        }
      }
      case DOCUMENT, ACTION -> call.subject().documents().remove(call.location().subresource());
      case COLLECTION, OWNED -> named(call).forEach(this::remove);
    }
  }

  private void remove(Resource resource) {
    resource.remove();
    files.forget(resource.data());
  }

  /** The members that a request lists by id; all of them where it lists none. */
  private static List<Resource> named(ResolvedCall call) {
    Parameter ids = call.operation().idsParameter();
    ResourceType type = call.location().type();
    JsonNode values = ids == null ? null : call.query(ids.name());
    if (ids == null || type == null || values == null || values.isMissingNode()) {
      return new ArrayList<>(call.members());
    }
    List<Resource> named = new ArrayList<>();
    for (String id : values.isArray() ? Json.texts(values) : List.of(values.asText().split(","))) {
      Resource found = call.holder().find(type, id);
      if (found == null) {
        throw ErrorResponseException.ofField(ids.name(), "There is no " + id + ".");
      }
      named.add(found);
    }
    return named;
  }
}
