package dev.zoomkit.mock.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType.View;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells each type how the description shows its items: by themselves, as rows, within other
 * responses, and when created.
 */
final class ResourceViews {
  private final ResourceModel model;

  ResourceViews(ResourceModel model) {
    this.model = model;
  }

  void addToTypes() {
    for (var located : model.locations().entrySet()) {
      addItem(located.getKey(), located.getValue());
    }
    for (var located : model.locations().entrySet()) {
      addRows(located.getKey(), located.getValue());
    }
    for (var located : model.locations().entrySet()) {
      addInner(located.getKey(), located.getValue());
    }
    for (var located : model.locations().entrySet()) {
      addCreated(located.getKey(), located.getValue());
    }
  }

  private void addItem(DescribedOperation operation, ResourceLocation location) {
    ResourceType type = location.type();
    if (type == null || location.role() != Role.ITEM) {
      return;
    }
    if (reads(operation)) {
      add(type, operation.response(), null, false);
    } else if (operation.request() != null) {
      type.changeBy(operation.request().schema());
    }
  }

  private void addRows(DescribedOperation operation, ResourceLocation location) {
    if (reads(operation) && location.items() != null) {
      add(location.type(), operation.response(), location.items(), false);
    }
  }

  private void addInner(DescribedOperation operation, ResourceLocation location) {
    Content response = operation.response();
    if (!reads(operation) || response == null) {
      return;
    }
    for (String name : response.schema().names()) {
      MergedSchema property = response.schema().property(name);
      ResourceLocation inner =
          model.subresource(location.parent(), location.subresourceWithin(name));
      if (inner != null
          && inner.role() == Role.COLLECTION
          && property != null
          && property.isTable()) {
        add(inner.type(), response, name, false);
      }
    }
  }

  private void addCreated(DescribedOperation operation, ResourceLocation location) {
    ResourceType type = location.type();
    if (!operation.method().equals("POST") || type == null || location.role() == Role.ITEM) {
      return;
    }
    Content request = operation.request();
    Content response = operation.response();
    if (request == null || type.tableIn(request.schema()) == null) {
      type.createBy(request == null ? null : request.schema());
      add(type, response, null, true);
    } else if (response != null && type.tableIn(response.schema()) != null) {
      add(type, response, type.tableIn(response.schema()), true);
    }
  }

  private static boolean reads(DescribedOperation operation) {
    return operation.method().equals("GET");
  }

  private static void add(
      @Nullable ResourceType type,
      @Nullable Content response,
      @Nullable String items,
      boolean created) {
    if (type == null || response == null) {
      return;
    }
    if (items == null) {
      type.add(new View(response.schema(), response.examples(), !created, created));
      return;
    }
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode example : response.examples()) {
      for (JsonNode row : Json.at(example, items)) {
        rows.add(row);
      }
    }
    type.add(new View(response.schema().rows(items), rows, false, created));
  }
}
