package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.DateWindow;
import dev.zoomkit.generator.java.ApiOperation.Error;
import dev.zoomkit.generator.java.ApiOperation.Facts;
import dev.zoomkit.generator.java.ApiOperation.Limit;
import dev.zoomkit.generator.java.ApiOperation.Paging;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.ApiOperation.ScopeSet;
import dev.zoomkit.generator.java.ApiOperation.Scopes;
import dev.zoomkit.generator.java.FacadeSignature.Argument;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Javadoc of a method that users call: all that the description knows of the operation. */
final class FacadeJavadoc {
  private final ApiOperation operation;
  private final Facts facts;
  private final List<Model> takenBack;
  private final UnaryOperator<String> prose;
  private final Links links;

  /**
   * The Javadoc of the methods of an operation.
   *
   * @param takenBack the responses that it takes back
   * @param prose turns a sentence of the description into Javadoc
   */
  FacadeJavadoc(
      ApiOperation operation, List<Model> takenBack, UnaryOperator<String> prose, Links links) {
    this.operation = operation;
    this.facts = operation.facts();
    this.takenBack = takenBack;
    this.prose = prose;
    this.links = links;
  }

  /**
   * The Javadoc of the method that takes all values.
   *
   * @param byWindow the method for a span of any length, or this one where it takes that; null
   *     where none does
   */
  Javadoc whole(List<Argument> parameters, boolean paged, String byWindow) {
    Javadoc javadoc = new Javadoc(links).paragraphs(operation.docs()).items(items(byWindow));
    parameters.forEach(each -> javadoc.tag("@param " + each.name() + " " + each.doc()));
    if (operation.optionsType().isPresent()) {
      javadoc.tag("@param " + operation.optionsName() + " sets optional values");
    }
    if (operation.response().kind() != ResponseKind.NOTHING) {
      javadoc.tag("@return " + returned(paged));
    }
    DocumentedExceptions.byException(facts.errors())
        .forEach((exception, errors) -> javadoc.tag("@throws " + exception + " " + words(errors)));
    if (operation.isForSubAccountsOnly() || operation.isForOwnAccountOnly()) {
      javadoc.tag("@throws WrongAccountException for any other account; nothing is sent then");
    }
    return deprecation(javadoc);
  }

  /** The Javadoc of a method that does the same for a span of any length. */
  Javadoc byWindow(String whole) {
    String text =
        "As {@link %s}, for a span of any length: one response for each window of at most %s."
            .formatted(whole, counted(facts.dateWindow().maxDays(), "day"));
    return deprecation(
        new Javadoc(links)
            .paragraph(text)
            .tag("@return the responses, oldest first; nothing is sent until they are read"));
  }

  /** The Javadoc of a method that calls that one, or does the same with another argument. */
  Javadoc shorter(String whole, List<String> differences) {
    String text = "As {@link %s}, %s.".formatted(whole, String.join(" and ", differences));
    return deprecation(new Javadoc(links).paragraph(text));
  }

  private Javadoc deprecation(Javadoc javadoc) {
    return operation.deprecated() ? javadoc.tag("@deprecated " + operation.deprecation()) : javadoc;
  }

  private String returned(boolean paged) {
    String description = operation.response().description();
    return paged
        ? "the items of all pages; nothing is sent until they are read"
        : operation.response().isBytes() ? description + " The caller closes it." : description;
  }

  /** The facts, one line each. */
  private List<String> items(String byWindow) {
    List<String> items = new ArrayList<>();
    if (operation.isForSubAccountsOnly()) {
      items.add("Exists for sub-accounts only.");
    } else if (operation.isForOwnAccountOnly()) {
      items.add("Exists for the app's own account only.");
    }
    if (facts.paging() != null) {
      items.add(pageSize(facts.paging()));
      items.add(twice(facts.paging()));
    }
    if (facts.dateWindow() != null) {
      items.add(window(facts.dateWindow(), byWindow));
    }
    takenBack.forEach(
        response ->
            items.add(
                "The request can be made of what was read: {@code toRequest()} of {@link %s}."
                    .formatted(response.name())));
    if (facts.effect() != null && !facts.effect().isSilent()) {
      items.add("Notifies: " + prose.apply(facts.effect().notifies()));
    }
    if (facts.effect() != null && facts.effect().kind().equals("DESTROY")) {
      items.add("Cannot be undone by another call.");
    }
    if (facts.scopes() != null) {
      items.addAll(scopes(facts.scopes()));
    }
    if (facts.rateLabel() != null) {
      items.add("Rate label: {@link RateLabel#" + facts.rateLabel() + "}.");
    }
    facts.limits().forEach(limit -> items.add(limit(limit)));
    if (facts.alone()) {
      items.add("Other calls of this category fail while it runs.");
    }
    return items.stream().filter(item -> !item.isEmpty()).toList();
  }

