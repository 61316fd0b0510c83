package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.Maker.Said;
import dev.zoomkit.mock.Place.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls on the world: one way of creating, showing, listing, changing and deleting for
 * every operation, by the place that {@link Layout} gives it. What the description cannot tell is
 * added by {@link Behaviours}. Thread-safe: one call at a time.
 */
final class Engine {
  private final World world;
  private final Layout layout;
  private final Fresh fresh;
  private final Maker maker;
  private final Pages pages;
  private final Behaviours behaviours;

  Engine(World world, Fresh fresh, Pages pages) {
    this.world = world;
    this.layout = world.layout();
    this.fresh = fresh;
    this.maker = new Maker(fresh);
    this.pages = pages;
    this.behaviours = new Behaviours(layout, fresh);
  }

  /** An engine with what exists at the start, in the own account and in the example's. */
  static Engine start(Description description, Clock clock, long idSeed) {
    return new Engine(
        World.ofExamples(new Layout(description)), new Fresh(idSeed, clock), new Pages(clock));
  }

  /** The success that a call has; its effects have then taken place. */
  synchronized MockAnswer answer(Call call) {
    Scene scene = world.scene(call);
    behaviours.before(scene);
    ObjectNode answer =
        switch (call.operation().method()) {
          case "GET" -> get(scene);
          case "POST" -> post(scene);
          case "DELETE" -> delete(scene);
          default -> change(scene);
        };
    behaviours.after(scene);
    return encoded(call, answer);
  }

  /**
   * Creates what a creating operation's body says, or adds a row to what a listing operation lists.
   */
  synchronized List<String> seed(Call call) {
    Kind kind = layout.place(call.operation()).kind();
    if (kind == null || layout.place(call.operation()).role() == Role.ITEM) {
      throw new IllegalArgumentException(
          call.operation() + " neither creates nor lists anything that the mock keeps.");
    }
    Scene scene = world.scene(call);
    if (call.operation().method().equals("POST")) {
      post(scene);
    } else {
      scene.touched().add(create(scene, kind, new Said(null, call.body())));
    }
    behaviours.after(scene);
    return scene.touched().stream().map(Entity::key).toList();
  }

  /** Adds a user to the own account; its id is fresh. */
  synchronized String addUser(String email) {
    Kind users = layout.kind("users");
    if (users == null) {
      throw new IllegalStateException("The description knows no users.");
    }
    return world.addUser(users, email, fresh, maker);
  }

  private static MockAnswer encoded(Call call, ObjectNode answer) {
    Operation operation = call.operation();
    String binary = operation.binaryAnswer();
    boolean download = operation.answer() == null || call.query("download").asBoolean();
    if (binary != null && download) {
      String text =
          "%PDF-1.4\n% "
              + operation.id()
              + " "
              + String.join(" ", call.path().values())
              + "\n%%EOF\n";
      return MockAnswer.of(operation.success(), binary, text.getBytes(StandardCharsets.US_ASCII));
    }
    return operation.answer() == null
        ? MockAnswer.empty(operation.success())
        : MockAnswer.json(operation.success(), answer.toString());
  }

  private ObjectNode get(Scene scene) {
    Content answer = scene.call().operation().answer();
    if (answer == null) {
      return Json.object();
    }
    ObjectNode shown =
        switch (scene.place().role()) {
          case ITEM ->
              maker.show(scene.subject().data(), answer.shape(), answer.example(), scene.around());
          case COLLECTION, OWNED ->
              maker.object(answer.shape(), Said.NOTHING, answer.example(), scene.likeness(), false);
          case DOCUMENT, ACTION -> document(scene, answer);
        };
    compose(scene, answer, shown);
    String items = scene.place().items();
    if (items == null) {
      items = scene.call().operation().pagedItems();
      if (items != null && Json.at(shown, items) instanceof ArrayNode rows) {
        pages.cut(scene.call(), shown, answer.shape(), items, rows);
      }
    } else {
      pages.cut(scene.call(), shown, answer.shape(), items, rows(scene, answer, items));
    }
    return shown;
  }

  private ObjectNode document(Scene scene, Content answer) {
    ObjectNode kept = scene.subject().documents().get(scene.place().facet());
    return kept == null
        ? maker.object(
            answer.shape(), writable(scene.place()), answer.example(), scene.likeness(), false)
        : maker.show(kept, answer.shape(), answer.example(), scene.around());
  }

  /**
   * What callers may write into a document: all of it that they have not written is still unsaid.
   */
  private Said writable(Place place) {
    Content written = layout.written(place);
    return written == null ? Said.NOTHING : new Said(written.shape(), Json.object());
  }

