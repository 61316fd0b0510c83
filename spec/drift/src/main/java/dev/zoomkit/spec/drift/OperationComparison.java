package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.SourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds one operation of ours against its editions. */
final class OperationComparison {
  /** Every operation of ours documents these, whatever Zoom says. */
  private static final Set<String> EVERYWHERE = Set.of("400", "401", "404", "429");

  private final OurOperation ours;
  private final List<UpstreamOperation> editions;
  private final Differences differences;

  OperationComparison(OurOperation ours, List<UpstreamOperation> editions, SourceLines lines) {
    this.ours = ours;
    this.editions = editions;
    this.differences = new Differences(ours, editions, lines);
  }

  List<Difference> differences() {
    success();
    mediaTypes();
    states(
        Kind.RATE_LIMIT,
        UpstreamOperation::rateLimit,
        ours.node().path("x-zoom-rate-limit").asText(),
        "/x-zoom-rate-limit");
    states(
        Kind.DEPRECATED,
        it -> it.node().path("deprecated").asBoolean() ? "deprecated" : "current",
        ours.node().path("deprecated").asBoolean() ? "deprecated" : "current",
        "/deprecated");
    scopes();
    errors();
    new FieldComparison(ours, editions, differences).compare();
    return differences.found();
  }

  private void success() {
    // Any success is taken, with or without a body: only a body that one side lacks matters.
    states(
        Kind.SUCCESS,
        it -> it.success() + (it.responseSchema().isMissingNode() ? "" : " with JSON"),
        ours.operation().success() + (ours.operation().response() == null ? "" : " with JSON"),
        "/responses/" + ours.operation().success());
  }

  private void mediaTypes() {
    var request = ours.operation().request();
    states(
        Kind.MEDIA_TYPE,
        it -> {
          Set<String> types = new TreeSet<>();
          it.node().path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
          boolean same = request != null && types.contains(request.mediaType());
          return same ? request.mediaType() : types.isEmpty() ? "none" : String.join(", ", types);
        },
        request == null ? "none" : request.mediaType(),
        "/requestBody");
  }

  /** One value that each edition states, or leaves open where it is empty. */
  private void states(
      Kind kind, Function<UpstreamOperation, String> upstream, String our, String where) {
    Map<String, List<UpstreamOperation>> said = new LinkedHashMap<>();
    for (UpstreamOperation edition : editions) {
      String value = upstream.apply(edition);
      if (!value.isEmpty()) {
        said.computeIfAbsent(value, it -> new ArrayList<>()).add(edition);
      }
    }
    List<UpstreamOperation> agree = said.getOrDefault(our, List.of());
    said.forEach(
        (value, by) -> {
          if (!value.equals(our)) {
            add(kind, value, our, by, agree, where);
          }
        });
  }

  private void scopes() {
    for (boolean own : new boolean[] {false, true}) {
      Map<String, List<UpstreamOperation>> said = new LinkedHashMap<>();
      boolean asked = false;
      for (UpstreamOperation edition : editions) {
        boolean account = ours.operation().path().startsWith("/accounts/{accountId}");
        boolean sameSide = !account || edition.isMaster() != own;
        for (String generation : List.of("classic", "granular")) {
          for (String scope : edition.scopes(generation)) {
            if (scope.endsWith(":master") != own) {
              said.computeIfAbsent(scope, it -> new ArrayList<>()).add(edition);
            }
          }
        }
        asked |= sameSide;
      }
      Set<String> our = new LinkedHashSet<>();
      for (String scope : union()) {
        if (scope.endsWith(":master") != own) {
          our.add(scope);
        }
      }
      String where = "/x-zoom-scopes";
      said.forEach(
          (scope, by) -> {
            if (!our.contains(scope)) {
              add(Kind.SCOPE_LACKS, scope, "", by, List.of(), where);
            }
          });
      for (String scope : our) {
        if (asked && !said.containsKey(scope)) {
          add(Kind.SCOPE_OURS, "", scope, List.of(), List.of(), where);
        }
      }
    }
  }

  private Set<String> union() {
    Set<String> union = new LinkedHashSet<>(ours.scopes(false));
    union.addAll(ours.scopes(true));
    return union;
  }

  private void errors() {
    Map<String, List<UpstreamOperation>> said = new LinkedHashMap<>();
    for (UpstreamOperation edition : editions) {
      for (JsonNode error : edition.node().path("x-zoom-errors")) {
        String code = error.has("code") ? " " + error.get("code").asText() : "";
        said.computeIfAbsent(error.path("status").asText() + code, it -> new ArrayList<>())
            .add(edition);
      }
    }
    Set<String> our = ours.errors();
    said.forEach(
        (error, by) -> {
          boolean documented =
              our.contains(error)
                  || EVERYWHERE.contains(error)
                  || !error.contains(" ") && our.stream().anyMatch(it -> it.startsWith(error));
          if (!documented) {
            add(Kind.ERROR_LACKS, error, "", by, List.of(), "/x-zoom-errors");
          }
        });
    for (String error : our) {
      if (!said.containsKey(error) && !EVERYWHERE.contains(error)) {
        add(Kind.ERROR_OURS, "", error, List.of(), List.of(), "/x-zoom-errors");
      }
    }
  }

  private void add(
      Kind kind,
      String upstream,
      String our,
      List<UpstreamOperation> says,
      List<UpstreamOperation> agrees,
      String where) {
    String at = differences.first(says).pointer();
    differences.add(kind, "", upstream, our, says, agrees, at, ours.pointer() + where);
  }
}
