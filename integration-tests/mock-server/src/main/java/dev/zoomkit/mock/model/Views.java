package dev.zoomkit.mock.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.model.Kind.View;
import dev.zoomkit.mock.model.Place.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells each kind how the description shows its items: by themselves, as rows, within other
 * answers, and when created.
 */
final class Views {
  private final Layout layout;

  Views(Layout layout) {
    this.layout = layout;
  }

  void addToKinds() {
    layout.places().forEach(this::addItem);
    layout.places().forEach(this::addRows);
    layout.places().forEach(this::addInner);
    layout.places().forEach(this::addCreated);
  }

  private void addItem(Operation operation, Place place) {
    Kind kind = place.kind();
    if (kind == null || place.role() != Role.ITEM) {
      return;
    }
    if (reads(operation)) {
      add(kind, operation.answer(), null, false);
    } else if (operation.request() != null) {
      kind.changeBy(operation.request().shape());
    }
  }

  private void addRows(Operation operation, Place place) {
    if (reads(operation) && place.items() != null) {
      add(place.kind(), operation.answer(), place.items(), false);
    }
  }

  private void addInner(Operation operation, Place place) {
    Content answer = operation.answer();
    if (!reads(operation) || answer == null) {
      return;
    }
    for (String name : answer.shape().names()) {
      Shape property = answer.shape().property(name);
      Place inner = layout.facet(place.parent(), place.facetWithin(name));
      if (inner != null
          && inner.role() == Role.COLLECTION
          && property != null
          && property.isTable()) {
        add(inner.kind(), answer, name, false);
      }
    }
  }

  private void addCreated(Operation operation, Place place) {
    Kind kind = place.kind();
    if (!operation.method().equals("POST") || kind == null || place.role() == Role.ITEM) {
      return;
    }
    Content request = operation.request();
    Content answer = operation.answer();
    if (request == null || kind.tableIn(request.shape()) == null) {
      kind.createBy(request == null ? null : request.shape());
      add(kind, answer, null, true);
    } else if (answer != null && kind.tableIn(answer.shape()) != null) {
      add(kind, answer, kind.tableIn(answer.shape()), true);
    }
  }

  private static boolean reads(Operation operation) {
    return operation.method().equals("GET");
  }

  private static void add(
      @Nullable Kind kind, @Nullable Content answer, @Nullable String items, boolean created) {
    if (kind == null || answer == null) {
      return;
    }
    if (items == null) {
      kind.add(new View(answer.shape(), answer.examples(), created));
      return;
    }
    List<JsonNode> rows = new ArrayList<>();
    answer.examples().forEach(example -> Json.at(example, items).forEach(rows::add));
    kind.add(new View(answer.shape().rows(items), rows, created));
  }
}
