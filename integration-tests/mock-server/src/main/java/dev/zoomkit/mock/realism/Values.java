package dev.zoomkit.mock.realism;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Deviations of single values, at every place of a response that the description has. Where several
 * suit a place, the seed picks one of them.
 */
final class Values {
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");
  private static final Pattern SECONDS = Pattern.compile("(?<=T\\d\\d:\\d\\d):\\d\\d(\\.\\d+)?");
  private static final int BEYOND = 90;

  private final Set<Kind> kinds;
  private final Chance chance;
  private final Set<String> kept;
  private final Set<String> keptHere;

  /**
   * Takes what deviates.
   *
   * @param kept the names of properties that later calls name things by
   */
  Values(Set<Kind> kinds, Chance chance, Set<String> kept, DescribedOperation operation) {
    this.kinds = kinds;
    this.chance = chance;
    this.kept = kept;
    this.keptHere = Set.copyOf(operation.pageIdentity());
  }

  /** Changes an object and all within. */
  void change(ObjectNode object, MergedSchema schema, String place) {
    change(object, schema, place, false);
  }

  private void change(ObjectNode object, MergedSchema schema, String place, boolean row) {
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      if (property != null) {
        JsonNode changed = changed(object.path(name), property, name, place + "." + name, row);
        if (changed.isMissingNode()) {
          object.remove(name);
        } else {
          object.set(name, changed);
        }
      }
    }
    if (kinds.contains(Kind.UNDOCUMENTED_FIELDS) && !schema.names().isEmpty()) {
      object.put("undocumented_text", "new").put("undocumented_number", 1);
      object.putObject("undocumented_object").putArray("list").addObject().put("id", "1");
    }
  }

  private JsonNode changed(
      JsonNode value, MergedSchema schema, String name, String place, boolean row) {
    boolean protectedName = kept.contains(name) || keptHere.contains(name);
    if (row && !protectedName && isAbsent(name, place)) {
      return MissingNode.getInstance();
    }
    if (value instanceof ObjectNode object) {
      change(object, schema, place, false);
    } else if (value instanceof ArrayNode array) {
      changeItems(array, schema.items(), name, place);
    } else {
      return scalar(value, schema, protectedName, name, place);
    }
    return value;
  }

  /** A list shows less of a thing than the call for it alone; an occurrence has no status. */
  private boolean isAbsent(String name, String place) {
    return kinds.contains(Kind.ABSENT_FIELDS)
        && (place.endsWith("occurrences.status") || chance.pick("absent " + place, 2) == 0);
  }

  private void changeItems(
      ArrayNode array, @Nullable MergedSchema items, String name, String place) {
    for (int i = 0; items != null && i < array.size(); i++) {
      if (array.get(i) instanceof ObjectNode row) {
        change(row, items, place, true);
      } else if (array.get(i).isValueNode()) {
        array.set(i, scalar(array.get(i), items, true, name, place));
      }
    }
  }

  private JsonNode scalar(
      JsonNode value, MergedSchema schema, boolean protectedName, String name, String place) {
    List<JsonNode> possible = new ArrayList<>();
    if (!protectedName) {
      date(possible, value, schema);
      empty(possible, value, schema, name, place);
      undocumented(possible, value, schema);
    }
    if (kinds.contains(Kind.NUMBERS_AS_TEXT) && value.isNumber()) {
      possible.add(TextNode.valueOf(value.asText()));
    }
    if (kinds.contains(Kind.TEXTS_AS_NUMBERS)
        && value.isTextual()
        && NUMBER.matcher(value.asText()).matches()) {
      possible.add(LongNode.valueOf(Long.parseLong(value.asText())));
    }
    return possible.isEmpty() ? value : possible.get(chance.pick(place, possible.size()));
  }

  private static boolean isDate(MergedSchema schema) {
    return schema.format() != null && schema.format().startsWith("date");
  }

  private void date(List<JsonNode> possible, JsonNode value, MergedSchema schema) {
    if (!value.isTextual() || !isDate(schema)) {
      return;
    }
    if (kinds.contains(Kind.EMPTY_DATES)) {
      possible.add(TextNode.valueOf(""));
    }
    String shorter = SECONDS.matcher(value.asText()).replaceFirst("");
    if (kinds.contains(Kind.SHORT_DATES) && !shorter.equals(value.asText())) {
      possible.add(TextNode.valueOf(shorter));
    }
  }

  /** A text that nobody gave, and of the ids and words of lists every second. */
  private void empty(
      List<JsonNode> possible, JsonNode value, MergedSchema schema, String name, String place) {
    if (!kinds.contains(Kind.EMPTY_TEXTS) || !schema.type().equals("string")) {
      return;
    }
    boolean listed = name.endsWith("_id") || !schema.values().isEmpty();
    boolean emptied = listed && value.isTextual() && chance.pick("empty " + place, 2) == 0;
    if (emptied || value.isMissingNode()) {
      possible.add(TextNode.valueOf(""));
    }
  }

  private void undocumented(List<JsonNode> possible, JsonNode value, MergedSchema schema) {
    if (kinds.contains(Kind.UNDOCUMENTED_VALUES) && schema.values().contains(value.asText())) {
      possible.add(
          value.isNumber()
              ? LongNode.valueOf(largest(schema) + BEYOND)
              : TextNode.valueOf(value.asText() + " (undocumented)"));
    }
  }

  private static long largest(MergedSchema schema) {
    return schema.values().stream().mapToLong(Long::parseLong).max().orElse(0);
  }
}
