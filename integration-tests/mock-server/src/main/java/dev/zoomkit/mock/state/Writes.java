package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.Refusal;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Parameter;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place.Role;
import dev.zoomkit.mock.rules.Behaviours;
import dev.zoomkit.mock.sampledata.Fresh;
import dev.zoomkit.mock.sampledata.Likeness;
import dev.zoomkit.mock.sampledata.Maker;
import dev.zoomkit.mock.sampledata.Maker.Said;
import dev.zoomkit.mock.store.Entity;
import dev.zoomkit.mock.store.Files;
import dev.zoomkit.mock.store.Scene;
import dev.zoomkit.mock.store.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes, and shows what became of it where an operation answers that. */
final class Writes {
  private final World world;
  private final Layout layout;
  private final Fresh fresh;
  private final Maker maker;
  private final Behaviours behaviours;
  private final Reads reads;
  private final Files files;

  Writes(World world, Fresh fresh, Maker maker, Behaviours behaviours, Reads reads, Files files) {
    this.world = world;
    this.layout = world.layout();
    this.fresh = fresh;
    this.maker = maker;
    this.behaviours = behaviours;
    this.reads = reads;
    this.files = files;
  }

  /**
   * Creates one thing or several; where no collection takes them, keeps a document or just answers.
   */
  ObjectNode post(Scene scene) {
    Content request = scene.call().operation().request();
    Content answer = scene.call().operation().answer();
    Said said = new Said(request == null ? null : request.shape(), scene.call().body());
    Kind kind = scene.place().kind();
    if (kind == null || scene.place().role() == Role.ITEM) {
      return act(scene, said, answer);
    }
    String table = request == null ? null : kind.tableIn(request.shape());
    if (table == null) {
      Entity created = create(scene, kind, unwrapped(said, kind));
      return answer == null
          ? Json.object()
          : maker.show(created.data(), answer.shape(), answer.example(), scene.likeness());
    }
    Shape items = said.property(table).shape();
    Shape single = kind.creation() != null || items == null ? kind.creation() : items.items();
    for (JsonNode element : said.value().path(table)) {
      create(
          scene, kind, new Said(single, kind.change(), behaviours.completed(scene, kind, element)));
    }
    return answer == null ? Json.object() : severalCreated(scene, kind, answer, said);
  }

