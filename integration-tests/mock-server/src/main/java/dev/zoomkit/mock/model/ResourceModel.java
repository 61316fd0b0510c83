package dev.zoomkit.mock.model;

import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceLocation.Step;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Infers from paths, methods and responses what Zoom keeps and where.
 *
 * <p>A path is a row of steps (a collection and the parameter that names one of its items) and a
 * rest, the subresource. Collections whose items go by the same parameter, and of which its
 * examples name the same one, are one collection seen from several sides: {@code
 * webinars/{webinarId}} is home, {@code past_webinars/{webinarId}} and {@code
 * report/webinars/{webinarId}} are views of the same webinars. A subresource is a collection where
 * its items are addressed, listed or deleted by id; the account's collection of the same name where
 * it stands under something else ({@code users/{userId}/webinars}); else a single document, or an
 * action where nothing can be read. Thread-safe; one model serves all that a mock begins with.
 */
public final class ResourceModel {
  /** The group of the operations on an account itself. */
  private static final String ACCOUNT_ITEM = "accounts|";

  /** Who owns and is owned by nothing: a list of users below something has rows of its own. */
  private static final String USERS = "users";

  private static final Set<String> WRITING = Set.of("POST", "PATCH");

  private static final Set<String> PAGE_FIELDS =
      Set.of(
          "next_page_token",
          "page_count",
          "page_number",
          "page_size",
          "total_records",
          "from",
          "to");

  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private final Map<DescribedOperation, ResourceLocation> locations = new LinkedHashMap<>();
  private final Map<DescribedOperation, List<DocumentedError>> errors = new ConcurrentHashMap<>();
  private final Map<String, ResourceLocation> subresources = new HashMap<>();
  private final Map<String, List<DescribedOperation>> operations = new HashMap<>();

  public ResourceModel(ApiDescription description) {
    List<OperationPath> paths = new ArrayList<>();
    for (DescribedOperation operation : description.operations()) {
      paths.add(new OperationPath(operation));
    }
    Map<String, String> homes = homes(paths);
    for (OperationPath path : paths) {
      path.moveHome(homes);
      addTypes(path);
    }

    Map<String, Map<String, OperationPath>> groups = new LinkedHashMap<>();
    for (OperationPath path : paths) {
      operations.computeIfAbsent(path.group(), group -> new ArrayList<>()).add(path.operation());
      if (!path.isBatch()) {
        groups
            .computeIfAbsent(path.group(), group -> new LinkedHashMap<>())
            .put(path.operation().method(), path);
      }
    }
    for (var group : groups.entrySet()) {
      subresources.put(group.getKey(), classify(group.getValue(), groups));
    }
    for (OperationPath path : paths) {
      ResourceLocation subresource =
          subresources.get(path.isBatch() ? path.batchedGroup() : path.group());
      locations.put(path.operation(), path.location(subresource));
    }
    new ResourceViews(this).addToTypes();
  }

  /** Where an operation's things live. */
  public ResourceLocation location(DescribedOperation operation) {
    ResourceLocation location = locations.get(operation);
    if (location == null) {
      throw new IllegalArgumentException(operation + " belongs to another description.");
    }
    return location;
  }

  /**
   * What stands under a type of resource (under the account where it is null) by a name; null where
   * nothing does.
   */
  public @Nullable ResourceLocation subresource(@Nullable ResourceType parent, String name) {
    return subresources.get(OperationPath.group(parent, name));
  }

  /** The type of the account's collection of a name; null where there is none. */
  public @Nullable ResourceType type(String collection) {
    return types.get(collection);
  }

  /** The body by which callers write a document; null where they cannot. */
  public @Nullable Content written(ResourceLocation location) {
    for (DescribedOperation operation :
        operations.getOrDefault(
            OperationPath.group(location.parent(), location.subresource()), List.of())) {
      if (operation.request() != null && !operation.method().equals("DELETE")) {
        return operation.request();
      }
    }
    return null;
  }

