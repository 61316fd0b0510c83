package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.spec.reader.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the names in prose into links: that of a schema to its class, of an operation to its
 * method, and of a value on the wire to its accessor. A value without an accessor nearby is given
 * its Java name, without a link.
 */
final class Links {
  private static final Pattern NAME =
      Pattern.compile("\\{@(link #?|code )(\\w+(?:\\.[a-z]\\w*)*)}");

  private final ClientPlan plan;
  private final String suffix;
  private final String self;
  private final List<Property> arguments;
  private final List<Model> holders;
  private final List<Model> others;
  private final Set<String> linked;

  private Links(
      ClientPlan plan,
      String suffix,
      String self,
      List<Property> arguments,
      List<Model> holders,
      List<Model> others,
      Set<String> linked) {
    this.plan = plan;
    this.suffix = suffix;
    this.self = self;
    this.arguments = arguments;
    this.holders = holders;
    this.others = others;
    this.linked = linked;
  }

  /**
   * Links from a class of a tag, in prose about no particular value.
   *
   * @param suffix what the names of such classes have after the tag's
   * @param linked receives the schemas that links lead to
   */
  static Links ofTag(ClientPlan plan, String tag, String suffix, Set<String> linked) {
    String self = Names.typeOfTag(tag) + suffix;
    return new Links(plan, suffix, self, List.of(), List.of(), List.of(), linked);
  }

  /** Links from the method of an operation: to what it takes first, then to what it returns. */
  static Links ofOperation(
      ClientPlan plan,
      String suffix,
      ApiOperation operation,
      List<Property> arguments,
      Set<String> linked) {
    Model options = plan.options().get(operation.optionsType().orElse(""));
    Model request =
        operation.body() == null || operation.body().json() == null
            ? null
            : plan.models().get(operation.body().json().name());
    Model response =
        operation.response().type() == null
            ? null
            : plan.models().get(operation.response().type().name());
    List<Model> taken = Stream.of(options, request).filter(Objects::nonNull).toList();
    List<Model> returned = Stream.ofNullable(response).toList();
    String self = Names.typeOfTag(operation.tag()) + suffix;
    return new Links(plan, suffix, self, arguments, taken, returned, linked);
  }

  /** Links from a class of values to its own accessors. */
  static Links ofModel(ClientPlan plan, Model model) {
    return new Links(
        plan, null, model.name(), List.of(), List.of(model), List.of(), new TreeSet<>());
  }

  /** Links from a class of optional values to its own accessors, and to no other class. */
  static Links ofOptions(ClientPlan plan, Model model) {
    return new Links(plan, null, model.name(), List.of(), List.of(model), List.of(), null);
  }

  /** Links from an enumeration to other schemas. */
  static Links ofSchemas(ClientPlan plan) {
    return new Links(plan, null, "", List.of(), List.of(), List.of(), new TreeSet<>());
  }

  /** The text with links where its names lead somewhere. */
  String in(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(replacement(name)));
  }

  private String replacement(MatchResult found) {
    String name = found.group(2);
    return switch (found.group(1)) {
      case "link #" -> method(name).orElse("{@code " + name + "}");
      case "link " -> type(name).orElse("{@code " + name + "}");
      default -> value(name).orElse(found.group());
    };
  }

  private Optional<String> type(String schema) {
    if (linked == null || !plan.hasClass(schema)) {
      return Optional.empty();
    }
    linked.add(schema);
    return Optional.of("{@link " + schema + "}");
  }

  private Optional<String> method(String operation) {
    return suffix == null
        ? Optional.empty()
        : plan.allOperations().stream()
            .filter(each -> each.id().equals(operation))
            .map(each -> Names.typeOfTag(each.tag()) + suffix)
            .map(type -> "{@link " + (type.equals(self) ? "" : type) + "#" + operation + "}")
            .findFirst();
  }

  /** A link to a value by its name on the wire, after the names of the objects that it is in. */
  private Optional<String> value(String name) {
    Optional<String> argument =
        arguments.stream()
            .filter(each -> each.wireName().equals(name))
            .map(each -> "{@code " + each.name() + "}")
            .findFirst();
    return argument
        .or(() -> accessor(List.of(name.split("\\.")), holders))
        .or(() -> name.contains("_") ? elsewhere(name) : Optional.empty());
  }

  /** Looks further away only for names with an underscore, which are no words of English. */
  private Optional<String> elsewhere(String name) {
    List<String> steps = List.of(name.split("\\."));
    return accessor(steps, inside(holders))
        .or(() -> accessor(steps, others))
        .or(() -> accessor(steps, inside(others)))
        .or(() -> javaName(name));
  }

  private Optional<String> accessor(List<String> steps, List<Model> from) {
    for (Model holder : from) {
      Model model = holder;
      for (String step : steps.subList(0, steps.size() - 1)) {
        Optional<Property> inner = model == null ? Optional.empty() : model.property(step);
        model = inner.map(each -> each.type().schema()).map(plan.models()::get).orElse(null);
      }
      Optional<Property> property =
          model == null ? Optional.empty() : model.property(steps.get(steps.size() - 1));
      if (property.isPresent()) {
        return Optional.of(link(model, property.get()));
      }
    }
    return Optional.empty();
  }

  private String link(Model model, Property property) {
    boolean own = model.name().equals(self);
    if (plan.hasClass(model.name())) {
      linked.add(model.name());
    }
    boolean elsewhere = plan.published().contains(model.name());
    String name = elsewhere ? JavaNames.MODEL_PACKAGE + "." + model.name() : model.name();
    return "{@link " + (own ? "" : name) + "#" + property.name() + "()}";
  }

  /** The classes of the values inside, and of those inside them, the nearest first. */
  private List<Model> inside(List<Model> outer) {
    List<Model> all = new ArrayList<>(outer);
    for (int next = 0; next < all.size(); next++) {
      all.get(next).references().stream()
          .map(plan.models()::get)
          .filter(each -> each != null && !all.contains(each))
          .forEach(all::add);
    }
    return all.subList(outer.size(), all.size());
  }

  private Optional<String> javaName(String wireName) {
    return Stream.of(plan.models(), plan.options())
        .flatMap(models -> models.values().stream())
        .flatMap(model -> model.property(wireName).stream())
        .map(property -> "{@code " + property.name() + "}")
        .findFirst();
  }
}
