package dev.zoomkit.mock.model;

import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.model.Place.Role;
import dev.zoomkit.mock.model.Place.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation's path, cut into steps and facet; {@link Layout} finds its steps' kinds. */
final class OperationPath {
  private static final String ACCOUNT = "/accounts/{accountId}/";

  private final Operation operation;
  private final boolean atRoot;
  private final List<String> slots = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private String facet;

  OperationPath(Operation operation) {
    this.operation = operation;
    this.atRoot = !operation.path().startsWith(ACCOUNT);
    String path = operation.path().substring(atRoot ? 1 : ACCOUNT.length());
    List<String> words = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (segment.startsWith("{")) {
        slots.add(String.join("/", words));
        parameters.add(segment.substring(1, segment.length() - 1));
        words.clear();
      } else {
        words.add(segment);
      }
    }
    this.facet = String.join("/", words);
  }

  /**
   * Where the first collection is a mere view, goes on from its home and keeps the view's name with
   * what follows.
   */
  void moveHome(Map<String, String> homes) {
    if (slots.isEmpty() || homes.get(slots.get(0)).equals(slots.get(0))) {
      return;
    }
    String view = slots.get(0);
    slots.set(0, homes.get(view));
    if (slots.size() > 1) {
      slots.set(1, view + ">" + slots.get(1));
    } else {
      facet = facet.isEmpty() ? view : view + ">" + facet;
    }
  }

  /** The kind of the innermost thing on the way; null where that is the account. */
  @Nullable Kind parent() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1).kind();
  }

  /** The facet's last word. */
  String word() {
    return facet.substring(Math.max(facet.lastIndexOf('/'), facet.lastIndexOf('>')) + 1);
  }

  Operation operation() {
    return operation;
  }

  /** The collections on the way, outermost first, as the path has them. */
  List<String> slots() {
    return slots;
  }

  /** The path parameters, one for each collection on the way. */
  List<String> parameters() {
    return parameters;
  }

  /** What follows the last parameter; empty where nothing does. */
  String facet() {
    return facet;
  }

  void addStep(Step step) {
    steps.add(step);
  }

  /** The name of a facet of a kind of thing, of the account where it is null. */
  static String group(@Nullable Kind parent, String facet) {
    return (parent == null ? "" : parent.toString()) + "|" + facet;
  }

  /** The facet's name among all facets; operations of one facet have the same. */
  String group() {
    return group(parent(), facet);
  }

  /** Whether the path is that of a collection to which several things are added at once. */
  boolean isBatch() {
    return operation.method().equals("POST") && word().startsWith("batch_");
  }

  /** The collection that a batch is added to: {@code registrants} for {@code batch_registrants}. */
  String batchedGroup() {
    return group(
        parent(),
        facet.substring(0, facet.length() - word().length()) + word().substring("batch_".length()));
  }

  Place place(Role role, @Nullable Kind kind, @Nullable String items) {
    return new Place(atRoot, List.copyOf(steps), role, kind, facet, items);
  }

  /** The place of the facet's other operations, reached by this path. */
  Place place(@Nullable Place shared) {
    return shared == null
        ? place(Role.ACTION, null, null)
        : new Place(
            atRoot,
            List.copyOf(steps),
            shared.role(),
            shared.kind(),
            shared.facet(),
            shared.items());
  }
}
