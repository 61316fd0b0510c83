package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
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
 * Tells which change of the description a break in Java comes of, so that one cause is one change.
 * A break that none explains becomes a change of its own.
 */
final class Explanations {
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z0-9]");

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
    Change likely = null;
    for (Change change : changes) {
      if (subjects.contains(change.place().subject())) {
        if (mentions(change, finding)) {
          return change;
        } else if (likely == null && breaksJava(change)) {
          likely = change;
        }
      }
    }
    return likely != null ? likely : byName(finding);
  }

  private static boolean breaksJava(Change change) {
    return change.rule().id().matches("(parameter|window)-.*")
        || change.breaks().contains(Break.SOURCE)
        || change.breaks().contains(Break.BINARY);
  }

  private static boolean mentions(Change change, JavaFinding finding) {
    String member = plain(finding.member());
    return !member.isEmpty()
        && (plain(change.place().member()).equals(member)
            || plain(change.detail("name")).equals(member)
            || plain(change.detail("before")).equals(member)
            || change.detail("name").contains(" parameter"));
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

  /** A schema that the break names, and that has another name or class or is gone. */
  private @Nullable Change byName(JavaFinding finding) {
    for (Change change : changes) {
      String old = change.detail("before").replace("`", "");
      String subject = old.isEmpty() ? change.place().subject() : old;
      if (change.breaks().contains(Break.BINARY)
          && Pattern.compile("\\b" + Pattern.quote(subject) + "\\b")
              .matcher(finding.text() + " " + finding.owner())
              .find()) {
        return change;
      }
    }
    return null;
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