  /** Shows within an answer the collections and documents that have their own paths below it. */
  private void compose(Scene scene, Content answer, ObjectNode shown) {
    String prefix = scene.place().facet().isEmpty() ? "" : scene.place().facet() + "/";
    for (String name : answer.shape().names()) {
      Shape property = answer.shape().property(name);
      Place inner = layout.facet(scene.place().parent(), prefix + name);
      if (inner == null || property == null || inner.facet().equals(scene.place().facet())) {
        continue;
      }
      Shape item = property.items();
      Kind kind = inner.kind();
      if (inner.role() == Role.COLLECTION && kind != null && item != null && item.isObject()) {
        ArrayNode rows = Json.array();
        for (Entity entity : scene.subject().collection(kind.slot())) {
          rows.add(
              maker.show(
                  entity.data(), item, answer.example().path(name).path(0), scene.likeness()));
        }
        shown.set(name, rows);
      } else if (inner.role() == Role.DOCUMENT && property.isObject()) {
        ObjectNode kept = scene.subject().documents().get(inner.facet());
        shown.remove(name);
        if (kept != null) {
          shown.set(
              name, maker.show(kept, property, answer.example().path(name), scene.likeness()));
        }
      }
    }
  }

  private ArrayNode rows(Scene scene, Content answer, String items) {
    Shape table = answer.shape();
    for (String name : items.split("\\.")) {
      table = table == null ? null : table.property(name);
    }
    Shape row = table == null ? null : table.items();
    if (row == null) {
      throw new IllegalStateException(scene.call().operation() + " has no array at " + items + ".");
    }
    ArrayNode rows = Json.array();
    Likeness nobody = new Likeness();
    for (Entity entity : scene.members()) {
      if (Filters.matches(scene.call(), row, entity.data()) && behaviours.lists(scene, entity)) {
        rows.add(maker.show(entity.data(), row, Json.at(answer.example(), items).path(0), nobody));
      }
    }
    return rows;
  }

  private ObjectNode post(Scene scene) {
    Operation operation = scene.call().operation();
    Content request = operation.request();
    Content answer = operation.answer();
    Said said = new Said(request == null ? null : request.shape(), scene.call().body());
    Kind kind = scene.place().kind();
    if (kind == null || scene.place().role() == Role.ITEM) {
      return act(scene, said, answer);
    }
    String table = request == null ? null : kind.tableIn(request.shape());
    if (table == null) {
      Entity created = create(scene, kind, unwrapped(said, kind));
      scene.touched().add(created);
      return answer == null
          ? Json.object()
          : maker.show(created.data(), answer.shape(), answer.example(), scene.likeness());
    }
    Shape tableShape = said.property(table).shape();
    for (JsonNode element : said.value().path(table)) {
      scene
          .touched()
          .add(
              create(
                  scene, kind, new Said(tableShape == null ? null : tableShape.items(), element)));
    }
    return answer == null ? Json.object() : severalCreated(scene, kind, answer, said);
  }

  private ObjectNode severalCreated(Scene scene, Kind kind, Content answer, Said said) {
    ObjectNode shown = maker.object(answer.shape(), said, answer.example(), scene.likeness(), true);
    String table = kind.tableIn(answer.shape());
    Shape rows = table == null ? null : answer.shape().property(table);
    Shape row = rows == null ? null : rows.items();
    if (table != null && row != null) {
      ArrayNode array = shown.putArray(table);
      for (Entity created : scene.touched()) {
        array.add(
            maker.show(
                created.data(), row, answer.example().path(table).path(0), scene.likeness()));
      }
    }
    Shape ids = answer.shape().property("ids");
    if (ids != null) {
      List<String> keys = scene.touched().stream().map(Entity::key).toList();
      shown.set(
          "ids",
          ids.type().equals("array")
              ? Json.MAPPER.valueToTree(keys)
              : TextNode.valueOf(String.join(",", keys)));
    }
    return shown;
  }

  /**
   * What a request says of the thing itself, where it stands in an object of its own such as {@code
   * user_info}.
   */
  private static Said unwrapped(Said said, Kind kind) {
    Said inner = said.property(kind.stem() + "_info");
    return inner.did() ? inner : said;
  }

