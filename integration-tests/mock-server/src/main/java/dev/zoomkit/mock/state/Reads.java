package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.rules.Occurrences;
import dev.zoomkit.mock.rules.Rules;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.state.Filters.Filter;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows resources, lists and documents as an operation's response has them. */
final class Reads {
  private static final Substitutions NONE = new Substitutions();
  private static final String INCLUDE = "include_fields";
  private static final String TOTAL = "total_";
  private static final String VIRTUAL_BACKGROUNDS = "in_meeting.virtual_background_settings";

  private final ResourceModel model;
  private final RepresentationBuilder representations;
  private final PageCutter pages;
  private final Rules rules;

  Reads(ResourceModel model, RepresentationBuilder representations, PageCutter pages, Rules rules) {
    this.model = model;
    this.representations = representations;
    this.pages = pages;
    this.rules = rules;
  }

  /** The body of the response to a call that was carried out. */
  ObjectNode show(ResolvedCall call) {
    Content response = call.operation().response();
    if (response == null) {
      return Json.object();
    }
    return switch (call.operation().method()) {
      case "GET" -> get(call, response);
      case "POST" -> call.creates() ? created(call, response) : call.made();
      case "DELETE" -> Json.object();
      default -> item(call, response);
    };
  }

  private ObjectNode get(ResolvedCall call, Content response) {
    JsonNode facts = rules.facts(call);
    ObjectNode shown = facts == null ? told(call, response) : known(response, facts);
    if (facts == null) {
      PageCutter.forgetSpan(call.call(), shown, response.schema());
    }
    compose(call, response, shown);
    rules.show(call, shown);
    PageCutter.span(call.call(), shown, response.schema());
    String items = call.location().items();
    if (items != null) {
      cut(call, response, shown, items);
      return shown;
    }
    items = call.operation().pagedItems();
    if (items != null && Json.at(shown, items) instanceof ArrayNode rows) {
      pages.cut(call.call(), shown, response.schema(), items, rows.size(), rows::get);
    }
    return shown;
  }

  private ObjectNode told(ResolvedCall call, Content response) {
    return switch (call.location().role()) {
      case ITEM -> item(call, response);
      case COLLECTION, OWNED -> unkept(call, response, Input.NOTHING);
      case DOCUMENT, ACTION -> document(call, response);
    };
  }

  private ObjectNode known(Content response, JsonNode facts) {
    return representations.show(facts, response.schema(), response.example(), NONE);
  }

  /** A response of which the store keeps nothing: what the examples say, for what is at hand. */
  private ObjectNode unkept(ResolvedCall call, Content response, Input input) {
    return representations.object(
        response.schema(), input, response.example(), call.examples().substitutions(), false);
  }

  /** The resource itself, or with the times of the one occurrence that the call is about. */
  private ObjectNode item(ResolvedCall call, Content response) {
    JsonNode data = call.subject().data();
    ObjectNode occurrence = Occurrences.named(call);
    if (occurrence != null) {
      ObjectNode once = data.deepCopy();
      data = once.setAll(occurrence);
    }
    return representations.show(
        data, response.schema(), response.example(), call.examples().around());
  }

  /**
   * A document as it was written; one that nobody has written yet has what the caller could say
   * still unsaid.
   */
  ObjectNode document(ResolvedCall call, Content response) {
    ObjectNode kept = call.subject().documents().get(call.location().subresource());
    if (kept != null) {
      return representations.show(
          kept, response.schema(), response.example(), call.examples().around());
    }
    Content written = call.location().isSettings() ? null : model.written(call.location());
    return unkept(
        call,
        response,
        written == null ? Input.NOTHING : new Input(written.schema(), Json.object()));
  }

  private ObjectNode created(ResolvedCall call, Content response) {
    Substitutions substitutions = call.examples().substitutions();
    ResourceType type = call.location().type();
    Content request = call.operation().request();
    if (type == null || request == null || call.table() == null) {
      Resource made = call.results().get(0);
      boolean ofAnother = made.owner() != null && made.owner() != call.subject();
      return representations.show(
          made.data(), response.schema(), response.example(), ofAnother ? NONE : substitutions);
    }
    Input input = new Input(request.schema(), call.body());
    ObjectNode shown =
        representations.object(response.schema(), input, response.example(), substitutions, true);
    String table = type.tableIn(response.schema());
    if (table != null) {
      JsonNode sample = response.example().path(table).path(0);
      shown.set(table, rows(call.results(), response.schema().rows(table), sample, substitutions));
    }
    for (String name : List.of("ids", type.stem() + "_ids")) {
      MergedSchema ids = response.schema().property(name);
      if (ids != null) {
        shown.set(name, keys(call.results(), ids));
      }
    }
    return shown;
  }

  /** The ids of what was created, as a list or as a text. */
  private static JsonNode keys(List<Resource> created, MergedSchema ids) {
    ArrayNode keys = Json.array();
    for (Resource one : created) {
      keys.add(one.data().path("id").asText(one.key()));
    }
    boolean listed = ids.type().equals("array");
    return listed ? keys : TextNode.valueOf(String.join(",", Json.texts(keys)));
  }

