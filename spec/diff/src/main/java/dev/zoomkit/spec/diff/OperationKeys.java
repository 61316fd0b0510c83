package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Set;

/** Compares the keys of an operation that differ, the x- keys above all. */
final class OperationKeys {
  private static final List<String> LABELS =
      List.of("LIGHT", "MEDIUM", "HEAVY", "RESOURCE_INTENSIVE");
  private static final List<String> EFFECTS = List.of("read", "write", "destroy");

  private static final List<String> ACCOUNTS = List.of("master", "own");
  private static final List<String> STYLES = List.of("classic", "granular");
  private static final Set<String> TOLD_OF_PAGING =
      Set.of("items", "maxPageSize", "largeItems", "identity");

  private final Changes changes;
  private final OperationLimits limits;
  private final KnownErrors errors;

  OperationKeys(Changes changes) {
    this.changes = changes;
    this.limits = new OperationLimits(changes);
    this.errors = new KnownErrors(changes);
  }

  /** Reports a key whose two values are not the same; either may be missing. */
  void compare(Place place, String key, JsonNode before, JsonNode after) {
    switch (key) {
      case "summary", "description" -> changes.add("wording-changed", place);
      case "deprecated" ->
          changes.add(after.asBoolean() ? "operation-deprecated" : "operation-reactivated", place);
      case "x-zoom-own-path" -> changes.comparedValue("own-path", place, before, after);
      case "x-zoom-rate-limit" ->
          ordered("rate-label", "heavier", "lighter", LABELS, place, before, after);
      case "x-zoom-effect" ->
          ordered("effect", "worsened", "lessened", EFFECTS, place, before, after);
      case "x-zoom-limits" -> limits.compare(place, before, after);
      case "x-zoom-alone" ->
          changes.comparedMark("alone-mark", place, before.asBoolean(), after.asBoolean());
      case "x-zoom-notifies" -> changes.comparedValue("notification", place, before, after);
      case "x-zoom-inferred" -> changes.comparedValue("inferred-mark", place, before, after);
      case "x-zoom-date-window" -> limits.window(place, before, after);
      case "x-zoom-paging" -> paging(place, before, after);
      case "x-zoom-not-paged" -> changes.comparedValue("not-paged", place, before, after);
      case "x-zoom-scopes" -> scopes(place, before, after);
      case "x-zoom-errors" -> errors.compare(place, before, after);
      default -> {
        String rule = key.startsWith("x-") ? "extension-changed" : "operation-keyword-changed";
        changes.valued(rule, place, key, before, after);
      }
    }
  }

  /** Values that have an order, from the one that callers like best. */
  private void ordered(
      String stem,
      String worse,
      String better,
      List<String> order,
      Place place,
      JsonNode before,
      JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      changes.comparedValue(stem, place, before, after);
    } else {
      boolean worsened = order.indexOf(after.asText()) > order.indexOf(before.asText());
      changes.valued(stem + "-" + (worsened ? worse : better), place, before, after);
    }
  }

  private void paging(Place place, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      changes.comparedValue("paging", place, before, after);
      return;
    }
    if (!before.path("items").equals(after.path("items"))) {
      changes.valued("paging-items-changed", place, before.path("items"), after.path("items"));
    }
    limits.limit("page-size", place, before.path("maxPageSize"), after.path("maxPageSize"));
    changes.comparedMark(
        "large-items",
        place,
        before.path("largeItems").asBoolean(),
        after.path("largeItems").asBoolean());
    changes.comparedValue("identity", place, before.path("identity"), after.path("identity"));
    Place at = place.of("x-zoom-paging", place.pointer());
    changes.others("extension-changed", at, before, after, TOLD_OF_PAGING);
  }

  private void scopes(Place place, JsonNode before, JsonNode after) {
    Place all = place.of("x-zoom-scopes", place.pointer());
    changes.others("extension-changed", all, before, after, Set.copyOf(ACCOUNTS));
    for (String account : ACCOUNTS) {
      Place scopes = all.of(account, place.pointer() + "/" + account);
      changes.others(
          "extension-changed",
          scopes,
          before.path(account),
          after.path(account),
          Set.copyOf(STYLES));
      for (String style : STYLES) {
        JsonNode had = before.path(account).path(style);
        JsonNode has = after.path(account).path(style);
        Place at = place.of(account, place.pointer() + "/" + account + "/" + style);
        Place here =
            new Place(place.category(), place.subject(), place.what(), at.key(), at.pointer());
        Lists.compare(
            Json.texts(had),
            Json.texts(has),
            scope -> changes.named("scope-removed", here, scope),
            scope -> changes.named("scope-added", here, scope));
      }
    }
  }
}
