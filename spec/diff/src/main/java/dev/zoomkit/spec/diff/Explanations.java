package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which change of the description a break in Java comes of, so that one cause is one change:
 * a change of that very member, of the arguments or the result of that method, or of a class that
 * it takes or returns. A break that none explains becomes a change of its own: a change nearby that
 * is decided admits nothing else.
 */
final class Explanations {
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z0-9]");

  /** Rules that break nothing by themselves, and can change a method. */
  private static final Pattern OFTEN_IN_JAVA =
      Pattern.compile("parameter-(style|kind)|window-(added|removed)|identity-");

  /** Rules of what a schema has, and not of the schema itself. */
  private static final Pattern OF_MEMBER =
      Pattern.compile("(^|-)(property|enum-value|alternative|constant)-");

  /** Rules whose changes leave an operation without the class of its optional values. */
  private static final Pattern TAKES_QUERY =
      Pattern.compile("operation-(removed|renamed)|optional-parameter-removed|.*-became-required");

  private static final Pattern RENAMES = Pattern.compile("java-name-.*|constant-renamed");

  /** The methods that only a class of pages has. */
  private static final Set<String> OF_PAGES = Set.of("items", "absentList", "identity");

  private final ApiDescription base;
  private final ApiDescription now;
  private final List<Change> changes;
  private final Map<String, DescribedOperation> operations = new LinkedHashMap<>();

  private Explanations(ApiDescription base, ApiDescription now, List<Change> changes) {
    this.base = base;
    this.now = now;
    this.changes = changes;
    now.operations().forEach(operation -> operations.put(operation.id(), operation));
    base.operations().forEach(operation -> operations.putIfAbsent(operation.id(), operation));
  }

  /** The changes of the description together with what Java adds to them. */
  static List<Change> add(
      ApiDescription base, ApiDescription now, List<Change> changes, List<JavaFinding> findings) {
    Explanations explanations = new Explanations(base, now, changes);
    Changes unexplained = new Changes(Rules.all());
    for (JavaFinding finding : findings) {
      Change cause = explanations.cause(finding);
      if (cause == null) {
        unexplained.add(
            finding.rule(),
            explanations.place(finding),
            Map.of("name", "`" + finding.text() + "`"));
      } else {
        cause.seenInJava(finding.text(), finding.breaks());
      }
    }
    List<Change> all = new ArrayList<>(changes);
    all.addAll(unexplained.all());
    return all;
  }

  private @Nullable Change cause(JavaFinding finding) {
    Set<String> subjects = subjects(finding);
    for (Change change : changes) {
      if (subjects.contains(change.place().subject())
          && breaksJava(change)
          && explains(change, finding)) {
        return change;
      }
    }
    return changes.stream().filter(change -> takesType(change, finding)).findFirst().orElse(null);
  }

  private static boolean breaksJava(Change change) {
    return OFTEN_IN_JAVA.matcher(change.rule().id()).lookingAt()
        || change.breaks().contains(Break.SOURCE)
        || change.breaks().contains(Break.BINARY);
  }

  /** Whether a change of what a finding belongs to is a change of that very class or member. */
  private boolean explains(Change change, JavaFinding finding) {
    if (finding.packageName().equals("model")) {
      return operations.containsKey(change.place().subject())
          ? makesPages(change) && OF_PAGES.contains(finding.member())
          : finding.member().isEmpty()
              ? isOfWhole(change) && !isOfMember(change)
              : names(change, finding);
    } else if (plain(finding.member()).startsWith(plain(operation(finding)))) {
      return changesMethod(change, finding);
    }
    return finding.member().isEmpty()
        ? TAKES_QUERY.matcher(change.rule().id()).matches()
        : names(change, finding);
  }

  private static boolean isOfWhole(Change change) {
    return change.place().key().equals(change.place().subject());
  }

  private static boolean isOfMember(Change change) {
    return OF_MEMBER.matcher(change.rule().id()).find();
  }

  private static boolean makesPages(Change change) {
    return change.rule().id().matches("(paging|identity)-.*");
  }

  /** Whether the member is that of a property, a parameter or a value. */
  private boolean names(Change change, JavaFinding finding) {
    String member = plain(finding.member());
    Set<String> names = new HashSet<>();
    if (isOfWhole(change)) {
      String name = change.detail("name");
      names.add(inJava(finding.owner(), name.substring(Math.max(0, name.indexOf('`')))));
    } else {
      names.add(inJava(finding.owner(), change.place().member()));
    }
    if (RENAMES.matcher(change.rule().id()).matches()) {
      names.add(change.detail("before"));
    }
    return names.stream().anyMatch(name -> plain(name).equals(member));
  }

  /** The name that a property or a value of the base's schema is given in Java. */
  private String inJava(String schema, String name) {
    String wire = name.replace("`", "");
    if (!base.document().at("/components/schemas").has(schema)) {
      return wire;
    }
    SchemaView view = SchemaView.whole(base, base.component("schemas", schema));
    int value = Json.texts(view.keyword("enum")).indexOf(wire);
    if (value >= 0) {
      return view.keyword("x-enum-varnames").path(value).asText(wire);
    }
    Found property = view.properties().get(wire);
    return property == null ? wire : property.node().path("x-zoom-name").asText(wire);
  }

  /** Whether the method of an operation has other arguments, or returns something else. */
  private static boolean changesMethod(Change change, JavaFinding finding) {
    String rule = change.rule().id();
    String below = change.place().key().substring(change.place().subject().length());
    boolean gone = finding.rule().equals("java-method-removed");
    if (isOfMember(change) || below.replace("/[]", "").lastIndexOf('/') > 0) {
      return false;
    } else if (rule.startsWith("optional-parameter-")) {
      // The facade has a method without those and one with all of them.
      return gone && (finding.packageName().equals("api") || finding.text().contains("Consumer"));
    }
    return gone != rule.matches("response-.*|success-.*") || makesPages(change);
  }

  private static String plain(String name) {
    return NO_LETTER.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** The schemas or the operation that a class or method stands for. */
  private Set<String> subjects(JavaFinding finding) {
    Set<String> subjects = new HashSet<>();
    if (finding.packageName().equals("model")) {
      madeOf(base, finding.owner(), subjects);
      madeOf(now, finding.owner(), subjects);
      operations.values().stream()
          .filter(operation -> response(operation).equals(finding.owner()))
          .forEach(operation -> subjects.add(operation.id()));
    } else {
      String operation = operation(finding);
      if (!operation.isEmpty()) {
        subjects.add(operation);
        changes.stream()
            .filter(change -> change.rule().id().equals("operation-renamed"))
            .filter(change -> change.detail("before").equals("`" + operation + "`"))
            .forEach(change -> subjects.add(change.place().subject()));
      }
    }
    return subjects;
  }

  /** The schema of a response, whose class has the methods of a page where it is one. */
  private static String response(DescribedOperation operation) {
    Content response = operation.response();
    String pointer = response == null ? "" : response.schema().pointer();
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static void madeOf(ApiDescription description, String schema, Set<String> all) {
    if (all.add(schema) && description.document().at("/components/schemas").has(schema)) {
      SchemaView view = SchemaView.own(description, description.component("schemas", schema));
      view.components().forEach(part -> madeOf(description, part, all));
      view.alternatives().stream()
          .map(it -> SchemaView.component(it.node()))
          .filter(name -> !name.isEmpty())
          .forEach(name -> madeOf(description, name, all));
    }
  }

  /** The operation whose id a method or a class of values begins with, ignoring case. */
  private String operation(JavaFinding finding) {
    String member = finding.member().toLowerCase(Locale.ROOT);
    String owner = finding.owner().toLowerCase(Locale.ROOT);
    String longest = "";
    for (String id : operations.keySet()) {
      String name = id.toLowerCase(Locale.ROOT);
      if ((member.startsWith(name) || owner.startsWith(name)) && id.length() > longest.length()) {
        longest = id;
      }
    }
    return longest;
  }

  /** Whether a class that a member takes or returns is gone, or has another name or kind. */
  private static boolean takesType(Change change, JavaFinding finding) {
    String old = change.detail("before").replace("`", "");
    boolean renamed = change.rule().id().equals("schema-renamed");
    String name = renamed ? old : change.place().subject();
    String types = finding.text().substring(finding.text().indexOf('(') + 1);
    return change.breaks().contains(Break.BINARY)
        && isOfWhole(change)
        && !isOfMember(change)
        && Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(types).find();
  }

  private Place place(JavaFinding finding) {
    String id = finding.packageName().equals("model") ? "" : operation(finding);
    String owner = finding.owner();
    if (!id.isEmpty()) {
      DescribedOperation operation = operations.get(id);
      return Place.of(operation.category(), id, operation.at().pointer());
    }
    boolean ours = now.document().at("/components/schemas").has(owner);
    String category = ours ? new Uses(now).category(owner) : Place.SHARED;
    return Place.of(category, owner, ours ? "/components/schemas/" + owner : "");
  }
}