  private static List<String> scopes(Scopes scopes) {
    return scopes.own().isEmpty() || scopes.master().isEmpty()
        ? List.of("Scopes: " + oneOf(scopes.own().isEmpty() ? scopes.master() : scopes.own()))
        : List.of(
            "Scopes for a sub-account: " + oneOf(scopes.master()),
            "Scopes for the own account: " + oneOf(scopes.own()));
  }

  private static String oneOf(ScopeSet scopes) {
    List<String> names =
        Stream.of(scopes.granular(), scopes.classic())
            .flatMap(List::stream)
            .map(Prose::literal)
            .toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0) + "."
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last) + ".";
  }

  private String pageSize(Paging paging) {
    if (paging.maxPageSize() == 0) {
      return "";
    }
    String unlessSet =
        operation.query(PagePosition.SIZE).isEmpty()
            ? "."
            : paging.pageSize() == 0
                ? " ({@code page_size}); fewer unless set, because an item is large."
                : " ({@code page_size}), which is asked for unless set.";
    return "Page size: at most " + paging.maxPageSize() + unlessSet;
  }

  private static String twice(Paging paging) {
    return paging.identity().isEmpty()
        ? "An item may come twice if the list changes while it is read: nothing tells it apart."
        : "";
  }

  private String window(DateWindow window, String byWindow) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Dates: {@code %s} to {@code %s}, both included.".formatted(window.from(), window.to()));
    if (window.maxDays() > 0) {
      String more =
          byWindow == null
              ? ""
              : facts.paging() == null
                  ? "; {@link " + byWindow + "} takes more"
                  : "; a longer span is read in several windows";
      sentences.add("A call covers at most " + counted(window.maxDays(), "day") + more + ".");
    }
    if (window.pastMonths() > 0) {
      sentences.add("Zoom looks back " + counted(window.pastMonths(), "month") + ".");
    }
    sentences.add(zone(window));
    return String.join(" ", sentences).strip();
  }

  /** A moment has its own zone; a day is a day of some place. */
  private String zone(DateWindow window) {
    if (!window.zone().isEmpty()) {
      return "The days are those of {@code " + window.zone() + "}.";
    }
    JavaType type = operation.anyQuery(window.from()).orElseThrow().type();
    return type.equals(JavaType.DATE) || type.equals(JavaType.DATE_OR_DATE_TIME)
        ? "Zoom does not say of which time zone a day is."
        : "";
  }

  private static String limit(Limit limit) {
    boolean alike = limit.free() == limit.business() && limit.pro() == limit.business();
    String calls =
        alike
            ? counted(limit.business(), "call")
            : "%d, %d or %d calls by plan".formatted(limit.free(), limit.pro(), limit.business());
    String by = limit.by().stream().map(Prose::literal).collect(Collectors.joining(" and "));
    return "Limit: %s %s%s."
        .formatted(calls, period(limit.period()), by.isEmpty() ? "" : " for each " + by);
  }

  /** A day, or minutes or seconds: {@code P1D}, {@code PT30M}, {@code PT1S}. */
  private static String period(String iso) {
    String number = iso.replaceAll("\\D", "");
    return iso.equals("P1D")
        ? "a day"
        : "in " + counted(Integer.parseInt(number), iso.endsWith("M") ? "minute" : "second");
  }

  private static String counted(int count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  private String words(List<Error> errors) {
    List<String> words = errors.stream().map(this::word).toList();
    return words.size() == 1
        ? words.get(0)
        : words.stream().collect(Collectors.joining("<li>", "<ul><li>", "</ul>"));
  }

  private String word(Error error) {
    String code = error.code() == 0 ? "" : ", code " + error.code();
    return "HTTP " + error.status() + code + ": " + prose.apply(error.meaning());
  }
}