  /** Shows within a response the collections and documents that have their own paths below it. */
  private void compose(ResolvedCall call, Content response, ObjectNode shown) {
    for (String name : response.schema().names()) {
      MergedSchema property = response.schema().property(name);
      ResourceLocation inner = within(call, name);
      if (property != null && inner != null) {
        composeProperty(call, response, shown, name, inner);
      }
      if (name.startsWith(TOTAL) && shown.path(name).isInt()) {
        ResourceType counted = collection(within(call, name.substring(TOTAL.length())));
        if (counted != null) {
          shown.put(name, call.subject().collection(counted.name()).size());
        }
      }
    }
    showVirtualBackgrounds(call, response, shown);
  }

  private void composeProperty(
      ResolvedCall call, Content response, ObjectNode shown, String name, ResourceLocation inner) {
    Substitutions substitutions = call.examples().substitutions();
    MergedSchema property = response.schema().property(name);
    JsonNode sample = response.example().path(name);
    ResourceType type = collection(inner);
    if (type != null && property.isTable()) {
      MergedSchema row = response.schema().rows(name);
      shown.set(name, rows(members(call, type), row, sample.path(0), substitutions));
    } else if (inner.role() == Role.DOCUMENT && property.isObject()) {
      ObjectNode kept = call.subject().documents().get(inner.subresource());
      shown.remove(name);
      if (kept != null) {
        shown.set(name, representations.show(kept, property, sample, substitutions));
      }
    }
  }

  private @Nullable ResourceLocation within(ResolvedCall call, String name) {
    return model.subresource(call.location().parent(), call.location().subresourceWithin(name));
  }

  private static @Nullable ResourceType collection(@Nullable ResourceLocation location) {
    return location != null && location.role() == Role.COLLECTION ? location.type() : null;
  }

  private static List<Resource> members(ResolvedCall call, ResourceType type) {
    return call.subject().collection(type.name());
  }

  private ArrayNode rows(
      List<Resource> resources, MergedSchema row, JsonNode sample, Substitutions substitutions) {
    ArrayNode rows = Json.array();
    for (Resource resource : resources) {
      rows.add(representations.show(resource.data(), row, sample, substitutions));
    }
    return rows;
  }

  /**
   * Settings show the virtual backgrounds that were uploaded below them, though deeper within and
   * by another name.
   */
  private void showVirtualBackgrounds(ResolvedCall call, Content response, ObjectNode shown) {
    ResourceLocation uploads = within(call, "virtual_backgrounds");
    ResourceType type = uploads == null ? null : uploads.type();
    JsonNode settings = Json.at(shown, VIRTUAL_BACKGROUNDS);
    if (type != null && settings instanceof ObjectNode object && object.has("files")) {
      JsonNode sample = Json.at(response.example(), VIRTUAL_BACKGROUNDS).path("files").path(0);
      MergedSchema row = response.schema().rows(VIRTUAL_BACKGROUNDS + ".files");
      object.set("files", rows(members(call, type), row, sample, call.examples().substitutions()));
    }
  }

  /** Shows the page of what is listed that the call asks for, and only that. */
  private void cut(ResolvedCall call, Content response, ObjectNode shown, String items) {
    MergedSchema row = response.schema().rows(items);
    JsonNode sample = Json.at(response.example(), items).path(0);
    List<Resource> listed = listed(call, row);
    Set<String> unasked = unasked(call);
    pages.cut(
        call.call(),
        shown,
        response.schema(),
        items,
        listed.size(),
        at -> representations.show(listed.get(at).data(), row, sample, NONE).remove(unasked));
  }

  /** What rows have only where the call asks for it. */
  private static Set<String> unasked(ResolvedCall call) {
    Parameter parameter = call.operation().queryParameter(INCLUDE);
    if (parameter == null) {
      return Set.of();
    }
    MergedSchema items = parameter.schema().items();
    Set<String> unasked = new HashSet<>((items == null ? parameter.schema() : items).values());
    JsonNode asked = call.query(INCLUDE);
    unasked.removeAll(asked.isArray() ? Json.texts(asked) : List.of(asked.asText().split(",")));
    return unasked;
  }

  /** What is listed: by an index of the first filter where it has one, else of all. */
  private List<Resource> listed(ResolvedCall call, MergedSchema row) {
    List<Filter> filters = Filters.of(call.call(), row);
    Filter first = filters.stream().filter(Filter::isOfOne).findFirst().orElse(null);
    List<Resource> found =
        first == null
            ? call.members()
            : call.members(first.property(), first.values().iterator().next());
    List<Predicate<Resource>> selections = new ArrayList<>(Filters.window(call.call(), row));
    filters.stream().filter(filter -> filter != first).forEach(selections::add);
    selections.addAll(rules.selections(call));
    List<Resource> listed = rules.listed(call, found);
    if (first != null && listed != found) {
      selections.add(first);
    }
    return selections.isEmpty()
        ? listed
        : listed.stream()
            .filter(member -> selections.stream().allMatch(one -> one.test(member)))
            .toList();
  }
}
