package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the parameters and fields of one operation of ours against its editions. */
final class FieldComparison {
  private static final List<String> LIMITS =
      List.of(
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "pattern");

  private final OurOperation ours;
  private final List<UpstreamOperation> editions;
  private final Differences differences;

  FieldComparison(OurOperation ours, List<UpstreamOperation> editions, Differences differences) {
    this.ours = ours;
    this.editions = editions;
    this.differences = differences;
  }

  /** Adds to the differences those of all parameters and fields. */
  void compare() {
    Map<String, Facts.Fact> our = ours.facts().byPlace();
    Map<String, Map<UpstreamOperation, Facts.Fact>> upstream = new LinkedHashMap<>();
    for (UpstreamOperation edition : editions) {
      edition
          .facts()
          .byPlace()
          .forEach(
              (place, fact) ->
                  upstream.computeIfAbsent(place, it -> new LinkedHashMap<>()).put(edition, fact));
    }
    upstream.forEach(
        (place, said) -> {
          Facts.Fact same = our.get(place);
          if (same != null) {
            states(place, same, said);
          } else if (isOutermost(place, our)) {
            lacks(place, said, our);
          }
        });
    our.forEach(
        (place, fact) -> {
          if (!upstream.containsKey(place) && isOutermost(place, upstream)) {
            add(kind(place, false), place, "", type(fact), List.of(), List.of(), null, fact);
          }
        });
  }

  /** Whether what a place is in is on both sides: else that is the difference. */
  private static boolean isOutermost(String place, Map<String, ?> other) {
    String outer = Facts.outer(place);
    return outer.isEmpty() || other.containsKey(outer) || outer.matches("request |response ");
  }

  private void lacks(
      String place, Map<UpstreamOperation, Facts.Fact> said, Map<String, Facts.Fact> our) {
    Facts.Fact first = said.values().iterator().next();
    Facts.Fact outer = our.get(Facts.outer(place));
    add(
        kind(place, true),
        place,
        (first.required() && !place.startsWith("response") ? "required " : "") + type(first),
        "",
        List.copyOf(said.keySet()),
        List.of(),
        first,
        outer);
  }

  private static Kind kind(String place, boolean lacks) {
    if (place.startsWith("request ")) {
      return lacks ? Kind.REQUEST_LACKS : Kind.REQUEST_OURS;
    } else if (place.startsWith("response ")) {
      return lacks ? Kind.RESPONSE_LACKS : Kind.RESPONSE_OURS;
    }
    return lacks ? Kind.PARAMETER_LACKS : Kind.PARAMETER_OURS;
  }

  private static String type(Facts.Fact fact) {
    JsonNode schema = fact.schema();
    String type = schema.path("type").asText();
    return type.equals("array") ? "array of " + schema.path("items").path("type").asText() : type;
  }

  private void states(String place, Facts.Fact our, Map<UpstreamOperation, Facts.Fact> said) {
    boolean sent = !place.startsWith("response ");
    each(Kind.TYPE, place, our, said, fact -> fact.schema().path("type").asText());
    each(Kind.FORMAT, place, our, said, fact -> fact.schema().path("format").asText());
    each(Kind.DEPRECATED, place, our, said, fact -> fact.deprecated() ? "deprecated" : "current");
    if (sent) {
      each(Kind.REQUIRED, place, our, said, fact -> fact.required() ? "required" : "optional");
      each(Kind.DEFAULT, place, our, said, fact -> fact.schema().path("default").asText());
    }
    for (String limit : LIMITS) {
      each(Kind.LIMIT, place, our, said, fact -> named(limit, fact.schema().path(limit)));
    }
    each(
        Kind.ODD_LIMIT,
        place,
        our,
        said,
        fact ->
            fact.schema().has(PlainSchemas.ODD)
                ? fact.schema().get(PlainSchemas.ODD).toString()
                : "");
    values(place, our, said);
  }

  private static String named(String limit, JsonNode value) {
    return value.isMissingNode() ? "" : limit + " " + value.asText();
  }

  /** One value that each edition states; an empty one is stated, too. */
  private void each(
      Kind kind,
      String place,
      Facts.Fact our,
      Map<UpstreamOperation, Facts.Fact> said,
      Function<Facts.Fact, String> value) {
    Map<String, List<UpstreamOperation>> by = new LinkedHashMap<>();
    said.forEach(
        (edition, fact) ->
            by.computeIfAbsent(value.apply(fact), it -> new ArrayList<>()).add(edition));
    String same = value.apply(our);
    List<UpstreamOperation> agrees = by.getOrDefault(same, List.of());
    by.forEach(
        (other, editions) -> {
          if (!other.equals(same)) {
            Facts.Fact fact = said.get(editions.get(0));
            add(kind, place, other, same, editions, agrees, fact, our);
          }
        });
  }

  private void values(String place, Facts.Fact our, Map<UpstreamOperation, Facts.Fact> said) {
    Set<String> known = Comparison.values(our.schema());
    Map<String, Set<String>> lacks = new LinkedHashMap<>();
    Map<String, List<UpstreamOperation>> by = new HashMap<>();
    Set<String> all = new LinkedHashSet<>();
    said.forEach(
        (edition, fact) -> {
          Set<String> values = new LinkedHashSet<>(Comparison.values(fact.schema()));
          all.addAll(values);
          values.removeAll(known);
          String text = String.join(", ", new TreeSet<>(values));
          lacks.put(text, values);
          by.computeIfAbsent(text, it -> new ArrayList<>()).add(edition);
        });
    lacks.forEach(
        (text, values) -> {
          if (!values.isEmpty()) {
            Facts.Fact fact = said.get(by.get(text).get(0));
            String ourKind = known.isEmpty() ? "any" : "";
            add(Kind.VALUE_LACKS, place, text, ourKind, by.get(text), List.of(), fact, our);
          }
        });
    Set<String> alone = new LinkedHashSet<>(known);
    alone.removeAll(all);
    if (!alone.isEmpty()) {
      String text = String.join(", ", new TreeSet<>(alone));
      add(
          Kind.VALUE_OURS,
          place,
          all.isEmpty() ? "any" : "",
          text,
          List.of(),
          List.of(),
          null,
          our);
    }
  }

  private void add(
      Kind kind,
      String place,
      String upstream,
      String our,
      List<UpstreamOperation> says,
      List<UpstreamOperation> agrees,
      Facts.@Nullable Fact theirs,
      Facts.@Nullable Fact mine) {
    String operation = differences.first(says).pointer();
    String at = theirs == null ? operation : at(theirs.schema(), operation);
    String source = mine == null ? ours.pointer() : at(mine.schema(), ours.pointer());
    differences.add(kind, place, upstream, our, says, agrees, at, source);
  }

  private static String at(ObjectNode schema, String otherwise) {
    String at = schema.path(PlainSchemas.AT).asText();
    return at.isEmpty() ? otherwise : at;
  }
}
