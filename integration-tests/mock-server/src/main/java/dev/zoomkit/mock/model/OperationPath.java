package dev.zoomkit.mock.model;

import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceLocation.Step;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation's path, cut into steps and subresource; {@link ResourceModel} finds its steps'
 * types.
 */
final class OperationPath {
  private static final String ACCOUNT = "/accounts/{accountId}/";

  private final DescribedOperation operation;
  private final boolean atRoot;
  private final List<String> collections = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private String subresource;

  OperationPath(DescribedOperation operation) {
    this.operation = operation;
    this.atRoot = !operation.path().startsWith(ACCOUNT);
    String path = operation.path().substring(atRoot ? 1 : ACCOUNT.length());
    List<String> words = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (segment.startsWith("{")) {
        collections.add(String.join("/", words));
        parameters.add(segment.substring(1, segment.length() - 1));
        words.clear();
      } else {
        words.add(segment);
      }
    }
    this.subresource = String.join("/", words);
  }

  /**
   * Where the first collection is a mere view, goes on from its home and keeps the view's name with
   * what follows.
   */
  void moveHome(Map<String, String> homes) {
    if (collections.isEmpty() || homes.get(collections.get(0)).equals(collections.get(0))) {
      return;
    }
    String view = collections.get(0);
    collections.set(0, homes.get(view));
    if (collections.size() > 1) {
      collections.set(1, view + ">" + collections.get(1));
    } else {
      subresource = subresource.isEmpty() ? view : view + ">" + subresource;
    }
  }

  /** The type of the innermost thing on the way; null where that is the account. */
  @Nullable ResourceType parent() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1).type();
  }

  /** The subresource's last word. */
  String word() {
    return subresource.substring(
        Math.max(subresource.lastIndexOf('/'), subresource.lastIndexOf('>')) + 1);
  }

  DescribedOperation operation() {
    return operation;
  }

  /** The collections on the way, outermost first, as the path has them. */
  List<String> collections() {
    return collections;
  }

  /** The path parameters, one for each collection on the way. */
  List<String> parameters() {
    return parameters;
  }

  /** The item of the outermost collection that the description's example names; empty without. */
  String example() {
    Parameter parameter = operation.pathParameter(parameters.get(0));
    return parameter == null ? "" : parameter.example();
  }

  /** What follows the last parameter; empty where nothing does. */
  String subresource() {
    return subresource;
  }

  void addStep(Step step) {
    steps.add(step);
  }

  /** The name of a subresource of a type of resource, of the account where it is null. */
  static String group(@Nullable ResourceType parent, String subresource) {
    return (parent == null ? "" : parent.toString()) + "|" + subresource;
  }

  /** The subresource's name among all subresources; operations of one subresource have the same. */
  String group() {
    return group(parent(), subresource);
  }

  /** Whether the path is that of a collection to which several things are added at once. */
  boolean isBatch() {
    return operation.method().equals("POST") && word().startsWith("batch_");
  }

  /** The collection that a batch is added to: {@code registrants} for {@code batch_registrants}. */
  String batchedGroup() {
    return group(
        parent(),
        subresource.substring(0, subresource.length() - word().length())
            + word().substring("batch_".length()));
  }

  ResourceLocation location(Role role, @Nullable ResourceType type, @Nullable String items) {
    return new ResourceLocation(atRoot, List.copyOf(steps), role, type, subresource, items);
  }

  /** The place of the subresource's other operations, reached by this path. */
  ResourceLocation location(@Nullable ResourceLocation shared) {
    return shared == null
        ? location(Role.ACTION, null, null)
        : new ResourceLocation(
            atRoot,
            List.copyOf(steps),
            shared.role(),
            shared.type(),
            shared.subresource(),
            shared.items());
  }
}
