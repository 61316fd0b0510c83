package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What will be written.
 *
 * @param models the classes of object schemas by name
 * @param enumerations the classes of open enumerations by name
 * @param options the classes of operations' optional values by name
 * @param operations the operations by tag, in the order of their ids
 * @param tagDocs what the description says about a tag, as paragraphs of Javadoc
 */
public record ClientPlan(
    SortedMap<String, Model> models,
    SortedMap<String, Enumeration> enumerations,
    SortedMap<String, Model> options,
    SortedMap<String, List<ApiOperation>> operations,
    Map<String, List<String>> tagDocs) {

  /** Whether a class is generated from the schema. */
  public boolean hasClass(String schema) {
    return models.containsKey(schema) || enumerations.containsKey(schema);
  }

  /** Says which links lead somewhere from a class of a tag: those to its operations. */
  public Predicate<String> links(String tag) {
    return operations.get(tag).stream()
            .map(operation -> "#" + operation.id())
            .collect(Collectors.toSet())
        ::contains;
  }

  /** All operations of all tags. */
  public List<ApiOperation> allOperations() {
    return operations.values().stream().flatMap(List::stream).toList();
  }

  /** The operation of an id, which is there. */
  public ApiOperation operation(String id) {
    return allOperations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** How the response of an operation holds a page; null where the operation does not page. */
  public Model.Pages pages(ApiOperation operation) {
    return operation.facts().paging() == null
        ? null
        : models.get(operation.response().type().name()).pages();
  }
}
