package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The annotations of an operation's Retrofit method. */
public final class Annotations {
  private static final String ANNOTATION = "dev.zoomkit.annotation.";
  private static final String HTTP = "retrofit2.http.";

  private final Operation operation;
  private final Set<String> imports;
  private final List<String> lines = new ArrayList<>();

  /**
   * Of an operation.
   *
   * @param imports takes the classes that the annotations name
   */
  public Annotations(Operation operation, Set<String> imports) {
    this.operation = operation;
    this.imports = imports;
  }

  /** The annotations, one a line. */
  public List<String> lines() {
    Operation.Facts facts = operation.facts();
    if (operation.deprecated()) {
      lines.add("@Deprecated");
    }
    method();
    if (facts.ownPath() != null) {
      add(ANNOTATION + "OwnPath", List.of(Literals.string(facts.ownPath())));
    }
    if (facts.rateLabel() != null) {
      imports.add(ANNOTATION + "RateLabel");
      add(ANNOTATION + "RateLimited", List.of("RateLabel." + facts.rateLabel()));
    }
    if (facts.paging() != null) {
      paged(facts.paging());
    }
    if (facts.dateWindow() != null) {
      dateWindow(facts.dateWindow());
    }
    if (facts.scopes() != null) {
      scopes(facts.scopes());
    }
    if (!facts.errors().isEmpty()) {
      errors(facts.errors());
    }
    return lines;
  }

  private void method() {
    boolean bodyOfDelete = operation.method().equals("DELETE") && operation.body() != null;
    String path = Literals.string(operation.path());
    if (bodyOfDelete) {
      add(HTTP + "HTTP", List.of("method = \"DELETE\"", "path = " + path, "hasBody = true"));
    } else {
      add(HTTP + operation.method(), List.of(path));
    }
    if (operation.body() != null && operation.body().isMultipart()) {
      add(HTTP + "Multipart", List.of());
    }
    if (operation.answer().kind() == Operation.AnswerKind.BYTES) {
      add(HTTP + "Streaming", List.of());
    }
  }

  private void paged(Operation.Paging paging) {
    List<String> values = new ArrayList<>();
    values.add("items = " + Literals.string(String.join(".", paging.items())));
    if (paging.maxPageSize() > 0) {
      values.add("maxPageSize = " + paging.maxPageSize());
    }
    add(ANNOTATION + "Paged", values);
  }

  private void dateWindow(Operation.DateWindow window) {
    List<String> values = new ArrayList<>();
    values.add("from = " + Literals.string(window.from()));
    values.add("to = " + Literals.string(window.to()));
    if (window.maxDays() > 0) {
      values.add("maxDays = " + window.maxDays());
    }
    if (window.pastMonths() > 0) {
      values.add("pastMonths = " + window.pastMonths());
    }
    add(ANNOTATION + "DateWindow", values);
  }

  private void scopes(Operation.Scopes scopes) {
    imports.add(ANNOTATION + "ScopeSet");
    List<String> values = new ArrayList<>();
    values.add(scopeSet("master = ", scopes.master()));
    if (!scopes.own().isEmpty()) {
      values.add(scopeSet("own = ", scopes.own()));
    }
    add(ANNOTATION + "RequiresScopes", values);
  }

  private static String scopeSet(String head, Operation.ScopeSet set) {
    List<String> values = new ArrayList<>();
    if (!set.classic().isEmpty()) {
      values.add("classic = " + Literals.strings(set.classic()));
    }
    if (!set.granular().isEmpty()) {
      values.add("granular = " + Literals.strings(set.granular()));
    }
    return head + "@ScopeSet(" + String.join(", ", values) + ")";
  }

  private void errors(List<Operation.Error> errors) {
    imports.add(ANNOTATION + "KnownErrors");
    imports.add(ANNOTATION + "KnownError");
    List<String> entries = new ArrayList<>();
    for (Operation.Error error : errors) {
      List<String> values = new ArrayList<>();
      values.add("status = " + error.status());
      if (error.code() != 0) {
        values.add("code = " + error.code());
      }
      if (error.absent()) {
        values.add("absent = true");
      }
      values.add("meaning = " + Literals.string(error.meaning()));
      entries.add("@KnownError(" + String.join(", ", values) + ")");
    }
    lines.add("@KnownErrors({" + String.join(", ", entries) + "})");
  }

  private void add(String className, List<String> values) {
    imports.add(className);
    String name = "@" + className.substring(className.lastIndexOf('.') + 1);
    lines.add(values.isEmpty() ? name : name + "(" + String.join(", ", values) + ")");
  }
}
