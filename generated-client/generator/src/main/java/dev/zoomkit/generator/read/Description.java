package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Enumeration;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is generated, as Java sees it: the operations by tag, and the classes that they need.
 * What cannot be expressed is refused on the way.
 */
public final class Description {
  private final Types types;
  private final Prose prose;
  private final Problems problems;
  private final SortedMap<String, Model> models = new TreeMap<>();
  private final SortedMap<String, Enumeration> enumerations = new TreeMap<>();
  private final SortedMap<String, Model> options = new TreeMap<>();
  private final SortedMap<String, List<Operation>> operations = new TreeMap<>();
  private final Map<String, String> tagDocs = new HashMap<>();

  private Description(Types types, Prose prose, Problems problems) {
    this.types = types;
    this.prose = prose;
    this.problems = problems;
  }

  /** Reads a description; each problem is noted. */
  public static Description read(OpenAPI openApi, String modelPackage, Problems problems) {
    Types types = new Types(openApi, modelPackage, problems);
    Prose prose = new Prose(types.schemas().keySet(), operationIds(openApi));
    Description description = new Description(types, prose, problems);
    description.checkSchemaNames();
    Operations operations = new Operations(openApi, types, prose, problems);
    for (Operation operation : operations.read()) {
      description
          .operations
          .computeIfAbsent(operation.tag(), tag -> new ArrayList<>())
          .add(operation);
    }
    description.readNeeded();
    description.spreadDirections(operations.answerSchemas());
    PageReader pages = new PageReader(description.models, problems);
    description.operations().forEach(pages::read);
    description.operations().forEach(description::addOptions);
    description.checkTags(openApi);
    return description;
  }

  private static Set<String> operationIds(OpenAPI openApi) {
    Set<String> ids = new TreeSet<>();
    openApi
        .getPaths()
        .values()
        .forEach(
            item ->
                item.readOperations().forEach(operation -> add(ids, operation.getOperationId())));
    return ids;
  }

  private static void add(Set<String> ids, String id) {
    if (id != null) {
      ids.add(id);
    }
  }

  private void checkSchemaNames() {
    Map<String, String> byLowerCase = new HashMap<>();
    for (String name : types.schemas().keySet()) {
      String where = "schema " + name;
      String base = name.replaceAll("_?\\d+$", "");
      if (!base.equals(name) && types.schemas().containsKey(base)) {
        problems.add(
            where,
            "two different schemas want the name " + base,
            "Rename one of the two and its file; a number at the end says nothing");
      } else if (!Names.isType(name)) {
        problems.add(where, "its name is no class's name", "Write it in UpperCamelCase");
      } else if (Names.isReservedType(name)) {
        problems.add(
            where,
            "generated code would take it for another class of this name",
            "Rename the schema and its file");
      }
      String twin = byLowerCase.put(name.toLowerCase(Locale.ROOT), name);
      if (twin != null) {
        problems.add(
            where, "its file would be that of " + twin + " on some disks", "Rename one of the two");
      }
    }
  }

  private void readNeeded() {
    for (String name = types.nextNeeded(); name != null; name = types.nextNeeded()) {
      Schema<?> schema = types.schemas().get(name);
      if (schema.getEnum() != null) {
        enumerations.put(name, Enumeration.of(name, schema, prose, problems));
      } else {
        models.put(name, Model.of(name, schema, types, prose, problems));
      }
    }
  }

  private void spreadDirections(Set<String> answerSchemas) {
    Set<String> requests = new TreeSet<>();
    for (Operation operation : operations()) {
      if (operation.body() != null && operation.body().json() != null) {
        reach(operation.body().json().schema(), requests);
      }
    }
    requests.forEach(name -> models.get(name).usedInRequests());
    Set<String> answers = new TreeSet<>();
    answerSchemas.forEach(root -> reach(root, answers));
    answers.forEach(name -> models.get(name).usedInAnswers());
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

  private void addOptions(Operation operation) {
    operation
        .optionsType()
        .ifPresent(
            name -> {
              if (types.schemas().containsKey(name)) {
                problems.add(
                    "schema " + name,
                    "the optional values of " + operation.id() + " have a class of this name",
                    "Rename the schema and its file");
              }
              String doc =
                  "What {@code %s} takes besides its required values.".formatted(operation.id());
              options.put(name, new Model(name, List.of(doc), operation.options()));
            });
  }

  private void checkTags(OpenAPI openApi) {
    List<Tag> tags = openApi.getTags() == null ? List.of() : openApi.getTags();
    tags.forEach(tag -> tagDocs.put(tag.getName(), tag.getDescription()));
    Map<String, String> seen = new HashMap<>();
    for (String tag : operations.keySet()) {
      String type = Names.typeOfTag(tag);
      String twin = seen.put(type, tag);
      if (!Names.isType(type) || twin != null) {
        problems.add("tag " + tag, "no class can be named after it alone", "Rename it");
      }
      if (types.schemas().containsKey(type) || types.schemas().containsKey(type + "Api")) {
        problems.add(
            "tag " + tag, "a schema has the name of its class", "Rename the schema and its file");
      }
    }
  }

  /** Whether a class is generated from the schema. */
  public boolean hasClass(String schema) {
    return models.containsKey(schema) || enumerations.containsKey(schema);
  }

  /** The classes of object schemas. */
  public SortedMap<String, Model> models() {
    return models;
  }

  /** The classes of open enumerations. */
  public SortedMap<String, Enumeration> enumerations() {
    return enumerations;
  }

  /** The classes of operations' optional values. */
  public SortedMap<String, Model> options() {
    return options;
  }

  /** The operations by tag and id. */
  public SortedMap<String, List<Operation>> operationsByTag() {
    return operations;
  }

  /** What the description says about a tag, as paragraphs of Javadoc. */
  public List<String> tagDoc(String tag) {
    List<String> docs = prose.paragraphs(tagDocs.get(tag));
    return docs.isEmpty() ? List.of("Zoom's " + tag + " operations.") : docs;
  }

  private List<Operation> operations() {
    return operations.values().stream().flatMap(List::stream).toList();
  }
}