  private ObjectNode severalCreated(Scene scene, Kind kind, Content answer, Said said) {
    ObjectNode shown = maker.object(answer.shape(), said, answer.example(), scene.likeness(), true);
    String table = kind.tableIn(answer.shape());
    if (table != null) {
      Shape row = answer.shape().rows(table);
      ArrayNode array = shown.putArray(table);
      JsonNode sample = answer.example().path(table).path(0);
      for (Entity created : scene.touched()) {
        array.add(maker.show(created.data(), row, sample, scene.likeness()));
      }
    }
    Shape ids = answer.shape().property("ids");
    if (ids != null) {
      List<String> keys =
          scene.touched().stream()
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
  void row(Scene scene, Kind kind) {
    create(scene, kind, new Said(null, scene.call().body()));
  }

  /**
   * What a request says of the thing itself, where it stands in an object of its own such as {@code
   * user_info}.
   */
  private static Said unwrapped(Said said, Kind kind) {
    Said inner = said.property(kind.stem() + "_info");
    return new Said(
        inner.did() ? inner.shape() : said.shape(),
        kind.change(),
        inner.did() ? inner.value() : said.value());
  }

  /**
   * Makes a thing like the examples' first one, with an identity of its own, and puts it into its
   * collection. What the request names by an id that is there already, as a member that is added
   * again, stays as it is.
   */
  private Entity create(Scene scene, Kind kind, Said said) {
    Entity example = world.example(scene.call().operation(), kind);
    ObjectNode sample = kind.sample(example == null ? Json.object() : example.data());
    ObjectNode identity = identity(scene.holder(), kind, said, example);
    String ownName = kind.ownName();
    String key = identity.path(ownName == null ? "id" : ownName).asText();
    Entity there = kind.parameter().isEmpty() ? null : scene.holder().find(kind, key);
    if (there != null) {
      scene.touched().add(there);
      return there;
    }
    Entity owner = scene.place().role() == Role.OWNED ? scene.subject() : null;
    Entity created = new Entity(kind, scene.holder(), owner, key, identity.deepCopy());
    Likeness likeness = new Likeness();
    if (example != null) {
      created.nameFor(example, likeness);
    }
    ObjectNode made =
        maker.object(kind.properties(), said, sample, likeness.with(scene.likeness()), true);
    if (said.value() instanceof ObjectNode values) {
      Json.merge(created.data(), values);
    }
    created.data().setAll(made);
    created.data().setAll(identity);
    created.addTo();
    scene.touched().add(created);
    behaviours.touched(scene, created);
    return created;
  }

  /**
   * The names that a thing is to be known by: those the request gives it, else fresh ones like the
   * example's.
   */
  private ObjectNode identity(Entity holder, Kind kind, Said said, @Nullable Entity example) {
    ObjectNode sample = example == null ? Json.object() : example.data();
    String ownName = kind.ownName() == null ? "id" : kind.ownName();
    JsonNode key = said.value().path(ownName);
    if (!key.isValueNode()) {
      key = freshKey(kind, holder, example, ownName);
    }
    ObjectNode identity = Json.object();
    for (String name : kind.identities()) {
      JsonNode known = sample.path(name);
      boolean own =
          name.equals(ownName)
              || example != null && known.asText().equals(example.key())
              || known.isMissingNode()
                  && name.startsWith(kind.stem())
                  && kind.properties().containsKey(name);
      if (own) {
        identity.set(name, known.isTextual() ? TextNode.valueOf(key.asText()) : key);
      } else if (said.value().path(name).isValueNode()) {
        identity.set(name, said.value().get(name));
      } else if (known.isValueNode() && name.endsWith("id")) {
        identity.set(name, fresh.id(known));
      }
    }
    return identity;
  }

  private JsonNode freshKey(Kind kind, Entity holder, @Nullable Entity example, String ownName) {
    Shape shape = kind.properties().get(ownName);
    for (String value : shape == null ? List.<String>of() : shape.values()) {
      if (holder.find(kind, value) == null) {
        return TextNode.valueOf(value);
      }
    }
    JsonNode sample = example == null ? null : example.data().get(ownName);
    if (sample == null || !sample.isValueNode()) {
      sample = example == null ? LongNode.valueOf(10000000000L) : TextNode.valueOf(example.key());
    }
    JsonNode key = fresh.id(sample);
    for (int attempt = 0; attempt < 100 && holder.find(kind, key.asText()) != null; attempt++) {
      key = fresh.id(sample);
    }
    return key;
  }

  private ObjectNode act(Scene scene, Said said, @Nullable Content answer) {
    ObjectNode shown =
        answer == null
            ? Json.object()
            : maker.object(answer.shape(), said, answer.example(), scene.likeness(), true);
    if (scene.place().role() == Role.DOCUMENT) {
      ObjectNode kept = scene.call().body().deepCopy();
      kept.setAll(shown);
      scene.subject().documents().put(scene.place().facet(), kept);
    }
    return shown;
  }

  /**
   * Changes a thing or a document; an action changes the properties of the thing that it names
   * outright.
   */
  ObjectNode change(Scene scene) {
    Operation operation = scene.call().operation();
    ObjectNode body = scene.call().body();
    ObjectNode data = scene.subject().data();
    switch (scene.place().role()) {
      case ITEM -> {
        ObjectNode occurrence = behaviours.occurrence(scene);
        if (occurrence == null) {
          merge(operation, data, body);
          behaviours.touched(scene, scene.subject());
        } else {
          mergeKnown(occurrence, body);
        }
      }
      case DOCUMENT -> merge(operation, written(scene), body);
      case ACTION -> mergeKnown(data, body);
      case COLLECTION, OWNED -> {
        // What such a call does to the items is for Behaviours to know.
      }
    }
    Content answer = operation.answer();
    return answer == null ? Json.object() : reads.item(scene, answer);
  }

  /**
   * The document that a call writes into, begun with what the first caller to read it would have
   * seen.
   */
  private ObjectNode written(Scene scene) {
    Content answer = layout.shown(scene.place());
    return scene
        .subject()
        .documents()
        .computeIfAbsent(
            scene.place().facet(),
            facet -> answer == null ? Json.object() : reads.document(scene, answer));
  }

  /** Changes the plain properties that the data already has. */
  private static void mergeKnown(ObjectNode data, ObjectNode body) {
    body.properties().stream()
        .filter(field -> field.getValue().isValueNode() && data.has(field.getKey()))
        .forEach(field -> data.set(field.getKey(), field.getValue()));
  }

  /** PATCH merges; PUT also takes away what it could have said and did not. */
  private void merge(Operation operation, ObjectNode data, ObjectNode body) {
    Content request = operation.request();
    if (operation.method().equals("PUT") && request != null) {
      for (String name : request.shape().names()) {
        Shape property = request.shape().property(name);
        JsonNode byDefault = property == null ? null : property.defaultValue();
        data.remove(name);
        if (byDefault != null) {
          data.set(name, byDefault);
        }
      }
    }
    Json.merge(data, body);
    if (data.path("updated_at").isTextual()) {
      data.put("updated_at", fresh.timestamp());
    }
  }

  /**
   * Deletes a thing with all it holds, a document, or the members of a collection that the call
   * names.
   */
  ObjectNode delete(Scene scene) {
    switch (scene.place().role()) {
      case ITEM -> {
        ObjectNode occurrence = behaviours.occurrence(scene);
        if (occurrence == null) {
          remove(scene.subject());
        } else {
          occurrence.put("status", "deleted");
        }
      }
      case DOCUMENT, ACTION -> scene.subject().documents().remove(scene.place().facet());
      case COLLECTION, OWNED -> named(scene).forEach(this::remove);
    }
    return Json.object();
  }

  private void remove(Entity entity) {
    entity.remove();
    files.forget(entity.data());
  }

  /** The members that a request lists by id; all of them where it lists none. */
  private static List<Entity> named(Scene scene) {
    Parameter ids = scene.call().operation().idsParameter();
    Kind kind = scene.place().kind();
    JsonNode values = ids == null ? null : scene.call().query(ids.name());
    if (ids == null || kind == null || values == null || values.isMissingNode()) {
      return new ArrayList<>(scene.members());
    }
    List<Entity> named = new ArrayList<>();
    for (String id : values.isArray() ? Json.texts(values) : List.of(values.asText().split(","))) {
      Entity found = scene.holder().find(kind, id);
      if (found == null) {
        throw Refusal.ofField(ids.name(), "There is no " + id + ".");
      }
      named.add(found);
    }
    return named;
  }
}
