package dev.zoomkit.spec;

import dev.zoomkit.spec.reader.DerivedKeys;
import dev.zoomkit.spec.reader.SourceFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Rules about operations. */
enum OperationRules implements HouseRule {
  /** What an operation has to say is there, in the order of all operations. */
  KEYS(OperationRules::keys),
  /**
   * The root declares the tag of every category, and no other, and describes it without names in
   * backticks: the page that has the accessors of all tags cannot link them.
   */
  TAG(OperationRules::tag),
  /**
   * The path and the scopes agree about the account: a path that names one has master scopes, and
   * any other has scopes either of the master account or of the own account.
   */
  ACCOUNT(OperationRules::account),
  /** No request is one of two operations, on the path proper or on the own path. */
  ONE_OPERATION(OperationRules::oneOperation),
  /** Summary and description are there and say different things, in words that say something. */
  TEXT(OperationRules::text),
  /** A request has one body: JSON, or parts. */
  REQUEST_BODY(OperationRules::requestBody),
  /** An operation has one success, and all its errors are shared responses. */
  RESPONSES(OperationRules::responses),
  /** A success says in a sentence what is returned, or what is done then. */
  RETURNS(OperationRules::returns),
  /**
   * An effect is that of the method, or there is a reason why not: a GET reads, a DELETE destroys,
   * anything else writes. What reads notifies nobody.
   */
  EFFECT(OperationRules::effect),
  /** What a limit counts by is in the request. */
  LIMIT(OperationRules::limit),
  /** A 204 has no body. */
  BODY_ON_204(OperationRules::bodyOn204);

  private static final List<String> ORDER =
      List.of(
          "operationId",
          "summary",
          "description",
          "deprecated",
          "x-zoom-own-path",
          "x-zoom-rate-limit",
          "x-zoom-limits",
          "x-zoom-alone",
          "x-zoom-effect",
          "x-zoom-notifies",
          "x-zoom-inferred",
          "x-zoom-date-window",
          "x-zoom-paging",
          "x-zoom-not-paged",
          "x-zoom-scopes",
          "parameters",
          "requestBody",
          "responses",
          "x-zoom-errors");
  private static final List<String> REQUIRED =
      List.of(
          "operationId",
          "summary",
          "description",
          "x-zoom-rate-limit",
          "x-zoom-scopes",
          "responses");
  private static final Set<String> BODIES = Set.of("application/json", "multipart/form-data");
  private static final Pattern FILLER = Pattern.compile("(?i)\\b(simply|just|please)\\b");

  private final Look look;

  OperationRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void keys(Description description, Report report) {
    for (Operation operation : description.operations()) {
      int last = -1;
      for (Spot entry : description.source(operation.spot().file()).children()) {
        int place = ORDER.indexOf(entry.key());
        if (place < 0 && !entry.key().startsWith("x-")) {
          report.add(operation.spot(), "has a key that none should have: " + entry.key());
        } else if (place >= 0 && place < last) {
          report.add(operation.spot(), entry.key() + " stands behind " + ORDER.get(last));
        }
        last = Math.max(last, place);
      }
      for (String key : REQUIRED) {
        if (!operation.spot().has(key)) {
          report.add(operation.spot(), key + " is missing");
        }
      }
    }
  }

  private static void tag(Description description, Report report) {
    Set<String> declared =
        new TreeSet<>(description.root().at("tags").node().findValuesAsText("name"));
    for (Spot tag : description.root().at("tags").children()) {
      if (tag.text("description").contains("`")) {
        report.add(tag, "say it without names in backticks, which cannot be linked from there");
      }
    }
    Set<String> used = new HashSet<>();
    for (Operation operation : description.operations()) {
      String tag = operation.spot().node().path("tags").path(0).asText();
      used.add(tag);
      if (tag.isEmpty()) {
        report.add(SourceFiles.ROOT, "no tag is that of the folder " + operation.category());
      }
    }
    if (description.isWhole()) {
      declared.removeAll(used);
      declared.forEach(
          tag -> report.add(SourceFiles.ROOT, "no operation has the tag '" + tag + "'"));
    }
  }