  /** The response that shows a document or item; null where none does. */
  public @Nullable Content shown(ResourceLocation location) {
    for (DescribedOperation operation :
        operations.getOrDefault(
            OperationPath.group(location.parent(), location.subresource()), List.of())) {
      if (operation.method().equals("GET")) {
        return operation.response();
      }
    }
    return null;
  }

  /** The schemas that tell what a test may say of what an operation creates or lists. */
  public List<MergedSchema> schemas(DescribedOperation operation) {
    ResourceLocation location = location(operation);
    List<MergedSchema> schemas = new ArrayList<>();
    if (operation.request() != null) {
      schemas.add(operation.request().schema());
    }
    if (location.type() != null) {
      location.type().views().forEach(view -> schemas.add(view.schema()));
    }
    return schemas;
  }

  /**
   * The errors of an operation, the weightiest first. What the rows of one that creates or changes
   * leave out, those of the others that write into the same collection say for it, behind its own.
   */
  public List<DocumentedError> errors(DescribedOperation operation) {
    return errors.computeIfAbsent(operation, this::errorsOfAllWriters);
  }

  private List<DocumentedError> errorsOfAllWriters(DescribedOperation operation) {
    List<DocumentedError> rows = new ArrayList<>(operation.errors());
    List<DocumentedError> ofOthers = new ArrayList<>();
    ResourceType type = location(operation).type();
    if (type != null && WRITING.contains(operation.method())) {
      locations.forEach(
          (other, location) -> {
            boolean writes = WRITING.contains(other.method());
            if (writes && location.type() == type && other != operation) {
              other.errors().stream()
                  .filter(row -> operation.documents(row.status()))
                  .forEach(ofOthers::add);
            }
          });
    }
    Comparator<DocumentedError> weightiestFirst = Comparator.comparing(row -> row.status() != 409);
    rows.sort(weightiestFirst);
    ofOthers.sort(weightiestFirst);
    rows.addAll(ofOthers);
    return List.copyOf(rows);
  }

  public Collection<ResourceType> types() {
    return types.values();
  }

  public Map<DescribedOperation, ResourceLocation> locations() {
    return locations;
  }

  /** For each outermost collection the one that its items are at home in. */
  private static Map<String, String> homes(List<OperationPath> paths) {
    Map<String, Map<String, Set<String>>> examplesByParameter = new LinkedHashMap<>();
    Set<String> changed = new TreeSet<>();
    for (OperationPath path : paths) {
      boolean reads = path.operation().method().equals("GET");
      if (!path.collections().isEmpty()) {
        examplesByParameter
            .computeIfAbsent(path.parameters().get(0), parameter -> new TreeMap<>(shortestFirst()))
            .computeIfAbsent(path.collections().get(0), collection -> new TreeSet<>())
            .add(path.example());
        if (!reads && path.collections().size() == 1 && path.subresource().isEmpty()) {
          changed.add(path.collections().get(0));
        }
      } else if (path.operation().method().equals("POST")) {
        changed.add(path.subresource());
      }
    }
    Map<String, String> homes = new HashMap<>();
    for (Map<String, Set<String>> examples : examplesByParameter.values()) {
      for (String collection : examples.keySet()) {
        homes.putIfAbsent(
            collection,
            changed.contains(collection) ? collection : home(collection, examples, changed));
      }
    }
    return homes;
  }

  /** The first collection that has an item of another one, if possible one that is changed. */
  private static String home(
      String collection, Map<String, Set<String>> examples, Set<String> changed) {
    String home = null;
    for (var other : examples.entrySet()) {
      boolean shares = !Collections.disjoint(other.getValue(), examples.get(collection));
      boolean better = home == null || changed.contains(other.getKey()) && !changed.contains(home);
      if (shares && better) {
        home = other.getKey();
      }
    }
    return home == null ? collection : home;
  }

  private static Comparator<String> shortestFirst() {
    return (one, other) ->
        one.length() == other.length()
            ? one.compareTo(other)
            : Integer.compare(one.length(), other.length());
  }

  private void addTypes(OperationPath path) {
    ResourceType parent = null;
    for (int i = 0; i < path.collections().size(); i++) {
      parent = type(parent, path.collections().get(i));
      parent.nameItemsBy(path.parameters().get(i));
      path.addStep(new Step(parent, path.parameters().get(i)));
    }
  }

