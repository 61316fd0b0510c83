package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Enumeration;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Prose;
import dev.zoomkit.generator.java.TypeMappings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a description: the operations that a build asks for, and the schemas that they need. What
 * cannot be expressed in Java is refused, all of it at once.
 */
public final class DescriptionReader {
  private final BuildOptions options;
  private final ReaderContext context;
  private final Map<String, Schema<?>> schemas;
  private final SortedMap<String, Model> models = new TreeMap<>();
  private final SortedMap<String, Enumeration> enumerations = new TreeMap<>();
  private final SortedMap<String, Model> optionalValues = new TreeMap<>();
  private final SortedMap<String, List<ApiOperation>> operations = new TreeMap<>();

  private DescriptionReader(OpenAPI openApi, BuildOptions options) {
    this.options = options;
    Problems problems = new Problems();
    TypeReader types =
        new TypeReader(
            openApi, options.modelPackage(), options.mappings(), options.published(), problems);
    this.schemas = types.schemas();
    this.context =
        new ReaderContext(
            openApi, types, new Prose(schemas.keySet(), operationIds(openApi)), problems);
  }

  /**
   * Reads a description.
   *
   * @throws RefusedDescriptionException with all that generated code cannot express
   */
  public static ClientPlan read(OpenAPI openApi, BuildOptions options) {
    DescriptionReader reader = new DescriptionReader(openApi, options);
    ClientPlan plan = reader.read();
    reader.context.problems().throwIfAny();
    return plan;
  }

  private ClientPlan read() {
    checkSchemaNames();
    OperationReader reader = new OperationReader(context, options::takesTag);
    reader
        .read()
        .forEach(
            each -> operations.computeIfAbsent(each.tag(), tag -> new ArrayList<>()).add(each));
    readNeeded();
    ClientPlan plan =
        new ClientPlan(
            models,
            enumerations,
            optionalValues,
            operations,
            context.prose(),
            tagDocs(),
            options.published());
    markDirections(plan.allOperations(), reader.responseSchemas());
    PageReader pages = new PageReader(models, context.problems());
    plan.allOperations().forEach(pages::read);
    new UpdateReader(plan, context.problems()).read();
    plan.allOperations().forEach(new WindowReader(context.problems())::read);
    plan.allOperations().forEach(this::addOptionalValues);
    checkTags();
    checkCustomTypes(plan);
    checkTypeMappings();
    checkChoice("apisToGenerate", options.apis(), tagClasses());
    checkChoice("schemaMappings", options.mappings().replacedSchemas(), schemas.keySet());
    checkChoice("modelsToGenerate", options.models(), modelNames());
    return plan;
  }