  private static void account(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot scopes = operation.spot().at("x-zoom-scopes");
      boolean master = scopes.has("master");
      if (!scopes.exists()) {
        continue;
      } else if (operation.path().contains("{accountId}")) {
        if (!master) {
          report.add(scopes, "the path names an account, which takes master scopes");
        }
      } else if (master && scopes.has("own")) {
        report.add(scopes, "the path names no account: master or own scopes open it, and not both");
      } else if (!master) {
        for (String style : List.of("classic", "granular")) {
          for (Spot scope : scopes.at("own", style).children()) {
            if (scope.node().asText().endsWith(":master")) {
              report.add(scope, "a master scope is for a path that names an account");
            }
          }
        }
      }
    }
  }

  private static void oneOperation(Description description, Report report) {
    Map<String, Operation> known = new HashMap<>();
    for (Operation operation : description.operations()) {
      Set<String> paths = new TreeSet<>(Set.of(operation.path()));
      if (operation.spot().has("x-zoom-own-path")) {
        paths.add(operation.spot().text("x-zoom-own-path"));
      }
      for (String path : paths) {
        String line = operation.method() + " " + path.replaceAll("\\{[^}]*}", "{}");
        Operation other = known.putIfAbsent(line, operation);
        if (other != null) {
          report.add(
              operation.spot(),
              operation.method() + " " + path + " is also that of " + other.spot().file());
        }
      }
    }
  }

  private static void text(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot spot = operation.spot();
      String summary = spot.text("summary").strip();
      String text = spot.text("description").strip();
      if (summary.endsWith(".")) {
        report.add(spot, "the summary is a title: no full stop");
      }
      if (!text.matches("(?s)[\\p{Lu}`].*[.)]")) {
        report.add(spot, "the description has to be made of sentences");
      }
      if (bare(text.split("\\.(\\s|$)")[0]).equals(bare(summary))) {
        report.add(spot, "the description repeats the summary");
      }
      filler(spot.at("summary"), report);
    }
    description.errors().forEach(error -> filler(error.at("meaning"), report));
    for (Description.Kind kind : Description.Kind.values()) {
      description.spots(kind).forEach(spot -> filler(spot.at("description"), report));
    }
    for (Spot parameter : description.spots(Description.Kind.PARAMETERS)) {
      if (!parameter.isReference() && parameter.text("description").isBlank()) {
        report.add(parameter, "the parameter has no description");
      }
    }
    description
        .components()
        .forEach(
            (name, spot) -> {
              if (name.startsWith("schemas/") && spot.text("description").isBlank()) {
                report.add(spot, "the schema has no description");
              }
            });
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static void filler(Spot spot, Report report) {
    if (FILLER.matcher(spot.node().asText()).find()) {
      report.add(spot, "leave out simply, just, please");
    }
  }

  private static void responses(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot responses = operation.spot().at("responses");
      if (operation.successes().size() != 1) {
        report.add(responses, "has " + operation.successes().size() + " successes instead of one");
      }
      for (Spot response : responses.children()) {
        if (!response.key().startsWith("2") && !response.isReference()) {
          report.add(response, "an error has to be one of the shared responses");
        }
      }
    }
  }

  private static void requestBody(Description description, Report report) {
    for (Spot body : description.spots(Description.Kind.REQUEST_BODY)) {
      List<String> types = body.at("content").children().stream().map(Spot::key).toList();
      if (types.size() != 1 || !BODIES.contains(types.get(0))) {
        report.add(body, "has to be of one type, JSON or multipart, and not of " + types);
      }
    }
  }

  private static void returns(Description description, Report report) {
    for (Operation operation : description.operations()) {
      for (Spot success : operation.successes()) {
        Spot response = description.resolve(success);
        if (!response.isGap()
            && !response.text("description").matches("(?s)[\\p{Lu}`].+ .+\\.\\s*")) {
          report.add(response, "has to say in a sentence what is returned");
        }
      }
    }
  }

  private static void effect(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot written = description.source(operation.spot().file()).at("x-zoom-effect");
      String usual = DerivedKeys.effectOf(operation.method());
      boolean reads = operation.spot().text("x-zoom-effect").equals("read");
      if (written.exists() && written.text("kind").equals(usual)) {
        report.add(written, usual + " follows from the method; leave it out");
      } else if (written.exists() && usual.equals("read") || reads && !usual.equals("read")) {
        report.add(written, "a GET reads, and nothing else does");
      } else if (written.exists() && !written.text("because").matches(".+ .+\\.")) {
        report.add(written, "has to be {kind: …, because: <a sentence>}");
      }
      if (reads && operation.spot().has("x-zoom-notifies")) {
        report.add(operation.spot().at("x-zoom-notifies"), "what reads notifies nobody");
      }
    }
  }

  private static void limit(Description description, Report report) {
    for (Operation operation : description.operations()) {
      for (Spot limit : operation.spot().at("x-zoom-limits").children()) {
        for (Spot by : limit.at("by").children()) {
          if (!isInRequest(operation, by.node().asText())) {
            report.add(by, "neither the path nor the body has " + by.node().asText());
          }
        }
      }
    }
  }

  private static boolean isInRequest(Operation operation, String name) {
    if (!name.startsWith("body.")) {
      return !operation.hasWholeParameters() || operation.path(name).isPresent();
    }
    Description description = operation.description();
    Spot value = operation.spot().at("requestBody", "content", "application/json", "schema");
    for (String member : name.substring("body.".length()).split("\\.")) {
      Spot items = description.keyword(value, "items");
      Spot object = items.exists() ? items : value;
      value = description.members(object).getOrDefault(member, description.gap(object));
    }
    return value.exists();
  }

  private static void bodyOn204(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot response = operation.spot().at("responses", "204");
      if (description.resolve(response).has("content")) {
        report.add(response, "has a body");
      }
    }
  }
}
