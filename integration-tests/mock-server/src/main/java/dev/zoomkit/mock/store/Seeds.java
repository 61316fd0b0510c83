package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Parameter;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Kind.View;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.model.Place.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds what exists at the start from the description's examples: each path parameter's example
 * names a thing, each example of an item or a row is one, each example of a document is kept where
 * it belongs.
 */
final class Seeds {
  private final Layout layout;
  private final Map<Kind, String> named = new HashMap<>();
  private final Map<Kind, Kind> owners = new HashMap<>();
  private final Map<Kind, Entity> firsts = new HashMap<>();
  private Entity root = new Entity(null, null, null, "sub-account", Json.object());

  private Seeds(Layout layout) {
    this.layout = layout;
  }

  /**
   * The things of the examples, as the content of one account that bears the example's account id.
   */
  static Entity ofExamples(Layout layout) {
    Seeds seeds = new Seeds(layout);
    layout.places().forEach(seeds::note);
    layout.kinds().stream()
        .filter(kind -> kind.parent() == null && !seeds.owners.containsKey(kind))
        .forEach(seeds::add);
    layout.kinds().stream().filter(kind -> seeds.owners.containsKey(kind)).forEach(seeds::add);
    layout.kinds().stream().filter(kind -> kind.parent() != null).forEach(seeds::add);
    layout.places().forEach(seeds::addDocuments);
    layout.places().keySet().forEach(seeds::addHosts);
    return seeds.root;
  }

  /**
   * Reads off an operation which value its parameters' examples name, and whose a kind of thing is.
   */
  private void note(Operation operation, Place place) {
    for (Place.Step step : place.steps()) {
      Parameter parameter = operation.pathParameter(step.parameter());
      if (parameter != null && !parameter.example().isEmpty()) {
        named.putIfAbsent(step.kind(), parameter.example());
      }
    }
    Parameter account = operation.pathParameter("accountId");
    if (account != null && !account.example().isEmpty()) {
      root = new Entity(null, null, null, account.example(), Json.object());
    }
    if (place.role() == Role.OWNED && place.kind() != null && place.parent() != null) {
      owners.putIfAbsent(place.kind(), place.parent());
    }
  }

  private Entity holder(@Nullable Kind parent) {
    Entity holder = parent == null ? root : firsts.get(parent);
    if (holder == null) {
      throw new IllegalStateException("There is no example of " + parent + ".");
    }
    return holder;
  }

  private void add(Kind kind) {
    if (firsts.containsKey(kind) || kind.parent() != null && !firsts.containsKey(kind.parent())) {
      return;
    }
    Entity holder = holder(kind.parent());
    String name = named.get(kind);
    String ownName = kind.ownName();
    boolean onlyCreated = kind.views().stream().allMatch(View::created);
    for (View view : kind.views()) {
      for (JsonNode example :
          view.created() && !onlyCreated ? List.<JsonNode>of() : view.examples()) {
        String key = ownName == null ? "" : example.path(ownName).asText();
        Entity known = key.isEmpty() || kind.parameter().isEmpty() ? null : holder.find(kind, key);
        if (known == null) {
          add(
              kind,
              holder,
              key.isEmpty() ? kind.word() + holder.collection(kind.slot()).size() : key,
              example);
        } else {
          example.properties().stream()
              .filter(field -> !known.data().has(field.getKey()))
              .forEach(field -> known.data().set(field.getKey(), field.getValue().deepCopy()));
        }
      }
    }
    List<Entity> all = holder.collection(kind.slot());
    if (name == null && all.isEmpty() && !kind.parameter().isEmpty()) {
      name = kind.stem();
    }
    Entity first = name == null ? null : named(kind, holder, name);
    if (first == null && name != null) {
      first = add(kind, holder, name, all.isEmpty() ? Json.object() : all.get(0).data());
      identify(first, ownName == null ? (name.contains("@") ? "email" : "id") : ownName);
    }
    if (first != null) {
      all.remove(first);
      all.add(0, first);
    }
    if (!all.isEmpty()) {
      firsts.put(kind, all.get(0));
    }
  }

  /** The thing that a path parameter's example names, be it by the id of the user it stands for. */
  private @Nullable Entity named(Kind kind, Entity holder, String name) {
    Entity named = holder.find(kind, name);
    Kind users = layout.kind("users");
    Entity user = users == null ? null : root.find(users, name);
    return named == null && user != null
        ? holder.find(kind, user.data().path("email").asText())
        : named;
  }

  private Entity add(Kind kind, Entity holder, String key, JsonNode data) {
    Kind owner = owners.get(kind);
    Entity entity =
        new Entity(kind, holder, owner == null ? null : firsts.get(owner), key, Json.object());
    entity.data().setAll((ObjectNode) data.deepCopy());
    if (kind.isPastInstances()) {
      holder.alsoKnownAs(key);
    }
    return entity.addTo();
  }

  private static void identify(Entity entity, String name) {
    boolean number =
        entity.data().path(name).isIntegralNumber() && entity.key().matches("\\d{1,18}");
    entity
        .data()
        .set(
            name,
            number
                ? LongNode.valueOf(Long.parseLong(entity.key()))
                : TextNode.valueOf(entity.key()));
  }

  /**
   * Keeps the examples of what callers can write, and of the documents that other answers show
   * within themselves.
   */
  private void addDocuments(Operation operation, Place place) {
    Content answer = operation.answer();
    if (!operation.method().equals("GET") || answer == null || place.items() != null) {
      return;
    }
    Entity holder = holder(place.parent());
    if (place.role() == Role.DOCUMENT && layout.written(place) != null) {
      holder.documents().put(place.facet(), ((ObjectNode) answer.example()).deepCopy());
    }
    for (var field : answer.example().properties()) {
      Place inner = layout.facet(place.parent(), place.facetWithin(field.getKey()));
      if (inner != null
          && inner.role() == Role.DOCUMENT
          && field.getValue() instanceof ObjectNode document) {
        holder.documents().putIfAbsent(inner.facet(), document.deepCopy());
      }
    }
  }

  /** The hosts that examples speak of are users. */
  private void addHosts(Operation operation) {
    Kind users = layout.kind("users");
    Content answer = operation.answer();
    if (users == null || answer == null) {
      return;
    }
    for (JsonNode example : answer.examples()) {
      for (JsonNode parent : example.findParents("host_id")) {
        String id = parent.path("host_id").asText();
        Entity host = root.find(users, id);
        if (host == null && !id.isEmpty()) {
          host = add(users, root, id, Json.object().put("id", id));
        }
        if (host != null && !host.data().has("email") && parent.has("host_email")) {
          host.data().set("email", parent.get("host_email"));
        }
      }
    }
  }
}