  private ResourceType type(@Nullable ResourceType parent, String collection) {
    String path = ResourceType.path(parent, collection);
    ResourceType known = types.get(path);
    if (known == null) {
      known = new ResourceType(collection, parent);
      types.put(path, known);
    }
    return known;
  }

  private @Nullable ResourceType knownType(@Nullable ResourceType parent, String collection) {
    return types.get(ResourceType.path(parent, collection));
  }

  /** The role of the subresource that a group of operations shares. */
  private ResourceLocation classify(
      Map<String, OperationPath> methods, Map<String, Map<String, OperationPath>> groups) {
    OperationPath path = methods.values().iterator().next();
    ResourceType parent = path.parent();
    if (path.subresource().isEmpty()) {
      return path.location(Role.ITEM, parent, null);
    }
    ResourceType addressed = knownType(parent, path.subresource());
    ResourceType account = knownType(null, path.subresource());
    boolean addressedAtHome = account != null && !account.parameter().isEmpty();
    boolean owned =
        addressed == null && parent != null && addressedAtHome && !account.name().equals(USERS);
    String stem =
        addressed != null ? addressed.stem() : owned ? account.stem() : path.subresource();
    OperationPath get = methods.get("GET");
    String items = get == null ? null : items(get, stem, methods);
    if (owned) {
      return path.location(Role.OWNED, account, items);
    }
    MergedSchema shown = shownBy(path, groups);
    boolean collection =
        get != null
            ? items != null
            : addressed != null || deletesByIds(methods) || shown != null && shown.isTable();
    if (collection) {
      return path.location(Role.COLLECTION, type(parent, path.subresource()), items);
    }
    boolean readable =
        get != null
            || shown != null && shown.isObject()
            || methods.containsKey("POST") && methods.containsKey("DELETE");
    return path.location(readable ? Role.DOCUMENT : Role.ACTION, null, null);
  }

  /**
   * The property by which the enclosing document or item shows a subresource; null where it does
   * not.
   */
  private static @Nullable MergedSchema shownBy(
      OperationPath path, Map<String, Map<String, OperationPath>> groups) {
    int slash = path.subresource().lastIndexOf('/');
    String outerSubresource = slash < 0 ? "" : path.subresource().substring(0, slash);
    String outer =
        path.parent() == null && slash < 0
            ? ACCOUNT_ITEM
            : OperationPath.group(path.parent(), outerSubresource);
    OperationPath get = groups.getOrDefault(outer, Map.of()).get("GET");
    Content response = get == null ? null : get.operation().response();
    return response == null
        ? null
        : response.schema().property(path.subresource().substring(slash + 1));
  }

  private static boolean deletesByIds(Map<String, OperationPath> methods) {
    OperationPath delete = methods.get("DELETE");
    return delete != null && delete.operation().idsParameter() != null;
  }

  /** The path of the array in a list's response; null where the response is no list. */
  private static @Nullable String items(
      OperationPath path, String stem, Map<String, OperationPath> methods) {
    Content response = path.operation().response();
    boolean writtenAsWhole =
        !methods.containsKey("POST")
            && (methods.containsKey("PATCH") || methods.containsKey("PUT"));
    if (path.operation().pagedItems() != null || response == null || writtenAsWhole) {
      return path.operation().pagedItems();
    }
    MergedSchema schema = response.schema();
    List<String> tables = new ArrayList<>();
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      if (property != null && property.isTable()) {
        tables.add(name);
      }
    }
    for (String table : tables) {
      if (table.equals(path.word())) {
        return table;
      }
    }
    for (String table : tables) {
      if (table.startsWith(stem)) {
        return table;
      }
    }
    boolean nothingElse = true;
    for (String name : schema.names()) {
      nothingElse &= tables.contains(name) || PAGE_FIELDS.contains(name);
    }
    return tables.size() == 1 && (path.operation().isMarkedAsList() || nothingElse)
        ? tables.get(0)
        : null;
  }
}
