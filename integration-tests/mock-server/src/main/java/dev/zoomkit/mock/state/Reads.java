package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.model.Place.Role;
import dev.zoomkit.mock.rules.Behaviours;
import dev.zoomkit.mock.sampledata.Likeness;
import dev.zoomkit.mock.sampledata.Maker;
import dev.zoomkit.mock.sampledata.Maker.Said;
import dev.zoomkit.mock.store.Entity;
import dev.zoomkit.mock.store.Scene;

/** Shows things, lists and documents as an operation's answer has them. */
final class Reads {
  private static final Likeness NOBODY = new Likeness();
  private static final String TOTAL = "total_";
  private static final String VIRTUAL_BACKGROUNDS = "in_meeting.virtual_background_settings";

  private final Layout layout;
  private final Maker maker;
  private final Pages pages;
  private final Behaviours behaviours;

  Reads(Layout layout, Maker maker, Pages pages, Behaviours behaviours) {
    this.layout = layout;
    this.maker = maker;
    this.pages = pages;
    this.behaviours = behaviours;
  }

  /** The answer of a GET. */
  ObjectNode get(Scene scene) {
    Content answer = scene.call().operation().answer();
    if (answer == null) {
      return Json.object();
    }
    ObjectNode shown =
        switch (scene.place().role()) {
          case ITEM -> item(scene, answer);
          case COLLECTION, OWNED ->
              maker.object(answer.shape(), Said.NOTHING, answer.example(), scene.likeness(), false);
          case DOCUMENT, ACTION -> document(scene, answer);
        };
    compose(scene, answer, shown);
    String items = scene.place().items();
    if (items != null) {
      pages.cut(scene.call(), shown, answer.shape(), items, rows(scene, answer, items));
      return shown;
    }
    items = scene.call().operation().pagedItems();
    if (items != null && Json.at(shown, items) instanceof ArrayNode rows) {
      pages.cut(scene.call(), shown, answer.shape(), items, rows);
    }
    return shown;
  }

  /** The thing itself, or with the times of the one occurrence that the call is about. */
  ObjectNode item(Scene scene, Content answer) {
    ObjectNode data = scene.subject().data();
    ObjectNode occurrence = behaviours.occurrence(scene);
    if (occurrence != null) {
      data = data.deepCopy();
      data.setAll(occurrence);
    }
    return maker.show(data, answer.shape(), answer.example(), scene.around());
  }

  /**
   * A document as it was written; one that nobody has written yet has what the caller could say
   * still unsaid.
   */
  ObjectNode document(Scene scene, Content answer) {
    ObjectNode kept = scene.subject().documents().get(scene.place().facet());
    if (kept != null) {
      return maker.show(kept, answer.shape(), answer.example(), scene.around());
    }
    Content written = scene.place().isSettings() ? null : layout.written(scene.place());
    Said said = written == null ? Said.NOTHING : new Said(written.shape(), Json.object());
    return maker.object(answer.shape(), said, answer.example(), scene.likeness(), false);
  }

  /** Shows within an answer the collections and documents that have their own paths below it. */
  private void compose(Scene scene, Content answer, ObjectNode shown) {
    for (String name : answer.shape().names()) {
      Shape property = answer.shape().property(name);
      Place inner = layout.facet(scene.place().parent(), scene.place().facetWithin(name));
      Kind kind = inner == null ? null : inner.kind();
      if (property != null && inner != null) {
        JsonNode sample = answer.example().path(name);
        if (kind != null && inner.role() == Role.COLLECTION && property.isTable()) {
          shown.set(name, members(scene, kind, answer.shape().rows(name), sample.path(0)));
        } else if (inner.role() == Role.DOCUMENT && property.isObject()) {
          ObjectNode kept = scene.subject().documents().get(inner.facet());
          shown.remove(name);
          if (kept != null) {
            shown.set(name, maker.show(kept, property, sample, scene.likeness()));
          }
        }
      }
      if (name.startsWith(TOTAL) && shown.path(name).isInt()) {
        Place counted =
            layout.facet(
                scene.place().parent(), scene.place().facetWithin(name.substring(TOTAL.length())));
        if (counted != null && counted.kind() != null && counted.role() == Role.COLLECTION) {
          shown.put(name, scene.subject().collection(counted.kind().slot()).size());
        }
      }
    }
    showVirtualBackgrounds(scene, answer, shown);
  }

  private ArrayNode members(Scene scene, Kind kind, Shape row, JsonNode sample) {
    ArrayNode rows = Json.array();
    for (Entity entity : scene.subject().collection(kind.slot())) {
      rows.add(maker.show(entity.data(), row, sample, scene.likeness()));
    }
    return rows;
  }

  /**
   * Settings show the virtual backgrounds that were uploaded below them, though deeper within and
   * by another name.
   */
  private void showVirtualBackgrounds(Scene scene, Content answer, ObjectNode shown) {
    Place uploads =
        layout.facet(scene.place().parent(), scene.place().facetWithin("virtual_backgrounds"));
    Kind kind = uploads == null ? null : uploads.kind();
    JsonNode settings = Json.at(shown, VIRTUAL_BACKGROUNDS);
    if (kind != null && settings instanceof ObjectNode object && object.has("files")) {
      JsonNode sample = Json.at(answer.example(), VIRTUAL_BACKGROUNDS).path("files").path(0);
      Shape row = answer.shape().rows(VIRTUAL_BACKGROUNDS + ".files");
      object.set("files", members(scene, kind, row, sample));
    }
  }

  private ArrayNode rows(Scene scene, Content answer, String items) {
    Shape row = answer.shape().rows(items);
    ArrayNode rows = Json.array();
    for (Entity entity : scene.members()) {
      if (Filters.matches(scene.call(), row, entity.data()) && behaviours.lists(scene, entity)) {
        rows.add(maker.show(entity.data(), row, Json.at(answer.example(), items).path(0), NOBODY));
      }
    }
    return rows;
  }
}