  /** Makes a thing, puts it into its collection and gives it an identity of its own. */
  private Entity create(Scene scene, Kind kind, Said said) {
    Entity example = world.example(scene.call().operation(), kind);
    ObjectNode sample = example == null ? Json.object() : example.data();
    ObjectNode data = Json.object();
    String ownName = kind.ownName();
    JsonNode key = said.value().path(ownName == null ? "id" : ownName);
    if (!key.isValueNode()) {
      key = freshKey(kind, scene.holder(), example, ownName);
    }
    for (String name : kind.identities()) {
      JsonNode known = sample.path(name);
      if (name.equals(ownName) || example != null && known.asText().equals(example.key())) {
        data.set(name, known.isTextual() ? TextNode.valueOf(key.asText()) : key);
      } else if (said.value().path(name).isValueNode()) {
        data.set(name, said.value().get(name));
      } else if (known.isValueNode() && name.endsWith("id")) {
        data.set(name, fresh.id(known));
      }
    }
    boolean owned = scene.place().role() == Role.OWNED;
    Entity created =
        new Entity(kind, scene.holder(), owned ? scene.subject() : null, key.asText(), data);
    Likeness likeness = example == null ? new Likeness() : new Likeness().with(example, created);
    ObjectNode made =
        maker.object(kind.properties(), said, sample, likeness.with(scene.likeness()), true);
    made.setAll(data.deepCopy());
    if (said.value() instanceof ObjectNode values) {
      values.properties().forEach(field -> data.set(field.getKey(), field.getValue().deepCopy()));
    }
    data.setAll(made);
    return created.addTo();
  }

  private JsonNode freshKey(
      Kind kind, Entity holder, @Nullable Entity example, @Nullable String ownName) {
    JsonNode sample = example == null || ownName == null ? null : example.data().get(ownName);
    if (sample == null || !sample.isValueNode()) {
      sample = example == null ? LongNode.valueOf(10000000000L) : TextNode.valueOf(example.key());
    }
    JsonNode key = fresh.id(sample);
    for (int attempt = 0; attempt < 100 && holder.find(kind, key.asText()) != null; attempt++) {
      key = fresh.id(sample);
    }
    return key;
  }

  /** Does what leaves no item behind: keeps a document, or just answers. */
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

  private ObjectNode change(Scene scene) {
    Operation operation = scene.call().operation();
    ObjectNode body = scene.call().body();
    switch (scene.place().role()) {
      case ITEM -> {
        change(operation, scene.subject().data(), body);
        scene.touched().add(scene.subject());
      }
      case DOCUMENT -> change(operation, changed(scene), body);
      case ACTION ->
          body.properties().stream()
              .filter(
                  field ->
                      field.getValue().isValueNode() && scene.subject().data().has(field.getKey()))
              .forEach(field -> scene.subject().data().set(field.getKey(), field.getValue()));
      case COLLECTION, OWNED -> {
        // What such a call does to the items is for Behaviours to know.
      }
    }
    Content answer = operation.answer();
    return answer == null
        ? Json.object()
        : maker.show(scene.subject().data(), answer.shape(), answer.example(), scene.around());
  }

  private ObjectNode changed(Scene scene) {
    return scene
        .subject()
        .documents()
        .computeIfAbsent(
            scene.place().facet(),
            facet -> {
              Content answer = layout.shown(scene.place());
              return answer == null ? Json.object() : document(scene, answer);
            });
  }

  /** PATCH merges; PUT also takes away what it could have said and did not. */
  private void change(Operation operation, ObjectNode data, ObjectNode body) {
    Content request = operation.request();
    if (operation.method().equals("PUT") && request != null) {
      for (String name : request.shape().names()) {
        Shape property = request.shape().property(name);
        JsonNode byDefault = property == null ? null : property.defaultValue();
        if (byDefault == null) {
          data.remove(name);
        } else {
          data.set(name, byDefault);
        }
      }
    }
    Json.merge(data, body);
    if (data.path("updated_at").isTextual()) {
      data.put("updated_at", fresh.timestamp());
    }
  }

  private ObjectNode delete(Scene scene) {
    switch (scene.place().role()) {
      case ITEM -> {
        if (!behaviours.deletesPart(scene)) {
          scene.subject().remove();
        }
      }
      case DOCUMENT, ACTION -> scene.subject().documents().remove(scene.place().facet());
      case COLLECTION, OWNED -> named(scene).forEach(Entity::remove);
    }
    return Json.object();
  }

  /** The members that a request lists by id; all of them where it lists none. */
  private static List<Entity> named(Scene scene) {
    Parameter ids = scene.call().operation().idsParameter();
    JsonNode values = ids == null ? null : scene.call().query(ids.name());
    Kind kind = scene.place().kind();
    if (values == null || values.isMissingNode() || kind == null) {
      return new ArrayList<>(scene.members());
    }
    List<Entity> named = new ArrayList<>();
    for (String id : values.isArray() ? Json.texts(values) : List.of(values.asText().split(","))) {
      Entity found = scene.holder().find(kind, id);
      if (found == null) {
        throw Refusal.ofField(
            String.valueOf(ids == null ? "" : ids.name()), "There is no " + id + ".");
      }
      named.add(found);
    }
    return named;
  }
}
