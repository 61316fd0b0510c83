package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Set;

/** Compares the x- keys of schemas that say the same in requests and responses. */
final class Marks {
  private static final String NAMES = "x-enum-varnames";
  private static final String MEANINGS = "x-enum-descriptions";
  private static final String LIST = "x-zoom-comma-separated";
  private static final String NAME = "x-zoom-name";
  private static final String SEEN = "x-zoom-seen";
  private static final String SECRET = "x-zoom-secret";
  private static final String PERSONAL = "x-zoom-personal";
  private static final String FILE = "x-zoom-file";
  private static final Set<String> ALL =
      Set.of(NAMES, MEANINGS, LIST, NAME, SEEN, SECRET, PERSONAL, FILE);

  private static final Set<String> TOLD_OF_FILE = Set.of("maxMegabytes", "types");

  private final Changes changes;

  Marks(Changes changes) {
    this.changes = changes;
  }

  /** Whether a keyword is compared here. */
  static boolean has(String keyword) {
    return ALL.contains(keyword);
  }

  void compare(Place place, SchemaView was, SchemaView is) {
    values(place, was, is, NAMES, "constant-renamed");
    values(place, was, is, MEANINGS, "enum-description-changed");
    changes.comparedValue("list-mark", place, was.keyword(LIST), is.keyword(LIST));
    changes.comparedValue("java-name", place, was.keyword(NAME), is.keyword(NAME));
    changes.comparedMark(
        "seen-mark", place, was.keyword(SEEN).asBoolean(), is.keyword(SEEN).asBoolean());
    truth("secret-mark", place, was.keyword(SECRET), is.keyword(SECRET));
    truth("personal-mark", place, was.keyword(PERSONAL), is.keyword(PERSONAL));
    file(place, was.keyword(FILE), is.keyword(FILE));
  }

  /** Compares what a list says of the values that both enumerations have. */
  private void values(Place place, SchemaView was, SchemaView is, String key, String rule) {
    if (was.keyword(key).isMissingNode() != is.keyword(key).isMissingNode()
        && was.keyword("enum").isMissingNode() == is.keyword("enum").isMissingNode()) {
      changes.valued("extension-changed", place, key, was.keyword(key), is.keyword(key));
      return;
    }
    List<String> had = Json.texts(was.keyword("enum"));
    List<String> has = Json.texts(is.keyword("enum"));
    for (int i = 0; i < had.size(); i++) {
      int successor = has.indexOf(had.get(i));
      JsonNode before = was.keyword(key).path(i);
      JsonNode after = is.keyword(key).path(successor);
      if (successor >= 0 && !before.equals(after)) {
        changes.valued(rule, place, had.get(i), before, after);
      }
    }
  }

  /** A mark that may also deny: to callers that is as if there were none. */
  private void truth(String stem, Place place, JsonNode before, JsonNode after) {
    if (before.asBoolean() != after.asBoolean()) {
      changes.add(stem + (after.asBoolean() ? "-added" : "-removed"), place);
    } else if (!before.equals(after)) {
      changes.valued(stem + "-changed", place, before, after);
    }
  }

  private void file(Place place, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      changes.comparedValue("file-limits", place, before, after);
      return;
    }
    int was = before.path("maxMegabytes").asInt();
    int is = after.path("maxMegabytes").asInt();
    if (was != is) {
      String rule = is < was ? "file-size-narrowed" : "file-size-widened";
      changes.valued(rule, place, before.path("maxMegabytes"), after.path("maxMegabytes"));
    }
    Lists.compare(
        Json.texts(before.path("types")),
        Json.texts(after.path("types")),
        type -> changes.named("file-type-removed", place, type),
        type -> changes.named("file-type-added", place, type));
    changes.others(
        "extension-changed", place.of(FILE, place.pointer()), before, after, TOLD_OF_FILE);
  }
}