  private static Set<String> operationIds(OpenAPI openApi) {
    return openApi.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .map(Operation::getOperationId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private void checkSchemaNames() {
    Map<String, String> byLowerCase = new HashMap<>();
    for (String name : schemas.keySet()) {
      String where = "schema " + name;
      String base = name.replaceAll("_?\\d+$", "");
      if (!base.equals(name) && schemas.containsKey(base)) {
        context.problem(
            where,
            "two different schemas want the name " + base,
            "Rename one of the two and its file; a number at the end says nothing");
      } else if (!Names.isType(name)) {
        context.problem(where, "its name is no class's name", "Write it in UpperCamelCase");
      } else if (options.reserved().contains(name) && options.mappings().ofSchema(name).isEmpty()) {
        context.problem(
            where,
            "generated code would take it for another class of this name",
            "Rename the schema and its file");
      }
      String twin = byLowerCase.put(name.toLowerCase(Locale.ROOT), name);
      if (twin != null) {
        context.problem(
            where, "its file would be that of " + twin + " on some disks", "Rename one of the two");
      }
    }
  }

  private void readNeeded() {
    TypeReader types = context.types();
    for (String name = types.nextNeeded(); name != null; name = types.nextNeeded()) {
      Schema<?> schema = schemas.get(name);
      if (schema.getEnum() != null) {
        enumerations.put(name, new EnumerationReader(context).read(name, schema));
      } else {
        models.put(name, new ModelReader(context).read(name, schema));
      }
    }
  }

  private void markDirections(List<ApiOperation> all, Set<String> responseSchemas) {
    Set<String> requests = new TreeSet<>();
    for (ApiOperation operation : all) {
      if (operation.body() != null && operation.body().json() != null) {
        reach(operation.body().json().schema(), requests);
      }
    }
    requests.forEach(name -> models.get(name).usedInRequests());
    Set<String> responses = new TreeSet<>();
    responseSchemas.forEach(root -> reach(root, responses));
    responses.forEach(name -> models.get(name).usedInResponses());
  }

  private void reach(String root, Set<String> reached) {
    Deque<String> open = new ArrayDeque<>();
    if (root != null) {
      open.add(root);
    }
    while (!open.isEmpty()) {
      String name = open.remove();
      Model model = models.get(name);
      if (model != null && reached.add(name)) {
        open.addAll(model.references());
      }
    }
  }

  private void addOptionalValues(ApiOperation operation) {
    operation
        .optionsType()
        .ifPresent(
            name -> {
              if (schemas.containsKey(name)) {
                context.problem(
                    "schema " + name,
                    "the optional values of " + operation.id() + " have a class of this name",
                    "Rename the schema and its file");
              }
              String doc =
                  "What {@code %s} takes besides its required values.".formatted(operation.id());
              optionalValues.put(name, new Model(name, List.of(doc), operation.options()));
            });
  }

  private Map<String, List<String>> tagDocs() {
    Map<String, List<String>> docs = new HashMap<>();
    operations.keySet().forEach(tag -> docs.put(tag, List.of("Zoom's " + tag + " operations.")));
    List<Tag> tags = Objects.requireNonNullElse(context.openApi().getTags(), List.of());
    for (Tag tag : tags) {
      List<String> paragraphs = context.prose().paragraphs(tag.getDescription());
      if (!paragraphs.isEmpty()) {
        docs.put(tag.getName(), paragraphs);
      }
    }
    return docs;
  }

  private void checkTags() {
    Map<String, String> seen = new HashMap<>();
    for (String tag : operations.keySet()) {
      String type = Names.typeOfTag(tag);
      String twin = seen.put(type, tag);
      if (!Names.isType(type) || twin != null) {
        context.problem("tag " + tag, "no class can be named after it alone", "Rename it");
      }
      if (schemas.containsKey(type) || schemas.containsKey(type + "Api")) {
        context.problem(
            "tag " + tag, "a schema has the name of its class", "Rename the schema and its file");
      }
      String written = options.classOfTag().apply(type);
      if (options.reserved().contains(written) || optionalValues.containsKey(written)) {
        context.problem(
            "tag " + tag,
            "generated code would take its class " + written + " for another one of this name",
            "Rename the tag");
      }
      String accessor = Names.decapitalized(type);
      if (options.accountMethods().contains(accessor)) {
        context.problem(
            "tag " + tag,
            "an account has a method " + accessor + "() that does not lead to its class " + written,
            "Rename the tag");
      }
    }
  }

  /** Refuses types of the build that generated code could not name. */
  private void checkCustomTypes(ClientPlan plan) {
    options
        .mappings()
        .custom()
        .forEach(
            (fullName, type) -> {
              String where = "the build's type " + fullName;
              if (!fullName.contains(".")) {
                context.problem(
                    where,
                    "no class of this name is known",
                    "Write it with its package, or say which it is in importMappings");
              } else if (plan.hasClass(type.name()) || options.reserved().clashesWith(fullName)) {
                context.problem(
                    where,
                    "generated code would take it for another class called " + type.name(),
                    "Give it another name");
              }
            });
  }

  /** Refuses mappings of what is always the same type here. */
  private void checkTypeMappings() {
    for (String name : options.mappings().mappedInVain(options.typesNotMapped())) {
      context.problem(
          "typeMappings",
          name + " cannot be mapped: a list is always a List, a schema of an object its own class",
          "Map "
              + String.join(", ", new TreeSet<>(TypeMappings.DEFAULTS.keySet()))
              + ", a format, or a schema");
    }
  }

  private Set<String> modelNames() {
    Set<String> names = new TreeSet<>(schemas.keySet());
    names.addAll(optionalValues.keySet());
    return names;
  }

  private Set<String> tagClasses() {
    return context.openApi().getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .flatMap(each -> Objects.requireNonNullElse(each.getTags(), List.<String>of()).stream())
        .map(Names::typeOfTag)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Refuses to generate less than the build asks for. */
  private void checkChoice(String option, Set<String> chosen, Set<String> known) {
    for (String name : new TreeSet<>(chosen)) {
      if (!known.contains(name)) {
        context.problem(
            option,
            "the description has no " + name,
            "It has " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
