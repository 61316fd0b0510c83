package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.MergedSchema;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.rules.Behaviours;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.RepresentationBuilder.Input;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;

/** Shows things, lists and documents as an operation's response has them. */
final class Reads {
  private static final Substitutions NOBODY = new Substitutions();
  private static final String TOTAL = "total_";
  private static final String VIRTUAL_BACKGROUNDS = "in_meeting.virtual_background_settings";

  private final ResourceModel model;
  private final RepresentationBuilder representations;
  private final Pages pages;
  private final Behaviours behaviours;

  Reads(
      ResourceModel model,
      RepresentationBuilder representations,
      Pages pages,
      Behaviours behaviours) {
    this.model = model;
    this.representations = representations;
    this.pages = pages;
    this.behaviours = behaviours;
  }

  /** The response of a GET. */
  ObjectNode get(ResolvedCall resolved) {
    Content response = resolved.call().operation().response();
    if (response == null) {
      return Json.object();
    }
    ObjectNode shown =
        switch (resolved.location().role()) {
          case ITEM -> item(resolved, response);
          case COLLECTION, OWNED ->
              representations.object(
                  response.schema(),
                  Input.NOTHING,
                  response.example(),
                  resolved.substitutions(),
                  false);
          case DOCUMENT, ACTION -> document(resolved, response);
        };
    compose(resolved, response, shown);
    String items = resolved.location().items();
    if (items != null) {
      pages.cut(resolved.call(), shown, response.schema(), items, rows(resolved, response, items));
      return shown;
    }
    items = resolved.call().operation().pagedItems();
    if (items != null && Json.at(shown, items) instanceof ArrayNode rows) {
      pages.cut(resolved.call(), shown, response.schema(), items, rows);
    }
    return shown;
  }

  /** The thing itself, or with the times of the one occurrence that the call is about. */
  ObjectNode item(ResolvedCall resolved, Content response) {
    ObjectNode data = resolved.subject().data();
    ObjectNode occurrence = behaviours.occurrence(resolved);
    if (occurrence != null) {
      data = data.deepCopy();
      data.setAll(occurrence);
    }
    return representations.show(data, response.schema(), response.example(), resolved.around());
  }

  /**
   * A document as it was written; one that nobody has written yet has what the caller could say
   * still unsaid.
   */
  ObjectNode document(ResolvedCall resolved, Content response) {
    ObjectNode kept = resolved.subject().documents().get(resolved.location().subresource());
    if (kept != null) {
      return representations.show(kept, response.schema(), response.example(), resolved.around());
    }
    Content written = resolved.location().isSettings() ? null : model.written(resolved.location());
    Input input = written == null ? Input.NOTHING : new Input(written.schema(), Json.object());
    return representations.object(
        response.schema(), input, response.example(), resolved.substitutions(), false);
  }

  /** Shows within a response the collections and documents that have their own paths below it. */
  private void compose(ResolvedCall resolved, Content response, ObjectNode shown) {
    for (String name : response.schema().names()) {
      MergedSchema property = response.schema().property(name);
      ResourceLocation inner =
          model.subresource(
              resolved.location().parent(), resolved.location().subresourceWithin(name));
      ResourceType type = inner == null ? null : inner.type();
      if (property != null && inner != null) {
        JsonNode sample = response.example().path(name);
        if (type != null && inner.role() == Role.COLLECTION && property.isTable()) {
          shown.set(name, members(resolved, type, response.schema().rows(name), sample.path(0)));
        } else if (inner.role() == Role.DOCUMENT && property.isObject()) {
          ObjectNode kept = resolved.subject().documents().get(inner.subresource());
          shown.remove(name);
          if (kept != null) {
            shown.set(name, representations.show(kept, property, sample, resolved.substitutions()));
          }
        }
      }
      if (name.startsWith(TOTAL) && shown.path(name).isInt()) {
        ResourceLocation counted =
            model.subresource(
                resolved.location().parent(),
                resolved.location().subresourceWithin(name.substring(TOTAL.length())));
        if (counted != null && counted.type() != null && counted.role() == Role.COLLECTION) {
          shown.put(name, resolved.subject().collection(counted.type().name()).size());
        }
      }
    }
    showVirtualBackgrounds(resolved, response, shown);
  }

  private ArrayNode members(
      ResolvedCall resolved, ResourceType type, MergedSchema row, JsonNode sample) {
    ArrayNode rows = Json.array();
    for (Resource resource : resolved.subject().collection(type.name())) {
      rows.add(representations.show(resource.data(), row, sample, resolved.substitutions()));
    }
    return rows;
  }

  /**
   * Settings show the virtual backgrounds that were uploaded below them, though deeper within and
   * by another name.
   */
  private void showVirtualBackgrounds(ResolvedCall resolved, Content response, ObjectNode shown) {
    ResourceLocation uploads =
        model.subresource(
            resolved.location().parent(),
            resolved.location().subresourceWithin("virtual_backgrounds"));
    ResourceType type = uploads == null ? null : uploads.type();
    JsonNode settings = Json.at(shown, VIRTUAL_BACKGROUNDS);
    if (type != null && settings instanceof ObjectNode object && object.has("files")) {
      JsonNode sample = Json.at(response.example(), VIRTUAL_BACKGROUNDS).path("files").path(0);
      MergedSchema row = response.schema().rows(VIRTUAL_BACKGROUNDS + ".files");
      object.set("files", members(resolved, type, row, sample));
    }
  }

  private ArrayNode rows(ResolvedCall resolved, Content response, String items) {
    MergedSchema row = response.schema().rows(items);
    ArrayNode rows = Json.array();
    for (Resource resource : resolved.members()) {
      if (Filters.matches(resolved.call(), row, resource.data())
          && behaviours.lists(resolved, resource)) {
        rows.add(
            representations.show(
                resource.data(), row, Json.at(response.example(), items).path(0), NOBODY));
      }
    }
    return rows;
  }
}
