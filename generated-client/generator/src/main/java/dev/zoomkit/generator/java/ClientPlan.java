package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What will be written.
 *
 * @param models the classes of object schemas by name
 * @param enumerations the classes of open enumerations by name
 * @param options the classes of operations' optional values by name
 * @param operations the operations by tag, in the order of their ids
 * @param prose turns the description's sentences into Javadoc
 * @param tagDocs what the description says about a tag, as paragraphs of Javadoc
 * @param published the schemas whose classes are those of the published client
 */
public record ClientPlan(
    SortedMap<String, Model> models,
    SortedMap<String, Enumeration> enumerations,
    SortedMap<String, Model> options,
    SortedMap<String, List<ApiOperation>> operations,
    Prose prose,
    Map<String, List<String>> tagDocs,
    Set<String> published) {

  /** Whether a class is generated from the schema. */
  public boolean hasClass(String schema) {
    return !published.contains(schema)
        && (models.containsKey(schema) || enumerations.containsKey(schema));
  }

  /** The model of a schema whose class is generated; null for any other. */
  public Model written(String schema) {
    return hasClass(schema) ? models.get(schema) : null;
  }

  /** All operations of all tags. */
  public List<ApiOperation> allOperations() {
    return operations.values().stream().flatMap(List::stream).toList();
  }

  /** The operation with an id; there must be one. */
  public ApiOperation operation(String id) {
    return allOperations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** The responses that the operation takes back, as the request that is made of them. */
  public List<Model> takenBack(ApiOperation operation) {
    return models.values().stream()
        .filter(each -> each.update() != null && each.update().operations().contains(operation))
        .toList();
  }

  /** Where the response of an operation has its items; null if the operation does not page. */
  public Model.Pages pages(ApiOperation operation) {
    return operation.facts().paging() == null
        ? null
        : models.get(operation.response().type().name()).pages();
  }
}
